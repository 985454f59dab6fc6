using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EppClient;

namespace EppConsole.Connecting;

/// <summary>Loads certificates from files.</summary>
internal static class Certificates
{
    /// <summary>Loads the trusted roots of the registry's certificate.</summary>
    /// <exception cref="UsageException">The file does not exist, or has no certificates.</exception>
    public static IReadOnlyList<X509Certificate2> Roots(string file) => Load("--ca", () => EppTlsOptions.LoadTrustedRoots(file));

    /// <summary>Loads the client certificate. A PEM file has the certificate, its key, and the certificates of its issuers.</summary>
    /// <exception cref="UsageException">The file does not exist, or has no certificate with its key.</exception>
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
