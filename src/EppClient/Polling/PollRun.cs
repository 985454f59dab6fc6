using System.Diagnostics;
using EppClient.Commands;
using EppClient.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EppClient.Polling;

/// <summary>One loop over a queue.</summary>
internal sealed class PollRun : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PruneInterval = TimeSpan.FromHours(6);

    private readonly IEppClient _client;
    private readonly IEppPollInbox _inbox;
    private readonly EppPollConsumerOptions _options;
    private readonly ILogger _logger;
    private readonly Action _ended;
    private readonly PollMetrics _metrics;
    private readonly BackOff _failures;
    private readonly BackOff _empty;
    private TimeSpan _pause;
    private int _blocked;
    private DateTimeOffset _pruneAt = DateTimeOffset.MinValue;
    private EppPollStatus _status = new();

    public PollRun(IEppClient client, IEppPollInbox inbox, EppPollConsumerOptions options, ILogger logger, Action ended)
    {
        (_client, _inbox, _options, _logger, _ended) = (client, inbox, options, logger, ended);
        _failures = new BackOff(options.RetryDelay, options.MaxRetryDelay);
        _empty = new BackOff(options.EmptyDelay, options.MaxEmptyDelay);
        _metrics = new PollMetrics(options.Profile.Name, options.Server);
        _metrics.Observe(() => Status.LastResponseAt is null ? null : (Lag, Status.Waiting));
    }

    public EppPollStatus Status => Volatile.Read(ref _status);

    private DateTimeOffset Now => _options.TimeProvider.GetUtcNow();

    private TimeSpan Lag => Status.OldestQueuedAt is { } oldest && Now > oldest ? Now - oldest : TimeSpan.Zero;

    /// <summary>Waits for a message.</summary>
    public async Task<EppPollDelivery> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await NextOrEmptyAsync(endsWhenBlocked: _options.Unreadable == EppUnreadableMessages.Stop, cancellationToken).ConfigureAwait(false) is { } delivery)
            {
                return delivery;
            }

            _pause = _empty.Next();
        }
    }

    /// <summary>Gets the next message for a handler; null if the queue is empty. Messages that need no handler are processed first.</summary>
    /// <param name="endsWhenBlocked">Whether the loop ends after some tries if the message at the head of the queue cannot be acknowledged.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    public async Task<EppPollDelivery?> NextOrEmptyAsync(bool endsWhenBlocked, CancellationToken cancellationToken)
    {
        while (true)
        {
            await PauseAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                await PruneAsync(cancellationToken).ConfigureAwait(false);
                PollMessage? message;
                try
                {
                    message = await RequestAsync(cancellationToken).ConfigureAwait(false);
                }
                catch (EppProtocolException e)
                {
                    // The response cannot be read, so the message at the head of the queue cannot be acknowledged. A lost connection is another exception.
                    Blocked(e);
                    if (endsWhenBlocked && _blocked >= _options.MaxTries)
                    {
                        throw EppUnreadableMessageException.WithoutId(_options.Account, e);
                    }

                    continue;
                }

                ResponseReceived(message);
                if (message is null)
                {
                    Recovered();
                    return null;
                }

                if (await ReceiveAsync(message, cancellationToken).ConfigureAwait(false) is { } delivery)
                {
                    return delivery;
                }
            }
            catch (Exception e) when (e is EppUnreadableMessageException || (e is OperationCanceledException && cancellationToken.IsCancellationRequested))
            {
                throw;
            }
            catch (Exception e)
            {
                // Failures of the registry and of the inbox, which is user code, do not end the loop.
                BackOffAfter(e);
                Log.PollFailed(_logger, _options.Account, _pause.TotalSeconds, e);
            }
        }
    }

    public async Task HandleAsync(EppPollDelivery delivery, Func<EppPollDelivery, CancellationToken, Task> handler, CancellationToken cancellationToken)
    {
        Activity.Current = delivery.Activity ?? Activity.Current;
        var started = _options.TimeProvider.GetTimestamp();
        Exception? failure = null;
        try
        {
            await handler(delivery, cancellationToken).ConfigureAwait(false);
            if (!delivery.IsCompleted)
            {
                await delivery.CompleteAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await EndAsync(delivery).ConfigureAwait(false);
            await RevertTryAsync(delivery.Key).ConfigureAwait(false);
            throw;
        }
        catch (Exception e)
        {
            // User code may throw any exception. The failure counts as a try.
            failure = e;
            delivery.Activity?.SetTag("error.type", e.GetType().FullName).SetStatus(ActivityStatusCode.Error);
        }

        _metrics.HandlerRan(_options.TimeProvider.GetElapsedTime(started), failure);
        await EndAsync(delivery).ConfigureAwait(false);
        if (failure is not null)
        {
            await FailAsync(delivery, failure).ConfigureAwait(false);
        }
    }

    /// <summary>Rolls back the transaction if it was not committed.</summary>
    public async Task EndAsync(EppPollDelivery delivery)
    {
        try
        {
            await delivery.Transaction.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // If the connection is lost, the database has rolled back.
            Log.PollRollbackFailed(_logger, delivery.Key.MessageId, e);
        }

        delivery.Activity?.Dispose();
    }

    /// <summary>Processes a failure of a handler after its transaction has ended. Never throws.</summary>
    public async Task FailAsync(EppPollDelivery delivery, Exception failure)
    {
        BackOffAfter(failure);
        var id = delivery.Key.MessageId;
        if (delivery.IsCompleted)
        {
            // The handler failed after the message was committed.
            Log.PollHandlerFailedLate(_logger, id, failure);
            return;
        }

        try
        {
            switch (failure)
            {
                case EppPollConflictException:
                    _metrics.Ended("conflict");
                    Log.PollMessageConflict(_logger, id);
                    break;
                case EppDeadLetterException:
                    Log.PollMessageDeadLettered(_logger, id, delivery.Tries, failure);
                    await DeadLetterAsync(delivery.Key, delivery.Message, delivery.Tries, failure.Message).ConfigureAwait(false);
                    break;
                case var _ when _options.IsTransient(failure):
                    _metrics.Ended("failed");
                    Log.PollTryReverted(_logger, id, _pause.TotalSeconds, failure);
                    await RevertTryAsync(delivery.Key).ConfigureAwait(false);
                    break;
                case var _ when delivery.Tries >= _options.MaxTries:
                    Log.PollMessageDeadLettered(_logger, id, delivery.Tries, failure);
                    await DeadLetterAsync(delivery.Key, delivery.Message, delivery.Tries, $"{failure.GetType().FullName}: {failure.Message}").ConfigureAwait(false);
                    break;
                default:
                    _metrics.Ended("failed");
                    Log.PollHandlerFailed(_logger, id, delivery.Tries, _options.MaxTries, _pause.TotalSeconds, failure);
                    break;
            }
        }
        catch (Exception e)
        {
            // The message was not acknowledged, so it is received again.
            BackOffAfter(e);
            Log.PollFailed(_logger, _options.Account, _pause.TotalSeconds, e);
        }
    }

    public void Dispose()
    {
        _metrics.Dispose();
        _ended();
    }

    /// <summary>
    /// Requests a message. When the loop is stopped, a pending response may still arrive: cancelling the request would end its session without a logout.
    /// </summary>
    private async Task<PollMessage?> RequestAsync(CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Timeout.InfiniteTimeSpan, _options.TimeProvider);
        using var stopping = cancellationToken.Register(() => late.CancelAfter(Grace));
        var message = await _client.PollAsync(late.Token).ConfigureAwait(false);

        // The message was only read and remains in the queue.
        cancellationToken.ThrowIfCancellationRequested();
        return message;
    }

    private async Task<EppPollDelivery?> ReceiveAsync(PollMessage message, CancellationToken cancellationToken)
    {
        var key = EppPollKey.Of(_options.Account, message);
        var entry = await _inbox.ReceiveAsync(key, Now, cancellationToken).ConfigureAwait(false);
        if (entry.State != EppPollState.Open)
        {
            // The process ended, or the connection was lost, between commit and acknowledgement.
            Log.PollMessageRepeated(_logger, key.MessageId, entry.State == EppPollState.DeadLettered ? "dead-lettered" : "handled");
            _metrics.Ended("repeated");
            await CompleteAsync(message, isHandled: entry.State == EppPollState.Handled).ConfigureAwait(false);
            return null;
        }

        if (message.XmlFault is { } fault && _options.Unreadable != EppUnreadableMessages.Handle)
        {
            await SetAsideAsync(key, message, entry.Tries, fault).ConfigureAwait(false);
            return null;
        }

        if (entry.Tries > _options.MaxTries)
        {
            Log.PollMessageDeadLettered(_logger, key.MessageId, _options.MaxTries, null);
            await DeadLetterAsync(key, message, _options.MaxTries, "The process ended during the last try.").ConfigureAwait(false);
            return null;
        }

        var transaction = await BeginAsync(key, cancellationToken).ConfigureAwait(false);
        return new EppPollDelivery(key, message, entry.Tries, transaction, CommittedAsync) { Activity = StartActivity(key, entry) };
    }

    /// <summary>Dead-letters a message that cannot be read, or stops the loop. It is not passed to a handler, because each try would fail.</summary>
    private async Task SetAsideAsync(EppPollKey key, PollMessage message, int tries, EppXmlFault fault)
    {
        if (_options.Unreadable == EppUnreadableMessages.Stop)
        {
            await RevertTryAsync(key).ConfigureAwait(false);
            throw EppUnreadableMessageException.Stopping(key, fault, message.Response.Document);
        }

        Log.PollMessageUnreadable(_logger, key.MessageId, fault.ToString());
        await DeadLetterAsync(key, message, tries, $"It {fault.Summary}: {fault}").ConfigureAwait(false);
    }

    private async Task<IEppPollTransaction> BeginAsync(EppPollKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await _inbox.BeginAsync(key, Now, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // The handler was not tried.
            await RevertTryAsync(key).ConfigureAwait(false);
            throw;
        }
    }

    private Activity? StartActivity(EppPollKey key, EppPollEntry entry)
    {
        var activity = EppTelemetry.ActivitySource.StartActivity("handle poll message", ActivityKind.Consumer);
        return activity?.SetTag("epp.client.pool.name", _options.Profile.Name).SetTag("epp.poll.message_id", key.MessageId).SetTag("epp.poll.tries", entry.Tries);
    }

    private async Task CommittedAsync(EppPollDelivery delivery)
    {
        _metrics.Ended("handled");
        Log.PollMessageHandled(_logger, delivery.Key.MessageId, delivery.Tries);
        try
        {
            await CompleteAsync(delivery.Message, isHandled: true).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // The message is committed. It is received again, recognized, and acknowledged then.
            BackOffAfter(e);
            Log.PollNotAcknowledged(_logger, delivery.Key.MessageId, _pause.TotalSeconds, e);
        }
    }

    /// <summary>Completes a committed message. It is not cancellable, so that fewer messages are repeated; the timeouts of the pool limit it.</summary>
    private async Task CompleteAsync(PollMessage message, bool isHandled)
    {
        if (isHandled && _options.Committed is { } committed)
        {
            await committed(message, CancellationToken.None).ConfigureAwait(false);
        }

        await _client.AcknowledgeAsync(message, CancellationToken.None).ConfigureAwait(false);
        Recovered();
    }

    private async Task DeadLetterAsync(EppPollKey key, PollMessage message, int tries, string reason)
    {
        var deadLetter = new EppDeadLetter
        {
            Key = key,
            DeadLetteredAt = Now,
            Tries = tries,
            Reason = reason,
            Document = message.Response.Document ?? ReadOnlyMemory<byte>.Empty,
        };
        await _inbox.DeadLetterAsync(deadLetter, CancellationToken.None).ConfigureAwait(false);
        _metrics.Ended("dead_lettered");
        await CompleteAsync(message, isHandled: false).ConfigureAwait(false);
    }

    private async Task RevertTryAsync(EppPollKey key)
    {
        try
        {
            await _inbox.RevertTryAsync(key, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // The only effect is that the message has one try less.
            Log.PollFailed(_logger, _options.Account, _pause.TotalSeconds, e);
        }
    }

    private async Task PruneAsync(CancellationToken cancellationToken)
    {
        if (_options.KeepHandled == Timeout.InfiniteTimeSpan || Now < _pruneAt)
        {
            return;
        }

        await _inbox.PruneAsync(_options.Account, Now - _options.KeepHandled, cancellationToken).ConfigureAwait(false);
        _pruneAt = Now + PruneInterval;
    }

    private async Task PauseAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_pause > TimeSpan.Zero)
        {
            await Task.Delay(_pause, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
            _pause = TimeSpan.Zero;
        }
    }

    private void Blocked(EppProtocolException failure)
    {
        // Some of these responses end the session, so each try may require a login.
        _blocked++;
        BackOffAfter(failure, isLong: _blocked >= _options.MaxTries);
        Volatile.Write(ref _status, Status with { IsBlocked = true });
        Log.PollQueueBlocked(_logger, _options.Account, _pause.TotalSeconds, failure);
    }

    private void ResponseReceived(PollMessage? message)
    {
        _blocked = 0;
        Volatile.Write(ref _status, Status with { IsBlocked = false, LastResponseAt = Now, Waiting = message?.Count ?? 0, OldestQueuedAt = message?.QueuedDate });
        if (message is not null)
        {
            _empty.Reset();
        }
    }

    private void BackOffAfter(Exception failure, bool isLong = false)
    {
        _pause = isLong ? _options.MaxRetryDelay : _failures.Next();
        Volatile.Write(ref _status, Status with { Failure = failure });
    }

    private void Recovered()
    {
        _failures.Reset();
        _pause = TimeSpan.Zero;
        Volatile.Write(ref _status, Status with { Failure = null });
    }
}
