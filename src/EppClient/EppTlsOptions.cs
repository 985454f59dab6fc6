using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace EppClient;

/// <summary>
/// The TLS options: how the registry is authenticated, and how the client is, if the registry requires a client certificate. The chain and name of
/// the registry's certificate are always verified, unless <see cref="DangerousAcceptAnyServerCertificate"/> is set.
/// </summary>
public sealed record EppTlsOptions
{
    internal const SslProtocols DefaultVersions = SslProtocols.Tls12 | SslProtocols.Tls13;

    private const int FewestPins = 2;

    /// <summary>
    /// The allowed versions: TLS 1.2, TLS 1.3 or both. Default: null, both, unless <see cref="EppClient.EppProfile.TlsVersions"/> is set. The newest
    /// version that both sides support is used.
    /// </summary>
    public SslProtocols? Versions { get; init; }

    /// <summary>The name that the registry's certificate must contain. Default: null, the host name.</summary>
    public string? ServerName { get; init; }

    /// <summary>
    /// The only roots that the registry's certificate chain may end in, for registries with their own certificate authority. May also contain
    /// intermediate certificates that the registry's server does not send. Default: null, the roots that the operating system trusts.
    /// <see cref="LoadTrustedRoots"/> reads them from a file.
    /// </summary>
    public IReadOnlyList<X509Certificate2>? TrustedRoots { get; init; }

    /// <summary>
    /// Whether the revocation of the registry's certificates is checked. Default: no check, because registries' own authorities seldom publish
    /// revocation lists. If a list cannot be fetched, the certificate is rejected.
    /// </summary>
    public X509RevocationMode RevocationMode { get; init; } = X509RevocationMode.NoCheck;

    /// <summary>
    /// The public key pins, one of which must match a certificate of the registry's chain, in addition to all other checks: the SHA-256 hash of the
    /// SubjectPublicKeyInfo in base64, or the form <c>pin-sha256="..."</c> of RFC 7469; <see cref="PinOf"/> computes one. At least two are required:
    /// the key in use, and a backup for when the registry changes its key. Default: none.
    /// </summary>
    public IReadOnlyList<string> PublicKeyPins { get; init; } = [];

    /// <summary>The client certificate. Default: null, none.</summary>
    public EppClientCertificate? ClientCertificate { get; init; }

    /// <summary>
    /// Returns the client certificate for each connection, instead of <see cref="ClientCertificate"/>: for keys in a hardware module or smart card,
    /// and for certificates that are renewed while the pool runs. Its time counts towards <see cref="EppTimeoutOptions.Connect"/>. Default: null.
    /// </summary>
    public Func<CancellationToken, ValueTask<EppClientCertificate>>? ClientCertificateProvider { get; init; }

    /// <summary>Configures the TLS settings that the other options do not cover; called before each handshake. Default: null.</summary>
    public Action<SslClientAuthenticationOptions>? Configure { get; init; }

    /// <summary>
    /// Whether any certificate of the peer is accepted. Anyone on the network path can then read and change all data, including passwords. Logs a
    /// warning on each connection. For tests only. Default: false.
    /// </summary>
    public bool DangerousAcceptAnyServerCertificate { get; init; }

    /// <summary>Reads certificates for <see cref="TrustedRoots"/>.</summary>
    /// <param name="path">The path of a file with one or more certificates in PEM format.</param>
    /// <exception cref="ArgumentException">The file contains no certificate in PEM format.</exception>
    public static IReadOnlyList<X509Certificate2> LoadTrustedRoots(string path)
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(path);
        return roots.Count > 0 ? [.. roots] : throw new ArgumentException($"'{path}' contains no certificate in PEM format.", nameof(path));
    }

    /// <summary>Computes the pin of a certificate's key, for <see cref="PublicKeyPins"/>.</summary>
    /// <param name="certificate">A certificate of the registry's chain.</param>
    /// <returns>The SHA-256 of its SubjectPublicKeyInfo, in base64.</returns>
    public static string PinOf(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return PublicKeyPin.Of(certificate);
    }

    internal void Validate(OptionFaults faults)
    {
        CheckVersions(faults, "EppTlsOptions.Versions", Versions);
        faults.RequireDefined("EppTlsOptions.RevocationMode", RevocationMode);
        if (ServerName is not null)
        {
            HostName.Require(faults, ServerName, "EppTlsOptions.ServerName");
        }

        ValidatePins(faults);
        if (ClientCertificate is not null && ClientCertificateProvider is not null)
        {
            faults.Add(
                "EppTlsOptions.ClientCertificate and EppTlsOptions.ClientCertificateProvider are both set; set only one of them.",
                "EppTlsOptions.ClientCertificateProvider");
        }

        if (TrustedRoots is { Count: 0 })
        {
            faults.Add("EppTlsOptions.TrustedRoots has 0 certificates; it must have 1 or more, or be null.", "EppTlsOptions.TrustedRoots");
        }

        if (DangerousAcceptAnyServerCertificate && TrustedRoots is not null)
        {
            faults.Add(
                "EppTlsOptions.DangerousAcceptAnyServerCertificate is true although EppTlsOptions.TrustedRoots is set; set only one of them.",
                "EppTlsOptions.DangerousAcceptAnyServerCertificate");
        }
    }

    internal static void CheckVersions(OptionFaults faults, string property, SslProtocols? versions)
    {
        if (versions is { } some && (some == SslProtocols.None || (some & ~DefaultVersions) != 0))
        {
            faults.Add($"{property} is {some}; it must be Tls12, Tls13 or both, or be null.", property);
        }
    }

    private void ValidatePins(OptionFaults faults)
    {
        if (PublicKeyPins.Count == 0)
        {
            return;
        }

        if (DangerousAcceptAnyServerCertificate)
        {
            faults.Add(
                "EppTlsOptions.DangerousAcceptAnyServerCertificate is true although EppTlsOptions.PublicKeyPins is set; set only one of them.",
                "EppTlsOptions.DangerousAcceptAnyServerCertificate");
        }

        if (PublicKeyPins.Any(pin => PublicKeyPin.Normalize(pin) is null))
        {
            faults.Add(
                $"EppTlsOptions.PublicKeyPins has '{PublicKeyPins.First(pin => PublicKeyPin.Normalize(pin) is null)}', which is not a SHA-256 hash in base64 (RFC 7469); EppTlsOptions.PinOf computes the pin of a certificate.",
                "EppTlsOptions.PublicKeyPins");
        }
        else if (PublicKeyPins.Select(PublicKeyPin.Normalize).Distinct().Count() < FewestPins)
        {
            faults.Add(
                "EppTlsOptions.PublicKeyPins has 1 key; it must have 2 or more: add the pin of a backup key, because a change of the registry's key would otherwise lock this client out.",
                "EppTlsOptions.PublicKeyPins");
        }
    }
}
