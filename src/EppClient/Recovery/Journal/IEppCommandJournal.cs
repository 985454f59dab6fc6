namespace EppClient;

/// <summary>
/// Remembers commands that change something from before they are sent until it is known what became of them. One journal may serve
/// several pools. <see cref="EppFileJournal"/> survives the process; <see cref="EppMemoryJournal"/> is for tests.
/// </summary>
/// <remarks>Implementations are safe for use by several threads.</remarks>
public interface IEppCommandJournal
{
    /// <summary>Records a command. Not a byte of it leaves before this has returned, so return only when the record is safe.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">The token to cancel the operation; whether the record is kept does not matter, it will be settled.</param>
    /// <exception cref="EppJournalException">The record cannot be kept; the command will not be sent.</exception>
    ValueTask RecordAsync(EppJournalRecord record, CancellationToken cancellationToken);

    /// <summary>Drops a record, now that it is known what became of the command. That may be lost in a crash: the command is then reconciled once more.</summary>
    /// <param name="recordId">The record's <see cref="EppJournalRecord.Id"/>. One that is not there is no error.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    ValueTask CompleteAsync(string recordId, CancellationToken cancellationToken);

    /// <summary>The records that are not settled, in the order in which they were made.</summary>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    ValueTask<IReadOnlyList<EppJournalRecord>> ReadIncompleteAsync(CancellationToken cancellationToken);
}

/// <summary>What <see cref="EppSessionPool.ReconcileJournalAsync"/> found out about one record.</summary>
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

    /// <summary>What became of the command; null where the registry could not be asked.</summary>
    public EppReconciliation? Reconciliation { get; }

    /// <summary>Why the registry could not be asked; null where it was. The record stays in the journal.</summary>
    public EppException? Failure { get; }

    /// <summary>The command and what became of it.</summary>
    public override string ToString() => $"{Record}: {Reconciliation?.ToString() ?? Failure?.Message}";
}
