using EppClient.Sessions;

namespace EppClient.Tests.Sessions;

[Trait("Failure", "26")]
public sealed class WaiterQueueTests
{
    private readonly WaiterQueue _line = new();

    [Fact]
    public void Interactive_callers_precede_bulk_and_each_priority_keeps_its_order()
    {
        var (bulk1, bulk2) = (Add(EppPriority.Bulk), Add(EppPriority.Bulk));
        var (first, second) = (Add(EppPriority.Interactive), Add(EppPriority.Interactive));

        TakeAll().Should().Equal(first, second, bulk1, bulk2);
    }

    [Fact]
    public void Bulk_callers_are_served_despite_any_number_of_interactive_callers()
    {
        var (bulk, nextBulk) = (Add(EppPriority.Bulk), Add(EppPriority.Bulk));
        var served = new List<Waiter>();
        for (var i = 0; i < 2 * (WaiterQueue.MaxInteractiveBeforeBulk + 1); i++)
        {
            Add(EppPriority.Interactive);
            Add(EppPriority.Interactive);
            served.Add(Take());
        }

        served.IndexOf(bulk).Should().Be(WaiterQueue.MaxInteractiveBeforeBulk);
        served.IndexOf(nextBulk).Should().Be((2 * WaiterQueue.MaxInteractiveBeforeBulk) + 1);
    }

    [Fact]
    public void Waiter_added_at_the_front_is_served_first()
    {
        var other = Add(EppPriority.Interactive);
        var again = Add(EppPriority.Interactive, atFront: true);

        TakeAll().Should().Equal(again, other);
    }

    [Fact]
    public void Waiter_that_has_left_is_not_served()
    {
        var (left, stays) = (Add(EppPriority.Interactive), Add(EppPriority.Interactive));

        _line.Remove(left).Should().BeTrue();
        _line.Remove(left).Should().BeFalse();
        TakeAll().Should().Equal(stays);
    }

    private Waiter Add(EppPriority priority, bool atFront = false)
    {
        var waiter = new Waiter(new LeaseKind(priority, IsShared: true));
        _line.Add(waiter, atFront);
        return waiter;
    }

    private Waiter Take()
    {
        var next = _line.Next!;
        _line.TakeNext();
        return next;
    }

    private List<Waiter> TakeAll()
    {
        var all = new List<Waiter>();
        while (_line.Next is not null)
        {
            all.Add(Take());
        }

        return all;
    }
}
