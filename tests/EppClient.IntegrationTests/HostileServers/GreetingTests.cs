using System.Text.RegularExpressions;

namespace EppClient.IntegrationTests.HostileServers;

/// <summary>Greetings that are late or have unusual content.</summary>
public sealed class GreetingTests
{
    [Fact(Timeout = 30_000)]
    public async Task HelloFirst_sends_a_hello_and_opens_the_session()
    {
        await using var server = HostileServer.Start(GreetAfterHelloAsync);
        await using var pool = Client.For(server, o => o with { Profile = o.Profile with { HelloFirst = true } });

        await pool.CheckAsync("a.example");
        (await EppProbe.GetGreetingAsync(pool.Options)).ServerId.Should().Be("Test");
    }

    [Fact(Timeout = 30_000)]
    public async Task Timeout_waiting_for_the_greeting_suggests_HelloFirst()
    {
        await using var server = HostileServer.Start(GreetAfterHelloAsync);
        await using var pool = Client.For(server);

        var timeout = await Client.FailureOf<EppTimeoutException>(() => pool.CheckAsync("a.example", Client.Short), EppDelivery.NotSent);

        timeout.Message.Should().Contain("EppProfile.HelloFirst");
    }

    [Fact(Timeout = 30_000)]
    public async Task Fallback_server_is_used_if_a_server_closes_before_its_greeting()
    {
        await using var closing = HostileServer.Start(c => Task.CompletedTask);
        await using var fallback = HostileServer.Start(c => c.ServeAsync());
        await using var pool = Client.For(closing, o => o with { Tls = TrustingBoth(closing, fallback), Connection = o.Connection with { FallbackEndpoints = [new EppEndpoint("localhost", fallback.Port)] } });

        await pool.CheckAsync("a.example");

        closing.Connections.Should().Be(1);
        fallback.Connections.Should().Be(1);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("<lang>en-US</lang>", null, "en-US")]
    [InlineData("<lang>da</lang><lang>en</lang>", null, "en")]
    [InlineData("<lang>cs</lang><lang>de</lang>", null, "cs")]
    [InlineData("<lang>en-US</lang>", "en", "en")]
    public async Task Login_uses_an_offered_language_unless_one_is_set(string offered, string? set, string sent)
    {
        string? login = null;
        await using var server = HostileServer.Start(async c =>
        {
            await c.SendAsync(Wire.Greeting.Replace("<lang>en</lang>", offered, StringComparison.Ordinal));
            login = await c.ReceiveAsync();
            await c.SendAsync(Wire.Success(login));
            await c.RespondToAllAsync();
        });
        await using var pool = Client.For(server, o => o with { Login = o.Login with { Language = set } });

        await pool.CheckAsync("a.example");

        Regex.Match(login!, "<lang>([^<]*)</lang>").Groups[1].Value.Should().Be(sent);
    }

    private static EppTlsOptions TrustingBoth(HostileServer one, HostileServer other) => new() { TrustedRoots = [one.TrustedRoot, other.TrustedRoot] };

    private static async Task GreetAfterHelloAsync(HostileConnection connection)
    {
        (await connection.ReceiveAsync()).Should().Contain("<hello");
        await connection.OpenAsync();
        await connection.RespondToAllAsync();
    }
}
