namespace EppClient.Sessions;

/// <summary>
/// Callers that wait for a session: interactive ones before bulk, in each lane first come, first served. After so many of the
/// first lane it is the turn of the other, so that nobody waits for ever. Used under the pool's lock.
/// </summary>
internal sealed class WaitingLine
{
    internal const int TurnsBeforeBulk = 8;

    private readonly LinkedList<Waiter> _interactive = new();
    private readonly LinkedList<Waiter> _bulk = new();
    private int _turns;

    public int Count => _interactive.Count + _bulk.Count;

    /// <summary>Whose turn it is. Those behind wait, so that nobody is overtaken for ever.</summary>
    public Waiter? Next => (IsBulksTurn ? _bulk : _interactive).First?.Value;

    private bool IsBulksTurn => _interactive.Count == 0 || (_bulk.Count > 0 && _turns >= TurnsBeforeBulk);

    /// <param name="waiter">The caller.</param>
    /// <param name="atFront">Whether it had its turn already, and nothing came of it.</param>
    public void Add(Waiter waiter, bool atFront)
    {
        var lane = LaneOf(waiter);
        waiter.Place = atFront ? lane.AddFirst(waiter) : lane.AddLast(waiter);
    }

    /// <summary>Takes the one whose turn it is.</summary>
    public void TakeNext()
    {
        var next = Next!;
        _turns = IsBulksTurn ? 0 : _turns + 1;
        Remove(next);
    }

    /// <returns>Whether it was still waiting.</returns>
    public bool Remove(Waiter waiter)
    {
        if (waiter.Place is not { } place)
        {
            return false;
        }

        LaneOf(waiter).Remove(place);
        waiter.Place = null;
        return true;
    }

    private LinkedList<Waiter> LaneOf(Waiter waiter) => waiter.Kind.Lane == EppLane.Bulk ? _bulk : _interactive;
}
