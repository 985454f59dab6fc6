using System.Net;
using System.Net.Sockets;
using EppClient.IntegrationTests.Callers;

namespace EppClient.IntegrationTests.HostileServers;

public sealed class FailoverTests
{
    [Fact(Timeout = 30_000)]
    public async Task Fallback_endpoint_is_used_if_the_registry_is_unreachable()
    {
        using var log = new ClientLog();
        await using var spare = HostileServer.Start(connection => connection.ServeAsync());
        var closed = ClosedPort();
        await using var pool = new EppSessionPool(
            Client.OptionsFor(spare) with { Port = closed, Connection = new EppConnectionOptions { FallbackEndpoints = [new EppEndpoint("localhost", spare.Port)] } }, log);

        await pool.CheckAsync("a.example");

        log.Of("EndpointFailed").Should().ContainSingle().Which.Should().ContainAll($"localhost:{closed}", $"localhost:{spare.Port}");
    }

    [Fact(Timeout = 30_000)]
    public async Task Fallback_endpoints_of_the_profile_are_used_by_default()
    {
        await using var spare = HostileServer.Start(connection => connection.ServeAsync());
        await using var pool = Client.For(
            spare, o => o with { Port = ClosedPort(), Profile = o.Profile with { FallbackEndpoints = [new EppEndpoint("localhost", spare.Port)] } });

        await pool.CheckAsync("a.example");

        spare.Connections.Should().Be(1);
    }

    /// <summary>A port on which no server listens.</summary>
    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
