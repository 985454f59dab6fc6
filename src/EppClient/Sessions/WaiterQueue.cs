namespace EppClient.Sessions;

/// <summary>
/// Callers that wait for a session: interactive ones before bulk, in each lane first come, first served. After so many of the
/// first lane it is the turn of the other, so that nobody waits for ever. Used under the pool's lock.
/// </summary>
internal sealed class WaiterQueue
{
    internal const int MaxInteractiveBeforeBulk = 8;

    private readonly LinkedList<Waiter> _interactive = new();
    private readonly LinkedList<Waiter> _bulk = new();
    private int _turns;

    public int Count => _interactive.Count + _bulk.Count;

    /// <summary>Whose turn it is. Those behind wait, so that nobody is overtaken for ever.</summary>
    public Waiter? Next => (IsBulksTurn ? _bulk : _interactive).First?.Value;

    private bool IsBulksTurn => _interactive.Count == 0 || (_bulk.Count > 0 && _turns >= MaxInteractiveBeforeBulk);

    /// <param name="waiter">The caller.</param>
    /// <param name="atFront">Whether it had its turn already, and nothing came of it.</param>
    public void Add(Waiter waiter, bool atFront)
    {
        var priority = PriorityOf(waiter);
        waiter.Place = atFront ? priority.AddFirst(waiter) : priority.AddLast(waiter);
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

        PriorityOf(waiter).Remove(place);
        waiter.Place = null;
        return true;
    }

    private LinkedList<Waiter> PriorityOf(Waiter waiter) => waiter.Kind.Priority == EppPriority.Bulk ? _bulk : _interactive;
}

/// <summary>A session to use, or without one the permission to open one of that generation.</summary>
internal readonly record struct Grant(PhysicalSession? Session, int Generation);

/// <summary>A caller in the queue.</summary>
internal sealed class Waiter(LeaseKind kind)
{
    private readonly TaskCompletionSource<Grant> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LeaseKind Kind => kind;

    /// <summary>Where it stands, or null where it does not.</summary>
    public LinkedListNode<Waiter>? Place { get; set; }

    public Task<Grant> Served => _source.Task;

    public void Serve(Grant grant) => _source.SetResult(grant);

    public void Fail(Exception exception) => _source.SetException(exception);
}
