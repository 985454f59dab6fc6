using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EppClient;

namespace EppConsole.Connecting;

/// <summary>Certificates from files.</summary>
internal static class Certificates
{
    /// <summary>What the registry's certificate must go back to.</summary>
    /// <exception cref="UsageException">The file is not there, or no such file.</exception>
    public static IReadOnlyList<X509Certificate2> Roots(string file) => Load("--ca", () => EppTlsOptions.LoadTrustedRoots(file));

    /// <summary>What the registry knows the client by. A PEM file holds the certificate, its key, and the certificates above it.</summary>
    /// <exception cref="UsageException">The file is not there, or no such file.</exception>
    public static EppClientCertificate Client(string file, string? password) => Load("--client-cert", () =>
        Path.GetExtension(file).ToUpperInvariant() is ".PFX" or ".P12"
            ? EppClientCertificate.FromPfxFile(file, password)
            : EppClientCertificate.FromPemFiles(file, file, password));

    private static T Load<T>(string option, Func<T> load)
    {
        try
        {
            return load();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new UsageException($"{option}: {e.Message}", e);
        }
    }
}
