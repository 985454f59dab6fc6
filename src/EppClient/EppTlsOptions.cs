using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EppClient;

/// <summary>
/// How the registry proves who it is, and the client too where the registry asks for a certificate. Chain and name of the
/// registry's certificate are always verified.
/// </summary>
public sealed record EppTlsOptions
{
    internal const SslProtocols DefaultVersions = SslProtocols.Tls12 | SslProtocols.Tls13;

    private const int FewestPins = 2;

    /// <summary>
    /// The versions that may be spoken: TLS 1.2, TLS 1.3 or both. Default: null, both, unless <see cref="EppClient.EppProfile.TlsVersions"/>
    /// says otherwise. Of both, the newest that the registry knows is used.
    /// </summary>
    public SslProtocols? Versions { get; init; }

    /// <summary>The name that the registry's certificate must carry. Default: null, the name connected to.</summary>
    public string? ServerName { get; init; }

    /// <summary>
    /// The only certificates that the registry's chain may end in; for registries with a certificate authority of their own. May also contain
    /// intermediate certificates that the registry's server does not send.
    /// Default: null, those that the operating system trusts. <see cref="LoadTrustedRoots"/> reads them from a file.
    /// </summary>
    public IReadOnlyList<X509Certificate2>? TrustedRoots { get; init; }

    /// <summary>
    /// Whether the registry's certificates are looked up among the revoked ones. Default: not, because registries' own
    /// authorities seldom publish lists; a list that cannot be fetched refuses the certificate.
    /// </summary>
    public X509RevocationMode RevocationMode { get; init; } = X509RevocationMode.NoCheck;

    /// <summary>
    /// The keys of which one must occur in the registry's chain, beside all other checks: SHA-256 of the SubjectPublicKeyInfo in
    /// base64, or the form <c>pin-sha256="..."</c> of RFC 7469; <see cref="PinOf"/> computes one. Any certificate of the chain
    /// counts. There must be two or more: the key in use, and a backup for the day when the registry changes it. Default: none.
    /// </summary>
    public IReadOnlyList<string> PublicKeyPins { get; init; } = [];

    /// <summary>The certificate that the registry knows the client by. Default: null, none.</summary>
    public EppClientCertificate? ClientCertificate { get; init; }

    /// <summary>
    /// Gives the client certificate for each connection, instead of <see cref="ClientCertificate"/>: for keys that never leave a
    /// hardware module or smart card, and for certificates that are renewed while the pool runs. Its time counts as time of
    /// <see cref="EppTimeoutOptions.Connect"/>. Default: null.
    /// </summary>
    public Func<CancellationToken, ValueTask<EppClientCertificate>>? ClientCertificateProvider { get; init; }

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

    /// <summary>The pin of a certificate's key, for <see cref="PublicKeyPins"/>.</summary>
    /// <param name="certificate">A certificate of the registry's chain.</param>
    /// <returns>The SHA-256 of its SubjectPublicKeyInfo, in base64.</returns>
    public static string PinOf(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return PublicKeyPin.Of(certificate);
    }

    internal void Validate()
    {
        CheckVersions("EppTlsOptions.Versions", Versions);
        ValidatePins();
        if (ClientCertificate is not null && ClientCertificateProvider is not null)
        {
            throw new ArgumentException(
                "EppTlsOptions.ClientCertificate and EppTlsOptions.ClientCertificateProvider are both set; one of them must go.",
                "EppTlsOptions.ClientCertificateProvider");
        }

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

    internal static void CheckVersions(string property, SslProtocols? versions)
    {
        if (versions is { } some && (some == SslProtocols.None || (some & ~DefaultVersions) != 0))
        {
            throw new ArgumentException($"{property} is {some}; it must be Tls12, Tls13 or both, or be null.", property);
        }
    }

    private void ValidatePins()
    {
        if (PublicKeyPins.Count == 0)
        {
            return;
        }

        if (DangerousAcceptAnyServerCertificate)
        {
            throw new ArgumentException(
                "EppTlsOptions.DangerousAcceptAnyServerCertificate is true although EppTlsOptions.PublicKeyPins is set; one of them must go.",
                "EppTlsOptions.DangerousAcceptAnyServerCertificate");
        }

        if (PublicKeyPins.FirstOrDefault(pin => PublicKeyPin.Normalise(pin) is null) is { } wrong)
        {
            throw new ArgumentException(
                $"EppTlsOptions.PublicKeyPins has '{wrong}', which is no SHA-256 in base64 (RFC 7469); EppTlsOptions.PinOf computes the pin of a certificate.",
                "EppTlsOptions.PublicKeyPins");
        }

        if (PublicKeyPins.Select(PublicKeyPin.Normalise).Distinct().Count() < FewestPins)
        {
            throw new ArgumentException(
                "EppTlsOptions.PublicKeyPins has 1 key; it must have 2 or more: add the pin of a backup key, or the day on which the registry changes its key locks this client out.",
                "EppTlsOptions.PublicKeyPins");
        }
    }
}

/// <summary>The pins of RFC 7469, section 2.4: the SHA-256 of a certificate's SubjectPublicKeyInfo, in base64.</summary>
internal static class PublicKeyPin
{
    private const string DirectiveStart = "pin-sha256=\"";

    public static string Of(X509Certificate2 certificate) => Convert.ToBase64String(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));

    /// <summary>The base64 of a pin; null where the text is none.</summary>
    public static string? Normalise(string text)
    {
        var base64 = text.StartsWith(DirectiveStart, StringComparison.OrdinalIgnoreCase) && text.EndsWith('"')
            ? text[DirectiveStart.Length..^1]
            : text;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes + 1];
        return Convert.TryFromBase64String(base64, hash, out var length) && length == SHA256.HashSizeInBytes ? Convert.ToBase64String(hash[..length]) : null;
    }
}
