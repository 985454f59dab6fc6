using System.Net;
using System.Text;
using EppClient.IntegrationTests.HostileServers;

namespace EppClient.IntegrationTests.ConnectionFailures;

/// <summary>Registries with an allow list: a source address of this machine, or a proxy.</summary>
[Trait("Failure", "24")]
public sealed class SourceAddressTests
{
    private const string SecretOfProxy = "Grüße-4711";

    private static readonly TestAuthority Authority = TestAuthority.Shared;

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Configured_source_address_is_used()
    {
        IPAddress? seen = null;
        await using var server = HostileServer.Start(c =>
        {
            seen = c.ClientAddress;
            return c.ServeAsync();
        });

        await Attempt.SucceedsAsync(server, o => o with { Connection = o.Connection with { LocalAddress = IPAddress.Parse("127.0.0.9") } });

        seen.Should().Be(IPAddress.Parse("127.0.0.9"));
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Source_address_of_another_machine_is_reported()
    {
        await using var server = HostileServer.Start(c => c.ServeAsync());

        await Attempt.FailsAsync(server, EppConnectionError.LocalAddressUnusable, o => o with { Host = "127.0.0.1", Connection = o.Connection with { LocalAddress = IPAddress.Parse("192.0.2.1") } });
    }

    [Theory(Timeout = Attempt.Timeout)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Socks_proxy_resolves_the_name_and_connects(byte boundType)
    {
        await using var server = Serving("registry.test");
        await using var proxy = TestProxy.Socks5(boundType: boundType);

        await Attempt.SucceedsAsync(server, Through(proxy, EppProxyKind.Socks5));

        proxy.Asked.Should().Be($"3 registry.test:{server.Port}");
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Socks_proxy_gets_the_credentials_and_an_IP_address()
    {
        await using var server = Serving("registry.test");
        await using var proxy = TestProxy.Socks5("user", SecretOfProxy);

        await Attempt.SucceedsAsync(server, o => Through(proxy, EppProxyKind.Socks5, "user", SecretOfProxy)(o) with
        {
            Host = "::1",
            Tls = new EppTlsOptions { TrustedRoots = [Authority.Root], ServerName = "registry.test" },
        });

        proxy.Asked.Should().Be($"4 ::1:{server.Port}");
    }

    [Theory(Timeout = Attempt.Timeout)]
    [InlineData("HTTP/1.1 200 Connection established\r\n\r\n")]
    [InlineData("HTTP/1.0 200 OK\r\nProxy-Agent: test\r\n\r\n")]
    public async Task Http_proxy_resolves_the_name_and_connects(string response)
    {
        await using var server = Serving("registry.test");
        await using var proxy = TestProxy.HttpConnect(response);

        await Attempt.SucceedsAsync(server, Through(proxy, EppProxyKind.HttpConnect));

        proxy.Asked.Should().Be($"CONNECT registry.test:{server.Port} HTTP/1.1\r\nHost: registry.test:{server.Port}\r\n\r\n");
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Http_proxy_gets_the_credentials()
    {
        await using var server = Serving("registry.test");
        await using var proxy = TestProxy.HttpConnect();

        await Attempt.SucceedsAsync(server, Through(proxy, EppProxyKind.HttpConnect, "user", SecretOfProxy));

        proxy.Asked.Should().Contain($"\r\nProxy-Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"user:{SecretOfProxy}"))}\r\n");
    }

    [Theory(Timeout = Attempt.Timeout)]
    [InlineData(1, EppConnectionError.ProxyRefused, "reply 1")]
    [InlineData(2, EppConnectionError.ProxyRefused, "rules do not allow")]
    [InlineData(3, EppConnectionError.ProxyTargetNotReached, "network is unreachable")]
    [InlineData(4, EppConnectionError.ProxyTargetNotReached, "host is unreachable")]
    [InlineData(5, EppConnectionError.ProxyTargetNotReached, "refused")]
    [InlineData(6, EppConnectionError.ProxyTargetNotReached, "in time")]
    [InlineData(8, EppConnectionError.ProxyRefused, "type of address")]
    public async Task Failure_of_a_socks_proxy_is_reported(byte reply, EppConnectionError error, string said)
    {
        await using var proxy = TestProxy.Socks5(reply: reply);

        (await FailsAsync(proxy, EppProxyKind.Socks5, error)).Should().Contain(said);
    }

    [Theory(Timeout = Attempt.Timeout)]
    [InlineData("HTTP/1.1 403 Forbidden\r\n\r\n", EppConnectionError.ProxyRefused, "\"HTTP/1.1 403 Forbidden\"")]
    [InlineData("HTTP/1.1 502 Bad Gateway\r\n\r\n", EppConnectionError.ProxyTargetNotReached, "502")]
    [InlineData("HTTP/1.1 504 Gateway Timeout\r\n\r\n", EppConnectionError.ProxyTargetNotReached, "504")]
    [InlineData("HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Negotiate\r\nProxy-Authenticate: Basic realm=\"x\"\r\n\r\n", EppConnectionError.ProxyUnauthorized, "(Negotiate, Basic)")]
    [InlineData("HTTP/1.1 abc\r\n\r\n", EppConnectionError.NotAProxy, "HTTP/1.1 abc")]
    public async Task Failure_of_an_http_proxy_is_reported(string response, EppConnectionError error, string said)
    {
        await using var proxy = TestProxy.HttpConnect(response);

        (await FailsAsync(proxy, EppProxyKind.HttpConnect, error)).Should().Contain(said);
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Http_proxy_with_an_endless_header_is_rejected()
    {
        await using var proxy = TestProxy.HttpConnect("HTTP/1.1 200 OK\r\nX: " + new string('x', 10_000));

        (await FailsAsync(proxy, EppProxyKind.HttpConnect, EppConnectionError.ProxyRefused)).Should().Contain("more than 8192 bytes");
    }

    [Theory(Timeout = Attempt.Timeout)]
    [InlineData(null, null, "demands authentication")]
    [InlineData("user", "wrong", "refused the user name or the password")]
    public async Task Socks_proxy_that_rejects_the_credentials_is_reported(string? user, string? password, string said)
    {
        await using var proxy = TestProxy.Socks5("user", SecretOfProxy);

        (await FailsAsync(proxy, EppProxyKind.Socks5, EppConnectionError.ProxyUnauthorized, user, password)).Should().Contain(said).And.NotContain("wrong");
    }

    [Theory(Timeout = Attempt.Timeout)]
    [InlineData(EppProxyKind.Socks5, "HTTP/1.1 400 Bad Request\r\n\r\n", "HTTP server")]
    [InlineData(EppProxyKind.Socks5, "SSH-2.0-x\r\n", "SSH server")]
    [InlineData(EppProxyKind.Socks5, "Go away\r\n", "\"Go away\"")]
    [InlineData(EppProxyKind.HttpConnect, "\u0005\u0000", "SOCKS proxy")]
    [InlineData(EppProxyKind.HttpConnect, "Go away\r\n", "\"Go away\"")]
    [InlineData(EppProxyKind.HttpConnect, "\u0001\u0002\u0003", "an unknown protocol")]
    public async Task Server_that_is_not_a_proxy_is_recognised(EppProxyKind kind, string says, string said)
    {
        await using var proxy = TestProxy.Saying(Encoding.Latin1.GetBytes(says));

        (await FailsAsync(proxy, kind, EppConnectionError.NotAProxy)).Should().Contain(said);
    }

    [Theory(Timeout = Attempt.Timeout)]
    [InlineData(EppProxyKind.Socks5)]
    [InlineData(EppProxyKind.HttpConnect)]
    public async Task Proxy_that_closes_is_reported(EppProxyKind kind)
    {
        await using var proxy = TestProxy.Saying([]);

        (await FailsAsync(proxy, kind, EppConnectionError.ProxyRefused)).Should().Contain("closed the connection");
    }

    [Theory(Timeout = Attempt.Timeout)]
    [InlineData(EppProxyKind.Socks5)]
    [InlineData(EppProxyKind.HttpConnect)]
    public async Task Unreachable_proxy_is_distinguished_from_an_unreachable_registry(EppProxyKind kind)
    {
        var proxy = TestProxy.Silent();
        await proxy.DisposeAsync();

        (await FailsAsync(proxy, kind, EppConnectionError.ProxyNotReached)).Should().Contain("ConnectionRefused");
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Text_received_through_a_proxy_is_reported_as_possibly_from_the_proxy()
    {
        await using var server = HostileServer.StartPlain(c => c.SendRawAsync(Encoding.ASCII.GetBytes("Not from here\r\n")));
        await using var proxy = TestProxy.Socks5();

        (await Attempt.FailsAsync(server, EppConnectionError.UnframedText, Through(proxy, EppProxyKind.Socks5))).Message
            .Should().Contain("\"Not from here\"").And.Contain($"EppConnectionOptions.Proxy (Socks5 127.0.0.1:{proxy.Port}); the response may come from the proxy");
    }

    [Fact(Timeout = Attempt.Timeout)]
    public async Task Certificate_of_an_intercepting_proxy_is_rejected()
    {
        await using var server = HostileServer.StartTls(new TestAuthority() is var other ? other.Server(other.ServerCertificate("registry.test")) : null!, c => c.ServeAsync());
        await using var proxy = TestProxy.HttpConnect();

        await Attempt.FailsAsync(server, EppConnectionError.ServerCertificateUntrusted, Through(proxy, EppProxyKind.HttpConnect));
    }

    private static HostileServer Serving(string name) => HostileServer.StartTls(Authority.Server(Authority.ServerCertificate(name)), c => c.ServeAsync());

    private static Func<EppOptions, EppOptions> Through(TestProxy proxy, EppProxyKind kind, string? user = null, string? password = null) =>
        options => Attempt.Trusting(Authority)(options) with
        {
            Host = "registry.test",
            Connection = new EppConnectionOptions { Proxy = new EppProxy { Kind = kind, Host = "127.0.0.1", Port = proxy.Port, UserName = user, Password = password } },
        };

    private static async Task<string> FailsAsync(TestProxy proxy, EppProxyKind kind, EppConnectionError error, string? user = null, string? password = null)
    {
        await using var server = HostileServer.Start(c => c.ServeAsync());
        var failure = await Attempt.FailsAsync(server, error, Through(proxy, kind, user, password));
        server.Connections.Should().Be(0);
        return failure.Message;
    }
}
