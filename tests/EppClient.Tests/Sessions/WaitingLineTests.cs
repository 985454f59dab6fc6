using EppClient.Sessions;

namespace EppClient.Tests.Sessions;

[Trait("Pain", "26")]
public sealed class WaitingLineTests
{
    private readonly WaitingLine _line = new();

    [Fact]
    public void Interactive_callers_go_before_bulk_and_each_lane_keeps_its_order()
    {
        var (bulk1, bulk2) = (Add(EppLane.Bulk), Add(EppLane.Bulk));
        var (first, second) = (Add(EppLane.Interactive), Add(EppLane.Interactive));

        TakeAll().Should().Equal(first, second, bulk1, bulk2);
    }

    [Fact]
    public void Bulk_has_its_turn_however_many_interactive_callers_come()
    {
        var (bulk, nextBulk) = (Add(EppLane.Bulk), Add(EppLane.Bulk));
        var served = new List<Waiter>();
        for (var i = 0; i < 2 * (WaitingLine.TurnsBeforeBulk + 1); i++)
        {
            Add(EppLane.Interactive);
            Add(EppLane.Interactive);
            served.Add(Take());
        }

        served.IndexOf(bulk).Should().Be(WaitingLine.TurnsBeforeBulk);
        served.IndexOf(nextBulk).Should().Be((2 * WaitingLine.TurnsBeforeBulk) + 1);
    }

    [Fact]
    public void Who_had_a_turn_of_which_nothing_came_is_first_again()
    {
        var other = Add(EppLane.Interactive);
        var again = Add(EppLane.Interactive, atFront: true);

        TakeAll().Should().Equal(again, other);
    }

    [Fact]
    public void Who_has_left_is_not_served()
    {
        var (left, stays) = (Add(EppLane.Interactive), Add(EppLane.Interactive));

        _line.Remove(left).Should().BeTrue();
        _line.Remove(left).Should().BeFalse();
        TakeAll().Should().Equal(stays);
    }

    private Waiter Add(EppLane lane, bool atFront = false)
    {
        var waiter = new Waiter(new LeaseKind(lane, IsShared: true));
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
