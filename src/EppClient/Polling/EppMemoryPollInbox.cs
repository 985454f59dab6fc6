namespace EppClient.Polling;

/// <summary>
/// An inbox in memory, for tests and for handlers that may receive a message again after a restart. Its content is lost when the process ends.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public sealed class EppMemoryPollInbox : IEppPollInbox
{
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<EppPollKey, Row> _rows = [];

    /// <inheritdoc/>
    public ValueTask<EppPollEntry> ReceiveAsync(EppPollKey key, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (_lock)
        {
            var row = _rows.GetValueOrDefault(key) ?? new Row();
            row = row.State == EppPollState.Open ? row with { Tries = row.Tries + 1 } : row;
            _rows[key] = row;
            return ValueTask.FromResult(new EppPollEntry(row.State, row.Tries));
        }
    }

    /// <inheritdoc/>
    public ValueTask RevertTryAsync(EppPollKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (_lock)
        {
            if (_rows.TryGetValue(key, out var row) && row is { State: EppPollState.Open, Tries: > 0 })
            {
                _rows[key] = row with { Tries = row.Tries - 1 };
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IEppPollTransaction> BeginAsync(EppPollKey key, DateTimeOffset handledAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (_lock)
        {
            return IsOneOf(key, EppPollState.Open, EppPollState.DeadLettered)
                ? ValueTask.FromResult<IEppPollTransaction>(new Transaction(this, key, handledAt))
                : throw new EppPollConflictException(key);
        }
    }

    /// <inheritdoc/>
    public ValueTask DeadLetterAsync(EppDeadLetter message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (_lock)
        {
            if (!IsOneOf(message.Key, EppPollState.Open))
            {
                throw new EppPollConflictException(message.Key);
            }

            // Moved to the end, so that dead letters are listed in the order in which they were added.
            _rows.Remove(message.Key);
            _rows[message.Key] = new Row { State = EppPollState.DeadLettered, Tries = message.Tries, DeadLetter = message };
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<EppDeadLetter>> ReadDeadLettersAsync(string account, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyList<EppDeadLetter>>([.. _rows.Values.Select(row => row.DeadLetter).OfType<EppDeadLetter>().Where(deadLetter => deadLetter.Key.Account == account)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> CountDeadLettersAsync(string account, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_rows.Count(row => row.Key.Account == account && row.Value.DeadLetter is not null));
        }
    }

    /// <inheritdoc/>
    public ValueTask<EppDeadLetter?> FindDeadLetterAsync(EppPollKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (_lock)
        {
            return ValueTask.FromResult(_rows.GetValueOrDefault(key)?.DeadLetter);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> DeleteDeadLetterAsync(EppPollKey key, DateTimeOffset droppedAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (_lock)
        {
            var isParked = IsOneOf(key, EppPollState.DeadLettered);
            if (isParked)
            {
                SetHandled(key, droppedAt);
            }

            return ValueTask.FromResult(isParked);
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> PruneAsync(string account, DateTimeOffset handledBefore, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var old = _rows.Where(row => row.Key.Account == account && row.Value.State == EppPollState.Handled && row.Value.HandledAt < handledBefore).ToList();
            old.ForEach(row => _rows.Remove(row.Key));
            return ValueTask.FromResult(old.Count);
        }
    }

    private bool IsOneOf(EppPollKey key, params ReadOnlySpan<EppPollState> states) => _rows.TryGetValue(key, out var row) && states.Contains(row.State);

    private void SetHandled(EppPollKey key, DateTimeOffset at) => _rows[key] = _rows[key] with { State = EppPollState.Handled, HandledAt = at, DeadLetter = null };

    private sealed record Row
    {
        public EppPollState State { get; init; }

        public int Tries { get; init; }

        public DateTimeOffset HandledAt { get; init; }

        public EppDeadLetter? DeadLetter { get; init; }
    }

    private sealed class Transaction(EppMemoryPollInbox inbox, EppPollKey key, DateTimeOffset handledAt) : IEppPollTransaction
    {
        public ValueTask CommitAsync(CancellationToken cancellationToken)
        {
            lock (inbox._lock)
            {
                if (!inbox.IsOneOf(key, EppPollState.Open, EppPollState.DeadLettered))
                {
                    throw new EppPollConflictException(key);
                }

                inbox.SetHandled(key, handledAt);
            }

            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
