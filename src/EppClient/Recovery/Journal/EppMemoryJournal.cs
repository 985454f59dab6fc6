namespace EppClient;

/// <summary>A journal in memory, for tests and for programs that only need a list of incomplete commands. Its content is lost when the process ends.</summary>
public sealed class EppMemoryJournal : IEppCommandJournal
{
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, EppJournalRecord> _records = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask RecordAsync(EppJournalRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        lock (_lock)
        {
            _records[record.Id] = record;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask CompleteAsync(string recordId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _records.Remove(recordId);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<EppJournalRecord>> ReadIncompleteAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyList<EppJournalRecord>>([.. _records.Values]);
        }
    }
}
