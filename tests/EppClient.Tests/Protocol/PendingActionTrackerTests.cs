using System.Runtime.CompilerServices;
using EppClient.Protocol;

namespace EppClient.Tests.Protocol;

public sealed class PendingActionTrackerTests
{
    [Fact]
    public void Actions_whose_objects_were_collected_are_removed_as_others_are_added()
    {
        var tracker = new PendingActionTracker();
        TrackAndDrop(tracker, 500);
        GC.Collect();
        GC.WaitForPendingFinalizers();

        List<EppPendingAction> kept = [];
        for (var i = 0; i < 1000; i++)
        {
            kept.Add(tracker.Track(null, $"kept-{i}"));
        }

        tracker.Count.Should().Be(1000);
        GC.KeepAlive(kept);
    }

    // Not inlined, so that no reference remains on the stack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void TrackAndDrop(PendingActionTracker tracker, int count)
    {
        for (var i = 0; i < count; i++)
        {
            tracker.Track(null, $"dropped-{i}");
        }
    }
}
