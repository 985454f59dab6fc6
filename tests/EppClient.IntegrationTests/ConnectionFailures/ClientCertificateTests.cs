using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using EppClient.IntegrationTests.HostileServers;

namespace EppClient.IntegrationTests.ConnectionFailures;

/// <summary>Client certificates on .NET: every form, the whole chain, and an error that reports which side rejected the connection.</summary>
[Trait("Failure", "9")]
public sealed class ClientCertificateTests
{
    private static readonly TestAuthority Authority = TestAuthority.Shared;

    [Theory(Timeout = Attempt.Timeout)]
    [InlineData("pem", SslProtocols.Tls12)]
    [InlineData("pem", SslProtocols.Tls13)]
    [InlineData("pem with the chain first", SslProtocols.Tls13)]
    [InlineData("pfx", SslProtocols.Tls12)]
    [InlineData("pfx", SslProtocols.Tls13)]
    [InlineData("certificate", SslProtocols.Tls13)]
    [InlineData("context", SslProtocols.Tls13)]
    public async Task Registry_gets_the_whole_chain_in_every_form(string form, SslProtocols version)
    {
        IReadOnlyList<string> seen = [];
        await using var server = HostileServer.StartTls(Demanding(version, names => seen = names), c => c.ServeAsync());

        await Attempt.SucceedsAsync(server, With(server, tls => tls with { ClientCertificate = Certificate(form) }));

        seen.Should().Equal("CN=registrar", "CN=Test Intermediate");
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Provider_is_called_for_each_connection()
    {
        var seen = new List<string>();
        var requested = 0;
        await using var server = HostileServer.StartTls(Demanding(SslProtocols.Tls13, names => seen.Add(names[0])), c => c.ServeAsync());
        await using var pool = Client.For(server, With(server, tls => tls with
        {
            ClientCertificateProvider = _ => ValueTask.FromResult(
                EppClientCertificate.FromCertificate(Authority.ClientCertificate($"registrar {++requested}"), Authority.Intermediate)),
        }));

        await pool.CheckAsync("a.example");
        pool.Clear();
        await pool.CheckAsync("b.example");

        seen.Should().Equal("CN=registrar 1", "CN=registrar 2");
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Provider_failure_is_reported_with_its_exception_as_inner_exception()
    {
        await using var server = HostileServer.Start(c => c.ServeAsync());

        var failure = await Attempt.FailsAsync(server, EppConnectionError.ClientCertificateUnavailable, With(server, tls => tls with
        {
            ClientCertificateProvider = _ => throw new InvalidOperationException("PIN 4711 is wrong"),
        }));

        failure.Message.Should().NotContain("4711");
        failure.InnerException.Should().BeOfType<InvalidOperationException>();
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Certificate_is_not_sent_if_not_requested()
    {
        await using var server = HostileServer.StartTls(
            new SslServerAuthenticationOptions { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is null }, c => c.ServeAsync());

        await Attempt.SucceedsAsync(server, With(server, tls => tls with { ClientCertificate = Certificate("pem") }));
    }

    [SkippableTheory(Timeout = Attempt.Timeout)]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task Unlisted_certificate_is_rejected_by_the_registry(SslProtocols version)
    {
        var failure = await RefusedAsync(version, Certificate("pem"));

        failure.Error.Should().Be(EppConnectionError.ClientCertificateRefused, failure.Message);
        failure.Message.Should().Contain("alert 48 (unknown_ca").And.Contain("'CN=registrar' with 1 certificates above it").And.Contain(failure.Error.Remedy());
        failure.IsTransient.Should().BeFalse("a retry cannot succeed");
    }

    [SkippableTheory(Timeout = Attempt.Timeout)]
    [InlineData(SslProtocols.Tls12, "alert 40 (handshake_failure)")]
    [InlineData(SslProtocols.Tls13, "alert 116 (certificate_required)")]
    public async Task Missing_certificate_is_rejected_by_the_registry(SslProtocols version, string alert)
    {
        var failure = await RefusedAsync(version, null);

        failure.Error.Should().Be(EppConnectionError.ClientCertificateMissing, failure.Message);
        failure.Message.Should().Contain(alert).And.Contain(failure.Error.Remedy());
    }

    [Theory(Timeout = Attempt.Timeout)]
    [InlineData(SslProtocols.Tls12, true)]
    [InlineData(SslProtocols.Tls12, false)]
    [InlineData(SslProtocols.Tls13, true)]
    [InlineData(SslProtocols.Tls13, false)]
    public async Task Close_without_an_alert_suggests_the_certificate(SslProtocols version, bool hasCertificate)
    {
        var options = Demanding(version, _ => { });
        options.RemoteCertificateValidationCallback = (_, _, _, _) => false;
        await using var server = HostileServer.StartTls(options, c => c.ServeAsync());
        await using var pool = Client.For(server, With(server, tls => tls with { ClientCertificate = hasCertificate ? Certificate("pem") : null }));

        var failure = await Client.FailureOf<EppConnectionException>(() => pool.CheckAsync("a.example"), EppDelivery.NotSent);

        failure.Message.Should().Contain("EppTlsOptions.ClientCertificate").And.Contain(hasCertificate ? "'CN=registrar' with 1 certificates above it" : "no client certificate");
        failure.Error.Should().BeOneOf(EppConnectionError.ClosedBeforeGreeting, EppConnectionError.ClientCertificateMissing, EppConnectionError.ClientCertificateRefused);
    }

    private static async Task<EppConnectionException> RefusedAsync(SslProtocols version, EppClientCertificate? certificate)
    {
        Skip.IfNot(OpenSslServer.IsInstalled, "The openssl program is not installed.");
        await using var server = await OpenSslServer.StartAsync(version, Authority, new TestAuthority().Root);
        await using var pool = new EppSessionPool(new EppOptions
        {
            Host = "localhost",
            Port = server.Port,
            ClientId = "REG-1",
            Password = "not-a-secret",
            Tls = new EppTlsOptions { TrustedRoots = [Authority.Root], ClientCertificate = certificate },
            Recovery = new EppRecoveryOptions { RetryPipeline = Polly.ResiliencePipeline.Empty },
        });

        return await Client.FailureOf<EppConnectionException>(() => pool.CheckAsync("a.example"), EppDelivery.NotSent);
    }

    private static Func<EppOptions, EppOptions> With(HostileServer server, Func<EppTlsOptions, EppTlsOptions> change) =>
        options => options with { Tls = change(new EppTlsOptions { TrustedRoots = [server.TrustedRoot] }) };

    private static EppClientCertificate Certificate(string form)
    {
        var certificate = Authority.ClientCertificate();
        using var key = certificate.GetECDsaPrivateKey()!;
        return form switch
        {
            "pem" => EppClientCertificate.FromPem(
                certificate.ExportCertificatePem() + "\n" + Authority.Intermediate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem()),
            "pem with the chain first" => EppClientCertificate.FromPem(
                Authority.Root.ExportCertificatePem() + "\n" + Authority.Intermediate.ExportCertificatePem() + "\n" + certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem()),
            "pfx" => EppClientCertificate.FromPfx(
                new X509Certificate2Collection { Authority.Intermediate, certificate }.Export(X509ContentType.Pkcs12, "secret")!, "secret"),
            "context" => EppClientCertificate.FromContext(SslStreamCertificateContext.Create(certificate, [Authority.Intermediate], offline: true)),
            _ => EppClientCertificate.FromCertificate(certificate, Authority.Intermediate),
        };
    }

    /// <summary>Requires a certificate, accepts any, and returns the subjects of the chain that was sent, leaf first.</summary>
    private static SslServerAuthenticationOptions Demanding(SslProtocols version, Action<IReadOnlyList<string>> see) => new()
    {
        EnabledSslProtocols = version,
        ClientCertificateRequired = true,
        RemoteCertificateValidationCallback = (_, certificate, chain, _) =>
        {
            if (certificate is null)
            {
                return false;
            }

            see([certificate.Subject, .. chain!.ChainPolicy.ExtraStore.Select(sent => sent.Subject).Where(subject => subject != certificate.Subject)]);
            return true;
        },
    };
}
