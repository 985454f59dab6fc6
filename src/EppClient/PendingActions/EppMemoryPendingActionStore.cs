namespace EppClient;

/// <summary>A store in memory, for tests and for programs that need no persistence. Its content is lost when the process ends.</summary>
public sealed class EppMemoryPendingActionStore : IEppPendingActionStore
{
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, EppPendingActionRecord> _records = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask SaveAsync(EppPendingActionRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        lock (_lock)
        {
            _records[record.ClientTransactionId] = record;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask RemoveAsync(string clientTransactionId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _records.Remove(clientTransactionId);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<EppPendingActionRecord>> ReadAllAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyList<EppPendingActionRecord>>([.. _records.Values]);
        }
    }
}
