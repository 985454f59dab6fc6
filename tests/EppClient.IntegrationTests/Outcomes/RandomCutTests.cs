using System.Collections.Concurrent;
using EppClient.Dk;
using EppClient.Protocol;
using EppClient.Testing.Dk;
using EppClient.Testing.Network;

namespace EppClient.IntegrationTests.Outcomes;

/// <summary>Connections that break at any octet: every command ends in one true outcome, and the registry's answers settle the unknown ones.</summary>
[Trait("Pain", "2")]
public sealed class RandomCutTests
{
    private const int Seed = 20261125;

    [Theory(Timeout = 180_000)]
    [InlineData(EppReconciliationMode.Manual, 10_000)]
    [InlineData(EppReconciliationMode.Automatic, 2_000)]
    public async Task Commands_over_connections_that_break_end_as_the_registry_has_them(EppReconciliationMode mode, int commands)
    {
        var clock = new DkClock();
        await using var dk = DkTestRegistry.Start(new DkTestRegistryOptions { Balance = 10_000_000m, Clock = clock, ValidatesRequests = false }, Worker.Seed);
        var cuts = new Random(Seed);
        await using var proxy = EppFaultProxy.Start(dk.Host, dk.Port, new EppFaultProxyOptions { PlanFor = _ => NextCut(cuts) });
        await using var pool = new EppSessionPool(
            new EppOptions
            {
                Host = dk.Host,
                Port = proxy.Port,
                ClientId = dk.User,
                Password = dk.Password,
                SponsorId = dk.Account,
                Profile = DkProfile.Current with { SettlingTime = TimeSpan.FromMilliseconds(250) },
                Tls = new EppTlsOptions { TrustedRoots = [dk.CaCertificate] },
                Pool = new EppPoolOptions { MaxSessions = Worker.Clerks, MinReconnectDelay = TimeSpan.FromMilliseconds(1), MaxReconnectDelay = TimeSpan.FromMilliseconds(5) },
                Reconciliation = mode,
            },
            timeProvider: clock);
        var tally = new Tally();

        await Task.WhenAll(Enumerable.Range(0, Worker.Clerks).Select(async number =>
        {
            var worker = new Worker(number, dk, new Random(Seed + number));
            for (var i = number; i < commands; i += Worker.Clerks)
            {
                await tally.CountAsync(pool, await worker.NextAsync(pool));
            }
        }));

        string.Join(Environment.NewLine, tally.Wrong).Should().BeEmpty();
        tally.Total.Should().Be(commands);
        proxy.CutCount.Should().BeGreaterThan(commands / 100);
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

    /// <summary>Some connections break while they open, the others between commands, in a command, or in an answer.</summary>
    private static EppFaultPlan NextCut(Random random)
    {
        var cut = new EppStreamFaults
        {
            CutAfterBytes = random.Next(8) == 0 ? random.Next(1, 3_500) : random.Next(3_500, 30_000),
            Ending = (EppFaultEnding)random.Next(2),
        };
        return random.Next(2) == 0 ? new EppFaultPlan { ToServer = cut } : new EppFaultPlan { ToClient = cut };
    }

    /// <summary>Compares each outcome with the registry's books.</summary>
    private sealed class Tally
    {
        private readonly ConcurrentDictionary<string, int> _counts = new();

        public ConcurrentQueue<string> Wrong { get; } = [];

        public int Total => this["completed"] + this["rejected"] + this["not sent"] + this["unknown"];

        public int this[string outcome] => _counts.GetValueOrDefault(outcome);

        public async Task CountAsync(EppSessionPool pool, Deed deed)
        {
            switch (await pool.AttemptAsync(deed.Command))
            {
                case EppCompleted done:
                    Count(done.Response.Reconciliation is null ? "completed" : "reconciled");
                    if (done.Response.Reconciliation is not null)
                    {
                        Count("completed");
                    }

                    Check(deed, stands: true, done.ToString());
                    break;
                case EppRejected refused:
                    Count("rejected");
                    Check(deed, stands: false, refused.ToString());
                    break;
                case EppNotSent failed:
                    Count("not sent");
                    Check(deed, stands: false, failed.ToString());
                    break;
                case EppUnknown { Unsettled: null }:
                    Count("unknown");
                    break;
                case EppUnknown { Unsettled: { } unsettled }:
                    Count("unknown");
                    await ReconcileAsync(deed, unsettled);
                    break;
                case var other:
                    Wrong.Enqueue($"{deed.Command}: {other}");
                    break;
            }
        }

        private async Task ReconcileAsync(Deed deed, EppUnsettledCommand unsettled)
        {
            var reconciliation = await Patiently.AskAsync(() => unsettled.ReconcileAsync());
            Count(reconciliation.Verdict.ToString());
            if (reconciliation.Verdict == EppReconciliationVerdict.CannotTell)
            {
                Wrong.Enqueue($"{deed.Command.GetType().Name}: {reconciliation}");
                return;
            }

            Check(deed, reconciliation.Verdict == EppReconciliationVerdict.Applied, reconciliation.ToString());
        }

        private void Check(Deed deed, bool stands, string outcome)
        {
            if (!EppResilience.OnlyReads(deed.Command) && deed.Stands() != stands)
            {
                Wrong.Enqueue($"{deed.Command.GetType().Name} ended as {outcome}, but the registry says otherwise.");
            }
        }

        private void Count(string outcome) => _counts.AddOrUpdate(outcome, 1, static (_, count) => count + 1);
    }
}
