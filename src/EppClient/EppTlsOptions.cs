using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace EppClient;

/// <summary>
/// How the registry proves who it is, and the client too where the registry asks for a certificate. TLS 1.2 is the lowest
/// version; which of the higher ones is used, the operating system decides.
/// </summary>
public sealed record EppTlsOptions
{
    /// <summary>The name that the registry's certificate must carry. Default: null, the name connected to.</summary>
    public string? ServerName { get; init; }

    /// <summary>
    /// The only certificates that the registry's chain may end in; for registries with a certificate authority of their own.
    /// Default: null, those that the operating system trusts. <see cref="LoadTrustedRoots"/> reads them from a file.
    /// </summary>
    public IReadOnlyList<X509Certificate2>? TrustedRoots { get; init; }

    /// <summary>The certificate that the registry knows the client by. Default: null, none.</summary>
    public EppClientCertificate? ClientCertificate { get; init; }

    /// <summary>Changes what the other options do not cover, before each handshake. Default: null.</summary>
    public Action<SslClientAuthenticationOptions>? Configure { get; init; }

    /// <summary>
    /// Accepts whatever certificate the peer shows: whoever is on the way can read and change everything, passwords too. Logs a
    /// warning on each connection. For tests only. Default: false.
    /// </summary>
    public bool DangerousAcceptAnyServerCertificate { get; init; }

    /// <summary>Reads certificates for <see cref="TrustedRoots"/>.</summary>
    /// <param name="path">A file of one or more certificates in PEM form.</param>
    /// <exception cref="ArgumentException">The file has no certificate in PEM form.</exception>
    public static IReadOnlyList<X509Certificate2> LoadTrustedRoots(string path)
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(path);
        return roots.Count > 0 ? [.. roots] : throw new ArgumentException($"'{path}' has no certificate in PEM form.", nameof(path));
    }

    internal void Validate()
    {
        if (TrustedRoots is { Count: 0 })
        {
            throw new ArgumentException("EppTlsOptions.TrustedRoots has 0 certificates; it must have 1 or more, or be null.", "EppTlsOptions.TrustedRoots");
        }

        if (DangerousAcceptAnyServerCertificate && TrustedRoots is not null)
        {
            throw new ArgumentException(
                "EppTlsOptions.DangerousAcceptAnyServerCertificate is true although EppTlsOptions.TrustedRoots is set; one of them must go.",
                "EppTlsOptions.DangerousAcceptAnyServerCertificate");
        }
    }
}
