namespace EppClient.Dk;

/// <summary>A command that waits for a decision, in this process or from an earlier one.</summary>
/// <remarks>Safe for use by several threads.</remarks>
public sealed class DkTrackedOperation
{
    private readonly TaskCompletionSource<DkOperationOutcome> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal DkTrackedOperation(EppOperationRecord record) => Record = record;

    /// <summary>What is known of it.</summary>
    public EppOperationRecord Record { get; internal set; }

    /// <summary>
    /// Ends with the poll message that decides, or when <see cref="DkOperationTracker.FindUnanswered"/> finds that none has come. Never fails.
    /// </summary>
    public Task<DkOperationOutcome> Completion => _completion.Task;

    internal void Complete(DkOperationOutcome outcome) => _completion.TrySetResult(outcome);

    /// <summary>The command, its object and its transaction id.</summary>
    public override string ToString() => $"{Record.Command} {Record.Subject} (clTRID {Record.ClientTransactionId})";
}

/// <summary>How an operation ended.</summary>
public enum DkOperationState
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
    Unanswered,
}

/// <summary>How an operation ended, and the message that said so.</summary>
/// <param name="State">How.</param>
/// <param name="Event">The message; null where none has come.</param>
public sealed record DkOperationOutcome(DkOperationState State, DkPollEvent? Event);
