using System.Runtime.CompilerServices;
using System.Text;
using EppClient.PendingActions;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Tests.PendingActions;

public sealed class PendingActionTrackerTests
{
    [Fact]
    public void Actions_whose_objects_were_garbage_collected_are_removed_when_others_are_added()
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

    [Fact]
    public void Cost_of_a_response_does_not_depend_on_the_number_of_tracked_actions()
    {
        var (few, many) = (new PendingActionTracker(), new PendingActionTracker());
        var kept = Track(few, 10).Concat(Track(many, 100_000)).ToList();
        AllocatedByObserving(few);

        AllocatedByObserving(many).Should().Be(AllocatedByObserving(few));
        GC.KeepAlive(kept);
    }

    [Fact]
    public void Id_that_a_registry_repeats_is_stored_once()
    {
        var tracker = new PendingActionTracker();
        var first = tracker.Track(null, "same");
        for (var i = 0; i < 1000; i++)
        {
            tracker.Track(null, "same");
        }

        var last = tracker.Track(null, "same");

        (tracker.Count, tracker.IdCount).Should().Be((1, 1));
        GC.KeepAlive(first);
        GC.KeepAlive(last);
    }

    private static List<EppPendingAction> Track(PendingActionTracker tracker, int count) => [.. Enumerable.Range(0, count).Select(i => tracker.Track(null, $"kept-{i}"))];

    private static long AllocatedByObserving(PendingActionTracker tracker)
    {
        var content = MessageReader.ReadResponse(
            Encoding.UTF8.GetBytes("""
                <epp xmlns='urn:ietf:params:xml:ns:epp-1.0'><response><result code='1301'><msg>OK</msg></result><msgQ count='1' id='1'/>
                  <resData><d:panData xmlns:d='urn:ietf:params:xml:ns:domain-1.0'><d:name paResult='1'>a.example</d:name>
                    <d:paTRID><clTRID>c</clTRID><svTRID>another</svTRID></d:paTRID><d:paDate>2026-09-20T00:00:00Z</d:paDate></d:panData></resData>
                  <trID><svTRID>1</svTRID></trID></response></epp>
                """),
            EppXmlDialect.Standard,
            new EppSchemaSet(EppProfiles.Standard.Schemas));
        var decision = new EppResponse(content, pending: null);
        var before = GC.GetAllocatedBytesForCurrentThread();
        tracker.Observe(decision);
        return GC.GetAllocatedBytesForCurrentThread() - before;
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
