using EppClient.Dk;
using EppClient.Dk.Testing;
using EppClient.TestSupport.Outcomes;
using EppClient.Testing.Network;
using Xunit.Abstractions;

namespace EppClient.IntegrationTests.Outcomes;

/// <summary>Connections dropped at any byte: every command has one correct outcome, and reconciliation determines the unknown ones.</summary>
[Trait("Failure", "2")]
public sealed class RandomCutTests(ITestOutputHelper output)
{
    [Theory(Timeout = 3_600_000)]
    [InlineData(EppReconciliationMode.Manual)]
    [InlineData(EppReconciliationMode.Automatic)]
    public async Task Outcomes_over_dropped_connections_match_the_registry(EppReconciliationMode mode)
    {
        var commands = mode == EppReconciliationMode.Manual ? TestSize.Of(eachCommit: 2_000, full: 100_000) : TestSize.Of(eachCommit: 1_000, full: 20_000);
        var clock = new DkClock();
        await using var dk = DkTestRegistry.Start(new DkTestRegistryOptions { Balance = 10_000_000m, Clock = clock, ValidatesRequests = false }, Worker.Seed);
        var cuts = new Random(TestSize.Seed);
        await using var proxy = EppFaultProxy.Start(dk.Host, dk.Port, new EppFaultProxyOptions { PlanFor = _ => NextCut(cuts) });
        await using var pool = new EppSessionPool(
            new EppOptions
            {
                Host = dk.Host,
                Port = proxy.Port,
                ClientId = dk.User,
                Password = dk.Password,
                SponsorId = dk.Account,
                Profile = DkProfile.Current with { ReconciliationDelay = TimeSpan.FromMilliseconds(250) },
                Tls = new EppTlsOptions { TrustedRoots = [dk.CaCertificate] },
                Pool = new EppPoolOptions { MaxSessions = Worker.Clients, MinReconnectDelay = TimeSpan.FromMilliseconds(1), MaxReconnectDelay = TimeSpan.FromMilliseconds(5) },
                Recovery = new EppRecoveryOptions { Reconciliation = mode },
            },
            timeProvider: clock);
        var tally = new OutcomeTally();

        await Task.WhenAll(Enumerable.Range(0, Worker.Clients).Select(async number =>
        {
            var worker = new Worker(number, dk, new Random(TestSize.Seed + number));
            for (var i = number; i < commands; i += Worker.Clients)
            {
                await tally.CountAsync(pool, await worker.NextAsync(pool));
            }
        }));

        output.WriteLine($"{TestSize.Repeat}: {tally}, {proxy.DisconnectCount} cuts");
        string.Join(Environment.NewLine, tally.Wrong).Should().BeEmpty(TestSize.Repeat);
        tally.Total.Should().Be(commands);
        proxy.DisconnectCount.Should().BeGreaterThan(commands / 100);
        tally["completed"].Should().BeGreaterThan(commands / 2);
        tally["rejected"].Should().BePositive();
        if (mode == EppReconciliationMode.Manual)
        {
            tally["Applied"].Should().BePositive();
            tally["NotApplied"].Should().BePositive();
        }
        else
        {
            tally["reconciled"].Should().BePositive();
        }
    }

    /// <summary>Some connections are dropped while they open, the others between commands, within a command, or within a response.</summary>
    private static EppFaultPlan NextCut(Random random)
    {
        var cut = new EppStreamFaults
        {
            DisconnectAfterBytes = random.Next(8) == 0 ? random.Next(1, 3_500) : random.Next(3_500, 30_000),
            Ending = (EppFaultEnding)random.Next(2),
        };
        return random.Next(2) == 0 ? new EppFaultPlan { ToServer = cut } : new EppFaultPlan { ToClient = cut };
    }
}
