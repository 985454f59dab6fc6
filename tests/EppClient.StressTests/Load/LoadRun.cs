using System.Diagnostics;
using System.Globalization;
using EppClient.Commands.Domain;
using EppClient.Protocol;

namespace EppClient.StressTests.Load;

/// <summary>Keeps sessions × depth commands on their way until each session has had its number of them.</summary>
internal static class LoadRun
{
    /// <exception cref="EppException">A command failed; the run ends with the first that does.</exception>
    public static async Task<LoadFigures> MeasureAsync(LoadOptions options)
    {
        await using var pool = new EppSessionPool(PoolOptions(options));
        await pool.WarmUpAsync().ConfigureAwait(false);
        await SendAsync(pool, options, options.WarmUp, latencies: null).ConfigureAwait(false);

        var latencies = new long[options.Sessions * options.Commands];
        GC.Collect();
        var collections = GC.CollectionCount(0);
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var began = Stopwatch.GetTimestamp();

        await SendAsync(pool, options, options.Commands, latencies).ConfigureAwait(false);

        var elapsed = Stopwatch.GetElapsedTime(began);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        process.Refresh();
        cpu = process.TotalProcessorTime - cpu;
        return new LoadFigures(latencies, elapsed, cpu, allocated, GC.CollectionCount(0) - collections);
    }

    private static EppOptions PoolOptions(LoadOptions options) => new()
    {
        Host = options.Host,
        Port = options.Port,
        ClientId = options.User,
        Password = options.Password,
        Tls = options.Authority is { } file ? new EppTlsOptions { TrustedRoots = EppTlsOptions.LoadTrustedRoots(file.FullName) } : new EppTlsOptions(),
        Pool = new EppPoolOptions { MinSessions = options.Sessions, MaxSessions = options.Sessions, PipelineDepth = options.Depth },
    };

    private static Task SendAsync(EppSessionPool pool, LoadOptions options, int perSession, long[]? latencies)
    {
        var total = options.Sessions * perSession;
        var next = -1;
        return Task.WhenAll(Enumerable.Range(0, options.Sessions * options.Depth).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < total; i = Interlocked.Increment(ref next))
            {
                var began = Stopwatch.GetTimestamp();
                await pool.SendAsync(Command(options.Verb, i)).ConfigureAwait(false);
                if (latencies is not null)
                {
                    latencies[i] = Stopwatch.GetTimestamp() - began;
                }
            }
        })));
    }

    // What a caller makes of its own is not part of the figures where it need not be.
    private static readonly DomainCheck Check = new("example.dk");

    private static readonly DomainInfo Info = new("example.dk");

    private static IEppCommand Command(LoadVerb verb, int number) => verb switch
    {
        LoadVerb.Check => Check,
        LoadVerb.Info => Info,
        LoadVerb.Create => new DomainCreate(string.Create(CultureInfo.InvariantCulture, $"load-{number}.dk"), DomainAuthInfo.FromPassword("2fooBAR")),
        _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, "No verb of this program."),
    };
}
