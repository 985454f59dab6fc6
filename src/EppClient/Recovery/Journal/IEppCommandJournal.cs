namespace EppClient;

/// <summary>
/// Stores commands that change something from before they are sent until their outcome is known. Several pools may share a journal.
/// <see cref="EppFileJournal"/> survives the process; <see cref="EppMemoryJournal"/> is for tests.
/// </summary>
/// <remarks>Implementations are thread-safe.</remarks>
public interface IEppCommandJournal
{
    /// <summary>Records a command. The command is sent after this method returns, so return only when the record is stored durably.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">
    /// The token to cancel the operation. Whether the record is stored then does not matter, because it will be completed.
    /// </param>
    /// <exception cref="EppJournalException">The record cannot be stored; the command is not sent.</exception>
    ValueTask RecordAsync(EppJournalRecord record, CancellationToken cancellationToken);

    /// <summary>Removes a record when the outcome of the command is known. If the removal is lost in a crash, the command is reconciled once more.</summary>
    /// <param name="recordId">The record's <see cref="EppJournalRecord.Id"/>. A missing record is not an error.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    ValueTask CompleteAsync(string recordId, CancellationToken cancellationToken);

    /// <summary>Returns the incomplete records, in the order in which they were made.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    ValueTask<IReadOnlyList<EppJournalRecord>> ReadIncompleteAsync(CancellationToken cancellationToken);
}

/// <summary>The result of <see cref="EppSessionPool.ReconcileJournalAsync"/> for one record.</summary>
public sealed class EppJournalResult
{
    internal EppJournalResult(EppJournalRecord record, EppReconciliation? reconciliation, EppException? failure)
    {
        Record = record;
        Reconciliation = reconciliation;
        Failure = failure;
    }

    /// <summary>The record.</summary>
    public EppJournalRecord Record { get; }

    /// <summary>The outcome of the command; null if the registry could not be queried.</summary>
    public EppReconciliation? Reconciliation { get; }

    /// <summary>Why the registry could not be queried; null if it was. The record stays in the journal.</summary>
    public EppException? Failure { get; }

    /// <summary>The command and its outcome.</summary>
    public override string ToString() => $"{Record}: {Reconciliation?.ToString() ?? Failure?.Message}";
}
