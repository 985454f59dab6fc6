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
    /// <param name="cancellationToken">Gives up; whether the record is kept does not matter, it will be settled.</param>
    /// <exception cref="EppJournalException">The record cannot be kept; the command will not be sent.</exception>
    ValueTask RecordAsync(EppJournalRecord record, CancellationToken cancellationToken);

    /// <summary>Drops a record, now that it is known what became of the command. That may be lost in a crash: the command is then reconciled once more.</summary>
    /// <param name="recordId">The record's <see cref="EppJournalRecord.Id"/>. One that is not there is no error.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask SettleAsync(string recordId, CancellationToken cancellationToken);

    /// <summary>The records that are not settled, in the order in which they were made.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<EppJournalRecord>> ReadUnsettledAsync(CancellationToken cancellationToken);
}
