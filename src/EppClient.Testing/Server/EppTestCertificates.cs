using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EppClient.Testing.Server;

/// <summary>
/// A certificate authority and a server certificate for loopback, generated at run time and released when disposed. Use one instance for several
/// servers, or for one that stops and starts, so that clients keep trusting it. Many servers can use it at once.
/// </summary>
public sealed class EppTestCertificates : IDisposable
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    private readonly X509Certificate2 _server;

    private EppTestCertificates(X509Certificate2 authority, X509Certificate2 server)
    {
        Authority = authority;
        _server = server;
        ServerOptions = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = SslStreamCertificateContext.Create(server, [authority], offline: true),
        };
    }

    /// <summary>The certificate authority that issued the server's certificate, for clients to trust. This object owns it.</summary>
    public X509Certificate2 Authority { get; }

    internal SslServerAuthenticationOptions ServerOptions { get; }

    /// <summary>Creates both certificates, valid for one year from an hour ago.</summary>
    /// <returns>The certificates.</returns>
    public static EppTestCertificates Create()
    {
        // Clients compare with the system clock, whatever clock the server's sessions use.
        var now = TimeProvider.System.GetUtcNow();
        var (from, to) = (now.AddHours(-1), now.AddYears(1));

        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authorityRequest = new CertificateRequest("CN=EppTestServer authority", authorityKey, HashAlgorithmName.SHA256);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        authorityRequest.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        authorityRequest.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(authorityRequest.PublicKey, false));
        using var authority = authorityRequest.CreateSelfSigned(from, to);

        using var serverKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var issued = CreateServerRequest(serverKey, authority).Create(authority, from, to, RandomNumberGenerator.GetBytes(16));
        using var withKey = issued.CopyWithPrivateKey(serverKey);

        // Some platforms cannot serve TLS with a key that exists only in memory.
        var server = X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), password: null);
        return new EppTestCertificates(X509CertificateLoader.LoadCertificate(authority.RawData), server);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _server.Dispose();
        Authority.Dispose();
    }

    private static CertificateRequest CreateServerRequest(ECDsa key, X509Certificate2 authority)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);

        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([ServerAuthentication], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));
        return request;
    }
}
