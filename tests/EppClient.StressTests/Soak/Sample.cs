using System.Diagnostics;
using System.Globalization;
using EppClient.Dk.Testing;
using EppClient.TestSupport.Outcomes;
using EppClient.Testing.Network;

namespace EppClient.StressTests.Soak;

/// <summary>The state of the process and its counters at one time. Messages are those queued at the registry, which runs in the same process.</summary>
internal sealed record Sample(
    TimeSpan Elapsed, int Completed, int Rejected, int NotSent, int Unknown, int Applied, int NotApplied, int Sessions, int Faults, int Messages,
    long HeapBytes, int Handles, int Threads, int InFlight, long Timers)
{
    public static readonly string Header =
        "elapsed   completed rejected not sent unknown (applied, not) sessions faults messages  heap KiB handles threads in flight timers";

    public static Sample Take(TimeSpan elapsed, OutcomeTally tally, DkTestRegistry dk, EppFaultProxy proxy, FaultSchedule faults)
    {
        using var process = Process.GetCurrentProcess();
        return new Sample(
            elapsed,
            tally["completed"],
            tally["rejected"],
            tally["not sent"],
            tally["unknown"],
            tally["Applied"],
            tally["NotApplied"],
            proxy.AcceptedCount,
            faults.Happened,
            dk.Registry.RunExclusive(state => state.MessagesOf(dk.User).Count),
            HeapAfterCollection(),
            HandleCount(process),
            process.Threads.Count,
            tally.InFlight,
            Timer.ActiveCount);
    }

    /// <summary>Open files and sockets.</summary>
    public static int HandleCount(Process process) =>
        Directory.Exists("/proc/self/fd") ? Directory.GetFileSystemEntries("/proc/self/fd").Length : process.HandleCount;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Elapsed:hh\\:mm\\:ss} {Completed,10} {Rejected,8} {NotSent,8} {Unknown,7} {Applied,8} {NotApplied,5} {Sessions,8} {Faults,6} {Messages,8} {HeapBytes / 1024,9} {Handles,7} {Threads,7} {InFlight,9} {Timers,6}");

    private static long HeapAfterCollection()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
