namespace EppClient.Dk;

/// <summary>A command that waits for a decision, sent by this process or an earlier one.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class DkPendingAction
{
    private readonly TaskCompletionSource<DkPendingActionOutcome> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal DkPendingAction(EppPendingActionRecord record) => Record = record;

    /// <summary>The stored record of the command.</summary>
    public EppPendingActionRecord Record { get; internal set; }

    /// <summary>
    /// Completes with the poll message that has the decision, or when <see cref="DkPendingActionTracker.FindOverdue"/> finds it overdue. Never fails.
    /// </summary>
    public Task<DkPendingActionOutcome> Completion => _completion.Task;

    internal void Complete(DkPendingActionOutcome outcome) => _completion.TrySetResult(outcome);

    /// <summary>Returns the command, its object and its transaction id.</summary>
    public override string ToString() => $"{Record.Command} {Record.Subject} (clTRID {Record.ClientTransactionId})";
}

/// <summary>The outcome of a pending action.</summary>
public enum DkPendingActionState
{
    /// <summary>The command was carried out.</summary>
    Succeeded,

    /// <summary>The command was rejected or aborted.</summary>
    Failed,

    /// <summary>A party did not respond in time: the command was not carried out.</summary>
    Expired,

    /// <summary>
    /// No decision has arrived in time. For some operations the registry never reports the outcome: read the object. A later message is still
    /// matched to its pending action.
    /// </summary>
    Overdue,
}

/// <summary>The outcome of a pending action, and the message that reported it.</summary>
/// <param name="State">The outcome.</param>
/// <param name="Event">The message; null if none has arrived.</param>
public sealed record DkPendingActionOutcome(DkPendingActionState State, DkPollEvent? Event);
