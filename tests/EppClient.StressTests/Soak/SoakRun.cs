using System.Diagnostics;
using EppClient.Dk;
using EppClient.Dk.Testing;
using EppClient.TestSupport.Outcomes;
using EppClient.Testing.Network;

namespace EppClient.StressTests.Soak;

/// <summary>A registrar that works over an unreliable network for a long time: all outcomes match the registry's state, and no resource grows.</summary>
internal static class SoakRun
{
    public static async Task<SoakReport> RunAsync(SoakOptions options, Action<string> report)
    {
        report($"Seed {options.Seed}, {options.Duration}, {options.Workers} workers over {options.Sessions} sessions with {options.PipelineDepth} commands each.");
        var clock = new DkClock();
        await using var dk = DkTestRegistry.Start(
            new DkTestRegistryOptions { Balance = 100_000_000m, Clock = clock, ValidatesRequests = false }, registry => Worker.Seed(registry, options.Workers));
        await using var proxy = EppFaultProxy.Start(dk.Host, dk.Port, new EppFaultProxyOptions { Seed = options.Seed });
        var faults = new FaultSchedule(proxy, options);
        var tally = new OutcomeTally();
        List<Worker> workers = [.. Enumerable.Range(0, options.Workers).Select(number => new Worker(number, dk, new Random(options.Seed + number)))];
        List<Sample> samples = [];
        int handlesAtTheEnd;
        await using (var pool = new EppSessionPool(PoolOptions(dk, proxy, options), timeProvider: clock))
        {
            using var stop = new CancellationTokenSource(options.Duration);
            var work = Task.WhenAll(workers.Select(worker => Task.Run(() => worker.WorkAsync(pool, tally, stop.Token))));
            await Task.WhenAll(faults.RunAsync(stop.Token), ObserveAsync(), work);
            samples.Add(Sample.Take(options.Duration, tally, dk, proxy, faults));

            async Task ObserveAsync()
            {
                report(Sample.Header);
                var started = Stopwatch.GetTimestamp();
                using var timer = new PeriodicTimer(options.SampleInterval);
                while (!stop.IsCancellationRequested && !work.IsFaulted && await timer.WaitForNextTickAsync())
                {
                    samples.Add(Sample.Take(Stopwatch.GetElapsedTime(started), tally, dk, proxy, faults));
                    report(samples[^1].ToString());
                }
            }
        }

        await Task.WhenAll(proxy.Connections.Select(connection => connection.Completion));
        using var process = Process.GetCurrentProcess();
        handlesAtTheEnd = Sample.HandleCount(process);
        return new SoakReport(samples, faults.Counts, [.. tally.Wrong, .. workers.SelectMany(worker => worker.Differences()), .. Growth.In(samples)], tally.Total, tally.InFlight, handlesAtTheEnd);
    }

    private static EppOptions PoolOptions(DkTestRegistry dk, EppFaultProxy proxy, SoakOptions options) => new()
    {
        Host = proxy.Host,
        Port = proxy.Port,
        ClientId = dk.User,
        Password = dk.Password,
        SponsorId = dk.Account,
        Profile = DkProfile.Current with { ReconciliationDelay = options.SettlingTime },
        Tls = new EppTlsOptions { TrustedRoots = [dk.CaCertificate] },
        Timeouts = new EppTimeoutOptions { Command = options.CommandTimeout, Open = options.CommandTimeout, Connect = options.CommandTimeout, Logout = TimeSpan.FromSeconds(1) },
        Pool = new EppPoolOptions
        {
            MaxSessions = options.Sessions,
            PipelineDepth = options.PipelineDepth,
            MinReconnectDelay = TimeSpan.FromMilliseconds(20),
            MaxReconnectDelay = TimeSpan.FromMilliseconds(200),
        },
    };
}
