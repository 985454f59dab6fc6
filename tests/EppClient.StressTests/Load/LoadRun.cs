using System.Diagnostics;

namespace EppClient.StressTests.Load;

/// <summary>Keeps sessions × depth commands in flight until each session has sent its number of commands.</summary>
internal static class LoadRun
{
    /// <exception cref="EppException">A command failed; the run ends with the first failure.</exception>
    public static async Task<LoadFigures> MeasureAsync(LoadOptions options)
    {
        await using ILoadClient client = options.Client == LoadClientKind.Library ? new LibraryClient(options) : new BareClient(options);
        await client.OpenAsync().ConfigureAwait(false);
        await client.SendAsync(options.WarmUp, latencies: null).ConfigureAwait(false);

        // With inline completions the last response arrives on the thread that polls the sockets.
        await Task.Yield();
        var latencies = new long[options.Sessions * options.Commands];
        GC.Collect();
        var collections = GC.CollectionCount(0);
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var began = Stopwatch.GetTimestamp();

        await client.SendAsync(options.Commands, latencies).ConfigureAwait(false);

        var elapsed = Stopwatch.GetElapsedTime(began);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        process.Refresh();
        cpu = process.TotalProcessorTime - cpu;
        await Task.Yield();
        return new LoadFigures(latencies, elapsed, cpu, allocated, GC.CollectionCount(0) - collections);
    }
}
