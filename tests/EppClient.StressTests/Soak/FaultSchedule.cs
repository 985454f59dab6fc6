using EppClient.Testing.Network;

namespace EppClient.StressTests.Soak;

/// <summary>Injects a random network fault every few seconds.</summary>
internal sealed class FaultSchedule(EppFaultProxy proxy, SoakOptions options)
{
    private static readonly (string Name, bool Lasts, Func<EppFaultProxy, Random, EppFaultPlan?> Happen)[] Faults =
    [
        ("reset", false, static (proxy, random) => EndOne(proxy, random, EppFaultEnding.Reset)),
        ("close", false, static (proxy, random) => EndOne(proxy, random, EppFaultEnding.Close)),
        ("reset of all", false, static (proxy, _) => EndAll(proxy)),
        ("drop at a byte", true, static (_, random) => OneWay(random, new EppStreamFaults { DisconnectAfterBytes = random.Next(40_000), Ending = (EppFaultEnding)random.Next(2) })),
        ("half-close", true, static (_, random) => OneWay(random, new EppStreamFaults { DisconnectAfterBytes = random.Next(20_000), Ending = EppFaultEnding.HalfClose })),
        ("stall", true, static (_, random) => OneWay(random, new EppStreamFaults { IsStalled = true })),
        ("a stalled node", true, static (_, _) => EppFaultPlan.Both(new EppStreamFaults { IsStalled = true })),
        ("latency", true, static (_, random) => EppFaultPlan.Both(new EppStreamFaults { Latency = TimeSpan.FromMilliseconds(random.Next(5, 150)), Jitter = TimeSpan.FromMilliseconds(50) })),
        ("slow drip", true, static (_, random) => OneWay(random, new EppStreamFaults { BytesPerSecond = random.Next(500, 20_000) })),
        ("refusal", true, static (proxy, _) => Refuse(proxy)),
    ];

    private readonly Random _random = new(options.Seed);
    private int _happened;

    /// <summary>The number of faults.</summary>
    public int Happened => Volatile.Read(ref _happened);

    /// <summary>The number of faults by kind.</summary>
    public Dictionary<string, int> Counts { get; } = Faults.ToDictionary(fault => fault.Name, _ => 0);

    /// <summary>Restores the network at the end.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (await PassAsync(options.WithoutFaults, stop))
        {
            var fault = Faults[_random.Next(Faults.Length)];
            proxy.Plan = fault.Happen(proxy, _random) ?? EppFaultPlan.None;
            Counts[fault.Name]++;
            Interlocked.Increment(ref _happened);
            if (fault.Lasts)
            {
                await PassAsync(options.WithFaults, stop);
            }

            proxy.RefusesConnections = false;
            proxy.Plan = EppFaultPlan.None;
        }
    }

    private async Task<bool> PassAsync(TimeSpan longest, CancellationToken stop)
    {
        await Task.Delay(longest * _random.NextDouble(), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !stop.IsCancellationRequested;
    }

    private static EppFaultPlan OneWay(Random random, EppStreamFaults faults) =>
        random.Next(2) == 0 ? new EppFaultPlan { ToServer = faults } : new EppFaultPlan { ToClient = faults };

    private static EppFaultPlan? EndOne(EppFaultProxy proxy, Random random, EppFaultEnding ending)
    {
        if (proxy.Connections is { Count: > 0 } open)
        {
            open[random.Next(open.Count)].End(ending);
        }

        return null;
    }

    private static EppFaultPlan? EndAll(EppFaultProxy proxy)
    {
        foreach (var connection in proxy.Connections)
        {
            connection.End();
        }

        return null;
    }

    private static EppFaultPlan? Refuse(EppFaultProxy proxy)
    {
        proxy.RefusesConnections = true;
        return EndAll(proxy);
    }
}
