using EppClient.Protocol;
using EppClient.Sessions;

namespace EppClient.Recovery;

/// <summary>A command that changes something, until its outcome is known: tracks whether it was written and whether it may be sent again.</summary>
internal sealed class TransformAttempt(IEppCommand command, string transactionId, Deadline deadline, PoolJournal? journal, TimeProvider time)
    : CommandAttempt(command, transactionId, deadline)
{
    private SessionChannel? _channel;
    private string? _recordId;
    private Exception? _lost;
    private bool _isTrying;
    private bool _wasWritten;

    public override bool SendsAtOnce => journal is null;

    public override Exception? Lost => _lost;

    /// <summary>The message that was last passed to a connection.</summary>
    public ReadOnlyMemory<byte> Request { get; private set; }

    /// <summary>When it was passed to the connection.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>The same time on the monotonic clock.</summary>
    public long WrittenTimestamp { get; private set; }

    /// <summary>With <see cref="CommandAttempt.Lost"/>: the time from which on no more bytes of the command can reach the registry.</summary>
    public Task<long> SessionClosed { get; private set; } = Task.FromResult(0L);

    /// <summary>Begins an attempt. A transform that may have reached the registry is not sent again, whatever a retry pipeline decides.</summary>
    public override void Begin()
    {
        if (Interlocked.Exchange(ref _isTrying, true))
        {
            throw new InvalidOperationException(
                "EppRecoveryOptions.RetryPipeline sends a command that changes something while it is already being sent. Use hedging only for commands that only read.");
        }

        if (_lost is { } cause)
        {
            _isTrying = false;
            throw new EppConnectionException($"The command may have reached the registry and is not sent again: {cause.Message}", EppDelivery.MaybeSent, cause);
        }

        _wasWritten = false;
    }

    public override void AboutToSend(SessionChannel channel, ReadOnlyMemory<byte> request)
    {
        _channel = channel;
        Request = request.ToArray();
        WrittenAt = time.GetUtcNow();
        WrittenTimestamp = time.GetTimestamp();
        _wasWritten = SendsAtOnce;
    }

    public override async ValueTask RecordAsync(CancellationToken cancellationToken)
    {
        if (journal is not null)
        {
            _recordId = journal.NewId();
            await journal.RecordAsync(_recordId, this, Deadline.Remaining, cancellationToken).ConfigureAwait(false);
            _wasWritten = true;
        }
    }

    public override void Responded()
    {
        // Later failures do not affect the command.
        _wasWritten = false;
        End();
    }

    public override void Failed(Exception failure)
    {
        if (!_wasWritten || !MayHaveLeft(failure))
        {
            End();
            return;
        }

        // Without its response the session has ended. If the session is open, the response was received but not usable, so the command is complete.
        SessionClosed = _channel is { Fault: not null } ended ? ended.Gone : Task.FromResult(time.GetTimestamp());
        if (_recordId is not null)
        {
            journal!.Lost(_recordId, SessionClosed);
        }

        _lost = failure;
        _channel = null;
        _isTrying = false;
    }

    /// <summary>Called when the registry has shown that the last attempt had no effect; another attempt may follow.</summary>
    public void NotApplied()
    {
        _lost = null;
        End();
    }

    /// <summary>Called when the registry has shown the outcome of the command.</summary>
    public ValueTask CompletedAsync(CancellationToken cancellationToken) =>
        Interlocked.Exchange(ref _recordId, null) is { } id ? journal!.CompleteAsync(id, cancellationToken) : ValueTask.CompletedTask;

    private static bool MayHaveLeft(Exception failure) => failure switch
    {
        EppException known => known.Delivery != EppDelivery.NotSent,
        CancelledAfterSendException => true,
        OperationCanceledException => false,

        // Unexpected exceptions: assume that the command may have been sent.
        _ => true,
    };

    private void End()
    {
        _channel = null;
        _isTrying = false;
        if (Interlocked.Exchange(ref _recordId, null) is { } id)
        {
            journal!.Complete(id);
        }
    }
}
