using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EppClient;

/// <summary>A client certificate with its private key and intermediate certificates, for registries that require one.</summary>
public sealed class EppClientCertificate
{
    private EppClientCertificate(X509Certificate2 certificate, X509Certificate2Collection intermediates)
        // Offline: missing certificates are not downloaded from addresses that the certificate names.
        : this(SslStreamCertificateContext.Create(WithKey(certificate), intermediates, offline: true))
    {
    }

    private EppClientCertificate(SslStreamCertificateContext context)
    {
        Certificate = WithKey(context.TargetCertificate);
        Context = context;
    }

    /// <summary>The certificate itself.</summary>
    public X509Certificate2 Certificate { get; }

    internal SslStreamCertificateContext Context { get; }

    /// <summary>
    /// Creates an instance from a certificate with its private key, such as one from a certificate store, or one whose key stays in a hardware
    /// module: on Windows a key of a key storage provider, on Linux one of an OpenSSL provider (<see cref="SafeEvpPKeyHandle.OpenKeyFromProvider"/>).
    /// </summary>
    /// <param name="certificate">The certificate. Do not dispose it while it is used.</param>
    /// <param name="intermediates">The intermediate certificates.</param>
    /// <exception cref="ArgumentException">The certificate has no private key.</exception>
    public static EppClientCertificate FromCertificate(X509Certificate2 certificate, params X509Certificate2[] intermediates) =>
        new(certificate, [.. intermediates]);

    /// <summary>Creates an instance from a context of the TLS stack, for full control of the chain that is sent.</summary>
    /// <param name="context">The certificate, key and intermediate certificates.</param>
    /// <exception cref="ArgumentException">The certificate has no private key.</exception>
    public static EppClientCertificate FromContext(SslStreamCertificateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new EppClientCertificate(context);
    }

    /// <summary>Reads PEM text.</summary>
    /// <param name="certificatePem">The certificate and its intermediate certificates, in any order: the key determines which one is the client's.</param>
    /// <param name="keyPem">The private key: PKCS#8, PKCS#1 or SEC 1.</param>
    /// <param name="keyPassword">The password of an encrypted PKCS#8 key. Not needed if the key is not encrypted.</param>
    /// <exception cref="EppClientCertificateException">
    /// The text does not contain a certificate and its key; <see cref="EppClientCertificateException.Error"/> identifies the mistake.
    /// </exception>
    public static EppClientCertificate FromPem(string certificatePem, string keyPem, string? keyPassword = null)
    {
        ArgumentNullException.ThrowIfNull(certificatePem);
        ArgumentNullException.ThrowIfNull(keyPem);
        return FromPem(certificatePem, keyPem, keyPassword, "the text of the certificate", "the text of the key");
    }

    /// <summary>Reads PEM files; see <see cref="FromPem(string, string, string?)"/>.</summary>
    /// <param name="certificatePath">The path of the file with the certificate and its intermediate certificates.</param>
    /// <param name="keyPath">The path of the file with the private key; it may be the same file.</param>
    /// <param name="keyPassword">The password of an encrypted key.</param>
    /// <exception cref="EppClientCertificateException">
    /// The files do not contain a certificate and its key; <see cref="EppClientCertificateException.Error"/> identifies the mistake.
    /// </exception>
    public static EppClientCertificate FromPemFiles(string certificatePath, string keyPath, string? keyPassword = null) =>
        FromPem(File.ReadAllText(certificatePath), File.ReadAllText(keyPath), keyPassword, $"the file '{certificatePath}'", $"the file '{keyPath}'");

    /// <summary>Reads PKCS#12, as in .pfx and .p12 files.</summary>
    /// <param name="data">The content of the file.</param>
    /// <param name="password">The password; null for none.</param>
    /// <exception cref="EppClientCertificateException">
    /// The password is missing or wrong, or the data are not PKCS#12, or contain no private key; <see cref="EppClientCertificateException.Error"/> identifies
    /// the mistake.
    /// </exception>
    public static EppClientCertificate FromPfx(ReadOnlySpan<byte> data, string? password = null) => Of(ClientCertificateFiles.FromPfx(data, password, "the PKCS#12 data"));

    /// <summary>Reads a .pfx or .p12 file; see <see cref="FromPfx"/>.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="password">The password; null for none.</param>
    /// <inheritdoc cref="FromPfx" path="/exception"/>
    public static EppClientCertificate FromPfxFile(string path, string? password = null) =>
        Of(ClientCertificateFiles.FromPfx(File.ReadAllBytes(path), password, $"the file '{path}'"));

    /// <summary>The subject and the number of intermediate certificates.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"'{Certificate.Subject}' with {Context.IntermediateCertificates.Count} certificates above it");

    private static X509Certificate2 WithKey(X509Certificate2 certificate) => certificate.HasPrivateKey
        ? certificate
        : throw new ArgumentException($"The client certificate '{certificate.Subject}' has no private key.", nameof(certificate));

    private static EppClientCertificate FromPem(string certificatePem, string keyPem, string? password, string certificateSource, string keySource)
    {
        var (certificate, others) = ClientCertificateFiles.FromPem(certificatePem, keyPem, password, certificateSource, keySource);
        return new EppClientCertificate(WithUsableKey(certificate), others);
    }

    private static EppClientCertificate Of((X509Certificate2 Certificate, X509Certificate2Collection Others) read) => new(read.Certificate, read.Others);

    // Windows TLS requires a key in a key store; importing the PEM key as PKCS#12 puts it into one.
    private static X509Certificate2 WithUsableKey(X509Certificate2 certificate)
    {
        if (!OperatingSystem.IsWindows())
        {
            return certificate;
        }

        using (certificate)
        {
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
        }
    }
}
