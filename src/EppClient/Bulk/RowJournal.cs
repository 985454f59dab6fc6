namespace EppClient.Bulk;

/// <summary>
/// Records the command of one row in the job's store before it is sent. After that, a pause of the job does not cancel the command: its response is
/// awaited while the row belongs to this process.
/// </summary>
internal sealed class RowJournal : IEppCommandJournal, IDisposable
{
    private readonly BulkStoreWriter _writer;
    private readonly BulkLeaseGuard _guard;
    private readonly long _number;
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _end = new();
    private readonly CancellationTokenRegistration _pausing;
    private readonly CancellationTokenRegistration _falling;
    private bool _isStarted;

    public RowJournal(BulkStoreWriter writer, BulkLeaseGuard guard, long number, CancellationToken paused)
    {
        (_writer, _guard, _number) = (writer, guard, number);
        _pausing = paused.Register(Pause);
        _falling = guard.Token.Register(_end.Cancel);
    }

    /// <summary>Cancelled when the job is paused before the command is recorded, and when the guard expires.</summary>
    public CancellationToken Token => _end.Token;

    /// <summary>Whether recording the command has begun, so that the command may have been sent.</summary>
    public bool IsStarted
    {
        get
        {
            lock (_lock)
            {
                return _isStarted;
            }
        }
    }

    public async ValueTask RecordAsync(EppJournalRecord record, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _isStarted = true;
        }

        await _writer.StartAsync(_number, record, cancellationToken).ConfigureAwait(false);
        if (_guard.HasFallen)
        {
            throw new BulkRowLostException();
        }
    }

    /// <summary>Does nothing: the result of the row completes the record.</summary>
    public ValueTask CompleteAsync(string recordId, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask<IReadOnlyList<EppJournalRecord>> ReadIncompleteAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<EppJournalRecord>>([]);

    public void Dispose()
    {
        _pausing.Dispose();
        _falling.Dispose();
        _end.Dispose();
    }

    private void Pause()
    {
        lock (_lock)
        {
            if (_isStarted)
            {
                return;
            }
        }

        _end.Cancel();
    }
}
