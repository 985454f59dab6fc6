using System.IO.Pipelines;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using EppClient.Commands;
using EppClient.Dk.Testing;
using EppClient.Protocol;
using EppClient.Testing.Validation;
using EppClient.Transport;
using EppClient.Xml;

namespace EppClient.IntegrationTests.Conformance;

/// <summary>Connections, greetings and logins.</summary>
public sealed class ConnectionTests
{
    [Theory(Timeout = RstFixture.Timeout)]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    [Trait("RST", "epp-01")]
    public async Task Server_uses_TLS_with_a_valid_certificate_chain(SslProtocols version)
    {
        await using var world = new RstFixture();
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(world.Dk.Host, world.Dk.Port);
        await using var tls = new SslStream(tcp.GetStream());

        await tls.AuthenticateAsClientAsync(Trusting(world, version));

        tls.SslProtocol.Should().Be(version);
        using var certificate = new X509Certificate2(tls.RemoteCertificate!);
        certificate.NotAfter.Should().BeAfter(TimeProvider.System.GetLocalNow().DateTime);
    }

    [Fact(Timeout = RstFixture.Timeout)]
    [Trait("RST", "epp-01")]
    public async Task Client_rejects_a_certificate_for_another_name_or_of_an_untrusted_authority()
    {
        await using var world = new RstFixture();
        await using var distrustful = new EppSessionPool(world.Options with { Tls = new EppTlsOptions() });
        await using var misled = new EppSessionPool(world.Options with { Tls = world.Options.Tls with { ServerName = "epp.example" } });

        (await Assert.ThrowsAsync<EppConnectionException>(() => distrustful.SendAsync(new DomainCheck("ledig.dk")))).Delivery.Should().Be(EppDelivery.NotSent);
        (await Assert.ThrowsAsync<EppConnectionException>(() => misled.SendAsync(new DomainCheck("ledig.dk")))).Delivery.Should().Be(EppDelivery.NotSent);
    }

    [Fact(Timeout = RstFixture.Timeout)]
    [Trait("RST", "epp-02")]
    public async Task Greeting_is_valid_and_has_the_required_content()
    {
        await using var world = new RstFixture();
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(world.Dk.Host, world.Dk.Port);
        await using var tls = new SslStream(tcp.GetStream());
        await tls.AuthenticateAsClientAsync(Trusting(world));

        using var frame = await new EppFrameReader(PipeReader.Create(tls)).ReadAsync();

        EppSchemaValidator.For(DkSchemaProfile.Current).Validate(frame!.Payload).Should().BeEmpty();
        var greeting = MessageReader.ReadGreeting(frame.Payload, EppXmlDialect.Standard);
        greeting.ServerId.Should().NotBeEmpty();
        greeting.ServerDate.Should().BeCloseTo(TimeProvider.System.GetUtcNow(), TimeSpan.FromSeconds(30));
        greeting.Versions.Should().Equal("1.0");
        greeting.Languages.Should().Contain("en");
        greeting.ObjectUris.Should().Contain([EppNamespaces.Domain, EppNamespaces.Host, EppNamespaces.Contact]);
        greeting.ExtensionUris.Should().Contain(EppNamespaces.SecDns);
    }

    [Fact(Timeout = RstFixture.Timeout)]
    [Trait("RST", "epp-03")]
    public async Task Login_requires_an_account_and_its_password()
    {
        await using var world = new RstFixture();
        foreach (var (user, password) in ((string, string)[])[("EPP-999999", world.Dk.Password), (world.Dk.User, "Noget-Andet-1")])
        {
            await using var stranger = new EppSessionPool(world.Options with { ClientId = user, Password = password });

            var failure = await Assert.ThrowsAsync<EppAuthenticationException>(() => stranger.SendAsync(new DomainCheck("ledig.dk")));

            failure.Code.Value.Should().Be(2200);
        }

        (await RstFixture.CodeOf(world.One, new DomainCheck("ledig.dk"))).Should().Be(1000);
    }

    [Fact(Timeout = RstFixture.Timeout)]
    [Trait("RST", "epp-17")]
    public async Task Objects_are_the_same_on_every_connection()
    {
        await using var world = new RstFixture();
        await using var first = await world.One.RentAsync();
        await using var second = await world.One.RentAsync();
        foreach (var command in (IEppCommand[])[new DomainInfo(RstFixture.Registered), new HostInfo(RstFixture.Ns1), new ContactInfo(RstFixture.Registrant)])
        {
            var (one, other) = (await first.TrySendAsync(command), await second.TrySendAsync(command));

            one.Code.Value.Should().Be(1000);
            one.DataElements.Should().BeEquivalentTo(other.DataElements, options => options.RespectingRuntimeTypes());
        }

        world.Dk.Server.ConnectionCount.Should().BeGreaterThanOrEqualTo(2);
    }

    private static SslClientAuthenticationOptions Trusting(RstFixture world, SslProtocols version = SslProtocols.None) => new()
    {
        TargetHost = world.Dk.Host,
        EnabledSslProtocols = version,
        CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { world.Dk.CaCertificate },
            RevocationMode = X509RevocationMode.NoCheck,
        },
    };
}
