namespace EppClient.Sessions;

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
