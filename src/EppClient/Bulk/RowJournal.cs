namespace EppClient.Bulk;

/// <summary>
/// Records the command of one row in the job's store before it is sent, and from then on keeps a pause of the job away from it: what was sent is waited for.
/// </summary>
internal sealed class RowJournal : IEppCommandJournal, IDisposable
{
    private readonly BulkLedger _ledger;
    private readonly long _number;
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _notSent = new();
    private readonly CancellationTokenRegistration _pausing;
    private bool _isStarted;

    public RowJournal(BulkLedger ledger, long number, CancellationToken paused)
    {
        (_ledger, _number) = (ledger, number);
        _pausing = paused.Register(Pause);
    }

    /// <summary>Ends the command where it was not sent when the job is paused.</summary>
    public CancellationToken Token => _notSent.Token;

    public ValueTask RecordAsync(EppJournalRecord record, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _isStarted = true;
        }

        return _ledger.StartAsync(_number, record, cancellationToken);
    }

    /// <summary>The row's result settles it.</summary>
    public ValueTask SettleAsync(string recordId, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask<IReadOnlyList<EppJournalRecord>> ReadUnsettledAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<EppJournalRecord>>([]);

    public void Dispose()
    {
        _pausing.Dispose();
        _notSent.Dispose();
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

        _notSent.Cancel();
    }
}
