using EppClient.IntegrationTests.Callers;
using EppClient.IntegrationTests.HostileServers;

namespace EppClient.IntegrationTests.Telemetry;

public sealed class WireLogTests
{
    [Fact(Timeout = 30_000)]
    public async Task Messages_are_logged_redacted_if_enabled()
    {
        using var log = new ClientLog();
        await RunAsync(log, isAskedFor: true);

        log.Of("WireSent").Should().HaveCount(3).And.ContainSingle(text => text.Contains("<pw>***</pw>", StringComparison.Ordinal));
        log.Of("WireReceived").Should().HaveCount(4).And.OnlyContain(text => text.StartsWith("Session 1 received", StringComparison.Ordinal));
    }

    [Fact(Timeout = 30_000)]
    public async Task Messages_are_not_logged_by_default_at_any_level()
    {
        using var log = new ClientLog();
        await RunAsync(log, isAskedFor: false);

        log.Of("WireSent").Should().BeEmpty();
        log.Of("WireReceived").Should().BeEmpty();
        log.Of("SessionRented").Should().ContainSingle();
        log.Of("SessionReturned").Should().ContainSingle();
        log.Of("SessionRetired").Should().ContainSingle();
    }

    private static async Task RunAsync(ClientLog log, bool isAskedFor)
    {
        await using var server = HostileServer.Start(connection => connection.ServeAsync());
        await using var pool = Client.For(server, options => options with { Observability = options.Observability with { EnableWireLogging = isAskedFor } }, log);
        await pool.CheckAsync("a.example");
    }
}
