namespace EppClient.Protocol;

/// <summary>
/// A command that the registry accepted and has not decided yet (1001). The decision comes as a poll message; reading it
/// through the same pool completes <see cref="Completion"/>.
/// </summary>
/// <remarks>
/// Safe for use by several threads. The pool holds pending actions weakly: keep the object for as long as you wait. The ids
/// may be stored, so that another process can match the poll message (RFC 5730, section 2.9.2.3) after a restart.
/// </remarks>
public sealed class EppPendingAction
{
    private readonly TaskCompletionSource<EppPendingOutcome> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal EppPendingAction(string? clientTransactionId, string serverTransactionId)
    {
        ClientTransactionId = clientTransactionId;
        ServerTransactionId = serverTransactionId;
    }

    /// <summary>The client's transaction id of the command; comes back in the poll message's <c>paTRID</c>.</summary>
    public string? ClientTransactionId { get; }

    /// <summary>
    /// The registry's transaction id of the command; repeated in the poll message's <c>paTRID</c>. Empty if the registry sent none; then the client's id has to
    /// match.
    /// </summary>
    public string ServerTransactionId { get; }

    /// <summary>Ends when the poll message with the decision has been read. Never fails, and is never cancelled by the pool.</summary>
    public Task<EppPendingOutcome> Completion => _completion.Task;

    internal void Complete(EppPendingOutcome outcome) => _completion.TrySetResult(outcome);
}
