namespace EppClient.Dk;

/// <summary>A command that waits for a decision, in this process or from an earlier one.</summary>
/// <remarks>Safe for use by several threads.</remarks>
public sealed class DkPendingAction
{
    private readonly TaskCompletionSource<DkPendingActionOutcome> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal DkPendingAction(EppPendingActionRecord record) => Record = record;

    /// <summary>What is known of it.</summary>
    public EppPendingActionRecord Record { get; internal set; }

    /// <summary>
    /// Ends with the poll message that decides, or when <see cref="DkPendingActionTracker.FindOverdue"/> finds that none has come. Never fails.
    /// </summary>
    public Task<DkPendingActionOutcome> Completion => _completion.Task;

    internal void Complete(DkPendingActionOutcome outcome) => _completion.TrySetResult(outcome);

    /// <summary>The command, its object and its transaction id.</summary>
    public override string ToString() => $"{Record.Command} {Record.Subject} (clTRID {Record.ClientTransactionId})";
}

/// <summary>How an operation ended.</summary>
public enum DkPendingActionState
{
    /// <summary>It was carried out.</summary>
    Succeeded,

    /// <summary>It was refused or broken off.</summary>
    Failed,

    /// <summary>Somebody did not answer in time: it was not carried out.</summary>
    Expired,

    /// <summary>
    /// No decision has come in time. Of some operations the registry never tells the end: read the object. A message that comes later
    /// still finds its operation.
    /// </summary>
    Overdue,
}

/// <summary>How an operation ended, and the message that said so.</summary>
/// <param name="State">How.</param>
/// <param name="Event">The message; null where none has come.</param>
public sealed record DkPendingActionOutcome(DkPendingActionState State, DkPollEvent? Event);
