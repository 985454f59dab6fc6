namespace EppClient.Sessions;

/// <summary>A token that is cancelled by the caller, by the owner, or when a deadline passes, and that records which it was.</summary>
internal sealed class DeadlineScope : IDisposable
{
    private readonly Deadline _deadline;
    private readonly CancellationToken _caller;
    private readonly CancellationToken _owner;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _any;

    public DeadlineScope(TimeProvider time, Deadline deadline, CancellationToken caller, CancellationToken owner)
    {
        _deadline = deadline;
        _caller = caller;
        _owner = owner;
        _timer = new CancellationTokenSource(deadline.Remaining, time);
        _any = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, caller, owner);
    }

    public CancellationToken Token => _any.Token;

    public bool HasTimedOut => _timer.IsCancellationRequested;

    /// <summary>
    /// Creates the exception to throw instead of a cancellation. Nothing of a command was sent. A cancellation that none of the tokens has caused comes from
    /// user code, and is a failure.
    /// </summary>
    /// <param name="phase">The phase in which the operation waited.</param>
    /// <param name="cancellation">The cancellation that ended the wait.</param>
    /// <param name="detail">A sentence about the time of each step.</param>
    public Exception Explain(EppTimeoutPhase phase, OperationCanceledException cancellation, string? detail = null)
    {
        if (_caller.IsCancellationRequested)
        {
            return new OperationCanceledException(cancellation.Message, cancellation, _caller);
        }

        if (_owner.IsCancellationRequested)
        {
            return new ObjectDisposedException(nameof(SessionPool), "The pool was disposed.");
        }

        return HasTimedOut
            ? new EppTimeoutException(phase, _deadline.Total, EppDelivery.NotSent, detail, cancellation)
            : new EppConnectionException(
                $"Code that the options contain has cancelled the operation by itself, so nothing was sent: {cancellation.Message} See the inner exception.", EppDelivery.NotSent, cancellation);
    }

    public void Dispose()
    {
        _any.Dispose();
        _timer.Dispose();
    }
}
