namespace EppClient.Sessions;

/// <summary>
/// The callers that wait for a session: interactive before bulk, in FIFO order for each priority. After <see cref="MaxInteractiveBeforeBulk"/> interactive
/// callers, a bulk caller is served, so that none waits forever. Used under the pool's lock.
/// </summary>
internal sealed class WaiterQueue
{
    internal const int MaxInteractiveBeforeBulk = 8;

    private readonly LinkedList<Waiter> _interactive = new();
    private readonly LinkedList<Waiter> _bulk = new();
    private int _turns;

    public int Count => _interactive.Count + _bulk.Count;

    /// <summary>The next caller to serve. Callers behind it wait, even if they could be served, so that none is overtaken forever.</summary>
    public Waiter? Next => (IsBulksTurn ? _bulk : _interactive).First?.Value;

    private bool IsBulksTurn => _interactive.Count == 0 || (_bulk.Count > 0 && _turns >= MaxInteractiveBeforeBulk);

    /// <param name="waiter">The caller.</param>
    /// <param name="atFront">Whether to add the caller at the front, because its earlier grant did not lead to a session.</param>
    public void Add(Waiter waiter, bool atFront)
    {
        var priority = PriorityOf(waiter);
        waiter.Place = atFront ? priority.AddFirst(waiter) : priority.AddLast(waiter);
    }

    /// <summary>Removes the next caller.</summary>
    public void TakeNext()
    {
        var next = Next!;
        _turns = IsBulksTurn ? 0 : _turns + 1;
        Remove(next);
    }

    /// <returns>Whether the caller was still waiting.</returns>
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

/// <summary>A session to use; or, if it is null, the permission to open one for a generation of the pool.</summary>
internal readonly record struct Grant(PhysicalSession? Session, int Generation);

/// <summary>A caller in the queue.</summary>
internal sealed class Waiter(LeaseKind kind)
{
    private readonly TaskCompletionSource<Grant> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LeaseKind Kind => kind;

    /// <summary>The position in the queue; null if the caller is not in it.</summary>
    public LinkedListNode<Waiter>? Place { get; set; }

    public Task<Grant> Served => _source.Task;

    public void Serve(Grant grant) => _source.SetResult(grant);

    public void Fail(Exception exception) => _source.SetException(exception);
}
