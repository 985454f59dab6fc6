using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EppClient.Tests.Transport;

/// <summary>A certificate authority created for one test run.</summary>
internal sealed class TestCertificates
{
    private static readonly Lazy<TestCertificates> LazyInstance = new(() => new TestCertificates());

    private TestCertificates()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Test Root", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        Root = request.CreateSelfSigned(Now.AddYears(-1), Now.AddYears(1));
    }

    public static TestCertificates Instance => LazyInstance.Value;

    public X509Certificate2 Root { get; }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public X509Certificate2 Server(string name, bool hasExpired = false) => Issue(name, "1.3.6.1.5.5.7.3.1", hasExpired);

    public X509Certificate2 Client(string name) => Issue(name, "1.3.6.1.5.5.7.3.2", hasExpired: false);

    private X509Certificate2 Issue(string name, string purpose, bool hasExpired)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], critical: false));
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out var address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(name);
        }

        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(
            Root, Now.AddMonths(-2), hasExpired ? Now.AddMonths(-1) : Now.AddMonths(1), RandomNumberGenerator.GetBytes(8));
        using var withKey = certificate.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }
}
