using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EppClient.IntegrationTests.ConnectionFailures;

/// <summary>A root authority with an intermediate authority that issues test certificates. None of them is in a certificate store.</summary>
internal sealed class TestAuthority
{
    private const string ServerPurpose = "1.3.6.1.5.5.7.3.1";
    private const string ClientPurpose = "1.3.6.1.5.5.7.3.2";

    public TestAuthority()
    {
        RootWithKey = SelfSigned("CN=Test Root");
        Root = X509CertificateLoader.LoadCertificate(RootWithKey.RawData);
        IntermediateWithKey = Issue(RootWithKey, "CN=Test Intermediate", isAuthority: true);
        Intermediate = X509CertificateLoader.LoadCertificate(IntermediateWithKey.RawData);
    }

    public static TestAuthority Shared { get; } = new();

    public X509Certificate2 Root { get; }

    public X509Certificate2 RootWithKey { get; }

    public X509Certificate2 Intermediate { get; }

    public X509Certificate2 IntermediateWithKey { get; }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>TLS options of a server on loopback with the certificate and the intermediate certificate.</summary>
    public SslServerAuthenticationOptions Server(X509Certificate2 certificate) => new()
    {
        ServerCertificateContext = SslStreamCertificateContext.Create(certificate, [Intermediate], offline: true),
    };

    public X509Certificate2 ServerCertificate(string name = "localhost", bool hasExpired = false, X509Extension? more = null) =>
        Issue(IntermediateWithKey, $"CN={name}", isAuthority: false, ServerPurpose, name, hasExpired, more);

    public X509Certificate2 ClientCertificate(string name = "registrar") => Issue(IntermediateWithKey, $"CN={name}", isAuthority: false, ClientPurpose);

    private static X509Certificate2 SelfSigned(string subject)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request(subject, key, isAuthority: true);
        return request.CreateSelfSigned(Now.AddYears(-1), Now.AddYears(1));
    }

    private static X509Certificate2 Issue(
        X509Certificate2 issuer, string subject, bool isAuthority, string? purpose = null, string? name = null, bool hasExpired = false, X509Extension? more = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request(subject, key, isAuthority);
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        if (purpose is not null)
        {
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], critical: false));
        }

        if (name is not null)
        {
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName(name);
            request.CertificateExtensions.Add(names.Build());
        }

        if (more is not null)
        {
            request.CertificateExtensions.Add(more);
        }

        using var certificate = request.Create(issuer, Now.AddMonths(-2), hasExpired ? Now.AddMonths(-1) : isAuthority ? Now.AddMonths(2) : Now.AddMonths(1), RandomNumberGenerator.GetBytes(8));
        using var withKey = certificate.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }

    private static CertificateRequest Request(string subject, ECDsa key, bool isAuthority)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            isAuthority ? X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign : X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }
}
