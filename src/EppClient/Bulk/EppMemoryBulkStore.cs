namespace EppClient.Bulk;

/// <summary>A store in memory, for tests and for jobs that need not survive the process. Its memory use grows with the number of rows.</summary>
public sealed class EppMemoryBulkStore : IEppBulkStore
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _rows = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private (string Task, string Account)? _identity;
    private bool _isOpen;
    private bool _isLoaded;
    private int _next;

    /// <inheritdoc/>
    public TimeSpan? Lease => null;

    /// <inheritdoc/>
    public ValueTask<EppBulkStatus> OpenAsync(string task, string account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(account);
        lock (_lock)
        {
            if (_isOpen)
            {
                throw EppBulkStoreRules.InUse("in this store");
            }

            _identity ??= (task, account);
            EppBulkStoreRules.RequireSame("in this store", _identity.Value, (task, account));
            (_isOpen, _next) = (true, 0);
            return ValueTask.FromResult(Status());
        }
    }

    /// <inheritdoc/>
    public ValueTask<EppBulkStatus> ReadStatusAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(Status());
        }
    }

    /// <inheritdoc/>
    public ValueTask<long> AppendAsync(long after, IReadOnlyList<EppBulkRow> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        lock (_lock)
        {
            if (after == _rows.Count)
            {
                if (rows.FirstOrDefault(row => _keys.Contains(row.Key)) is { } known)
                {
                    throw EppBulkStoreRules.DuplicateKey(known.Key);
                }

                foreach (var row in rows)
                {
                    _ = _keys.Add(row.Key) ? true : throw EppBulkStoreRules.DuplicateKey(row.Key);
                    _rows.Add(new Entry(_rows.Count + 1, row));
                }
            }

            return ValueTask.FromResult((long)_rows.Count);
        }
    }

    /// <inheritdoc/>
    public ValueTask CompleteLoadingAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _isLoaded = true;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<EppBulkClaim>> ClaimAsync(int most, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            List<EppBulkClaim> claims = [];
            if (_next == 0)
            {
                claims.AddRange(_rows.Where(row => row.Started is not null).Select(row => row.Claim()));
            }

            for (; _next < _rows.Count && claims.Count < most; _next++)
            {
                if (_rows[_next] is { Outcome.State: EppBulkRowState.Pending } row)
                {
                    claims.Add(row.Claim());
                }
            }

            return ValueTask.FromResult<IReadOnlyList<EppBulkClaim>>(claims);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyCollection<long>> WriteAsync(IReadOnlyList<EppBulkEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        lock (_lock)
        {
            foreach (var entry in entries)
            {
                _rows[(int)entry.Number - 1].Apply(entry);
            }
        }

        return ValueTask.FromResult<IReadOnlyCollection<long>>([]);
    }

    /// <inheritdoc/>
    public ValueTask RenewLeaseAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask CloseAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _isOpen = false;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<long> RequeueAsync(EppBulkRowState state, string? key, CancellationToken cancellationToken)
    {
        EppBulkStoreRules.RequireRequeueable(state);
        lock (_lock)
        {
            if (_isOpen)
            {
                throw EppBulkStoreRules.InUse("in this store");
            }

            var rows = _rows.Where(row => row.Outcome.State == state && (key is null || row.Row.Key == key)).ToList();
            rows.ForEach(row => row.Requeue());
            return ValueTask.FromResult((long)rows.Count);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<EppBulkResult> ReadResultsAsync(CancellationToken cancellationToken) => Results(cancellationToken).ToAsyncEnumerable();

    // The job may continue concurrently, so each row is read separately.
    private IEnumerable<EppBulkResult> Results(CancellationToken cancellationToken)
    {
        for (var i = 0; ResultAt(i) is { } result; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return result;
        }
    }

    private EppBulkResult? ResultAt(int index)
    {
        lock (_lock)
        {
            return index < _rows.Count ? _rows[index].Outcome : null;
        }
    }

    private EppBulkStatus Status() => new()
    {
        Loaded = _rows.Count,
        LastKey = _rows.Count == 0 ? null : _rows[^1].Row.Key,
        IsLoaded = _isLoaded,
        Done = Count(EppBulkRowState.Done),
        Failed = Count(EppBulkRowState.Failed),
        Unknown = Count(EppBulkRowState.Unknown),
    };

    private long Count(EppBulkRowState state) => _rows.Count(row => row.Outcome.State == state);

    private sealed class Entry(long number, EppBulkRow row)
    {
        public EppBulkRow Row { get; private set; } = row;

        public EppJournalRecord? Started { get; private set; }

        public EppBulkResult Outcome { get; private set; } = new() { Number = number, Key = row.Key, State = EppBulkRowState.Pending };

        public EppBulkClaim Claim() => new(number, Row, Started);

        public void Apply(EppBulkEntry entry)
        {
            Started = entry.Started;
            Outcome = entry.Ended ?? new EppBulkResult
            {
                Number = number,
                Key = Row.Key,
                State = Started is null ? EppBulkRowState.Pending : EppBulkRowState.Started,
                ClientTransactionId = Started?.ClientTransactionId,
            };
            if (entry.ForgetsData)
            {
                Row = Row with { Data = string.Empty };
            }
        }

        public void Requeue() => Outcome = new EppBulkResult { Number = number, Key = Row.Key, State = EppBulkRowState.Pending };
    }
}
