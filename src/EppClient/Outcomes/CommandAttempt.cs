using EppClient.Protocol;
using EppClient.Sessions;

namespace EppClient;

/// <summary>One command on its way to its one outcome, over all its tries: knows whether it was written, and whether that may be repeated.</summary>
internal sealed class CommandAttempt(IEppCommand command, string transactionId, Deadline deadline, JournalKeeper? journal, TimeProvider time) : ICommandAttempt
{
    private readonly bool _onlyReads = EppResilience.OnlyReads(command);
    private SessionChannel? _channel;
    private string? _recordId;
    private bool _isTrying;
    private bool _wasWritten;

    public IEppCommand Command => command;

    public string TransactionId => transactionId;

    public Deadline Deadline => deadline;

    public EppLane Lane { get; init; }

    /// <summary>The message, as it was last handed to a connection.</summary>
    public ReadOnlyMemory<byte> Request { get; private set; }

    /// <summary>When that was.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>The same moment on the clock that never jumps.</summary>
    public long WrittenTimestamp { get; private set; }

    /// <summary>Why the outcome is unknown; null where it is not.</summary>
    public Exception? Lost { get; private set; }

    /// <summary>With <see cref="Lost"/>: the time from which on no more bytes of it can reach the registry.</summary>
    public Task<long> Gone { get; private set; } = Task.FromResult(0L);

    /// <summary>Begins a try. A transform that may have reached the registry is not sent again, whatever a retry pipeline thinks of it.</summary>
    public void Begin()
    {
        if (_onlyReads)
        {
            return;
        }

        if (Interlocked.Exchange(ref _isTrying, true))
        {
            throw new InvalidOperationException(
                "EppOptions.RetryPipeline sends a command that changes something while it is on its way already. Hedging is for commands that only read.");
        }

        if (Lost is { } cause)
        {
            _isTrying = false;
            throw new EppConnectionException($"The command may have reached the registry and is not sent again: {cause.Message}", EppDelivery.MaybeSent, cause);
        }

        _wasWritten = false;
    }

    public bool SendsAtOnce => _onlyReads || journal is null;

    public void AboutToSend(SessionChannel channel, ReadOnlyMemory<byte> request)
    {
        if (_onlyReads)
        {
            return;
        }

        _channel = channel;
        Request = request.ToArray();
        WrittenAt = time.GetUtcNow();
        WrittenTimestamp = time.GetTimestamp();
        _wasWritten = SendsAtOnce;
    }

    public async ValueTask RecordAsync(CancellationToken cancellationToken)
    {
        if (SendsAtOnce)
        {
            return;
        }

        _recordId = journal!.NewId();
        await journal.RecordAsync(_recordId, this, deadline.Remaining, cancellationToken).ConfigureAwait(false);
        _wasWritten = true;
    }

    /// <summary>The registry responded.</summary>
    public void Responded() => End();

    /// <summary>The try failed.</summary>
    public void Failed(Exception failure)
    {
        if (!_wasWritten || !MayHaveLeft(failure))
        {
            End();
            return;
        }

        // Without its response the session has ended. If the session is open, the response came and could not be used, so the command is complete.
        Gone = _channel is { Fault: not null } ended ? ended.Gone : Task.FromResult(time.GetTimestamp());
        if (_recordId is not null)
        {
            journal!.Lost(_recordId, Gone);
        }

        Lost = failure;
        _channel = null;
        _isTrying = false;
    }

    /// <summary>The registry has shown that the last try had no effect; another may follow.</summary>
    public void NotApplied()
    {
        Lost = null;
        End();
    }

    /// <summary>The registry has shown what became of it.</summary>
    public ValueTask SettledAsync(CancellationToken cancellationToken) =>
        Interlocked.Exchange(ref _recordId, null) is { } id ? journal!.SettleAsync(id, cancellationToken) : ValueTask.CompletedTask;

    private static bool MayHaveLeft(Exception failure) => failure switch
    {
        EppException known => known.Delivery != EppDelivery.NotSent,
        CancelledAfterSendException => true,
        OperationCanceledException => false,

        // Not foreseen: the cautious guess.
        _ => true,
    };

    private void End()
    {
        _channel = null;
        _isTrying = false;
        if (Interlocked.Exchange(ref _recordId, null) is { } id)
        {
            journal!.Settle(id);
        }
    }
}
