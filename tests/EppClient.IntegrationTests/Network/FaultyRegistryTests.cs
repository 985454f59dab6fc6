using EppClient.Commands;
using EppClient.Dk;
using EppClient.Dk.Testing;
using EppClient.Testing.Network;

namespace EppClient.IntegrationTests.Network;

/// <summary>The proxy in front of a registry: TLS passes unchanged, and faults are reported as exceptions of the library.</summary>
public sealed class FaultyRegistryTests
{
    private const int Timeout = 60_000;

    [Fact(Timeout = Timeout)]
    public async Task New_session_is_opened_after_a_cut()
    {
        await using var dk = DkTestRegistry.Start();
        await using var proxy = EppFaultProxy.Start(dk.Host, dk.Port);
        await using var pool = PoolThrough(proxy, dk);

        await pool.SendAsync(new DomainCheck("eksempel.dk"));
        var first = proxy.Connections.Should().ContainSingle().Subject;
        first.BytesToServer.Should().BePositive();
        first.End();
        await first.Completion;
        await pool.SendAsync(new DomainCheck("eksempel.dk"));

        proxy.AcceptedCount.Should().Be(2);
        proxy.DisconnectCount.Should().Be(1);
    }

    [Theory(Timeout = Timeout)]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(1500)]
    public async Task Cut_during_the_opening_is_a_connection_failure(int bytes)
    {
        await using var dk = DkTestRegistry.Start();
        await using var proxy = EppFaultProxy.Start(dk.Host, dk.Port, new EppFaultProxyOptions
        {
            Plan = new EppFaultPlan { ToClient = new EppStreamFaults { DisconnectAfterBytes = bytes } },
        });
        await using var pool = PoolThrough(proxy, dk);

        var failure = await Assert.ThrowsAsync<EppConnectionException>(() => pool.SendAsync(new DomainCheck("eksempel.dk")));

        failure.Delivery.Should().Be(EppDelivery.NotSent);
    }

    private static EppSessionPool PoolThrough(EppFaultProxy proxy, DkTestRegistry dk) => new(new EppOptions
    {
        Host = proxy.Host,
        Port = proxy.Port,
        ClientId = dk.User,
        Password = dk.Password,
        Profile = DkProfile.Current,
        Tls = new EppTlsOptions { TrustedRoots = [dk.CaCertificate] },
        Pool = new EppPoolOptions { MaxSessions = 1, MinReconnectDelay = TimeSpan.FromMilliseconds(1), MaxReconnectDelay = TimeSpan.FromMilliseconds(1) },
    });
}
