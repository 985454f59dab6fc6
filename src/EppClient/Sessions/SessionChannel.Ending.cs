using EppClient.Diagnostics;

namespace EppClient.Sessions;

/// <content>Cancellation, deadlines, and the end of the session. The thread that claims a request under the lock ends it after releasing the lock.</content>
internal sealed partial class SessionChannel
{
    private readonly TaskCompletionSource<long> _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Deadline _nextDeadline = Deadline.None;
    private Deadline _goneBy;
    private bool _isAborted;

    /// <summary>Called when the caller's token is cancelled.</summary>
    internal void Cancel(PendingRequest request, CancellationToken cancellationToken)
    {
        var settlements = new List<FailedExchange>();
        lock (_lock)
        {
            if (!request.TryClaim())
            {
                return;
            }

            var wasWritten = IsAwaitingResponse(request);
            var failure = wasWritten && IsOpen
                ? new CancelledAfterSendException(cancellationToken)
                : new OperationCanceledException("The command was cancelled before it was sent.", cancellationToken);
            settlements.Add(new FailedExchange(request, failure));
            if (wasWritten)
            {
                End(failure, settlements);
            }
        }

        FailExchanges(settlements);
    }

    /// <summary>Sets the timer that serves all requests. It is changed only for an earlier deadline than its current one. Under the lock.</summary>
    private void Watch(Deadline deadline)
    {
        if (_fault is null && deadline.IsBefore(_nextDeadline))
        {
            _nextDeadline = deadline;
            _timer.Change(deadline.Remaining, Timeout.InfiniteTimeSpan);
        }
    }

    private void OnTimer()
    {
        var settlements = new List<FailedExchange>();
        lock (_lock)
        {
            if (_fault is not null)
            {
                return;
            }

            _nextDeadline = Deadline.None;
            ClaimLate(_unwritten, settlements);

            // A request that was written and is late ends the session; an unwritten one does not.
            var unwrittenCount = settlements.Count;
            ClaimLate(_awaitingResponse, settlements);
            if (settlements.Count > unwrittenCount)
            {
                End(settlements[unwrittenCount].Failure, settlements);
            }
        }

        FailExchanges(settlements);
    }

    private void ClaimLate(Queue<PendingRequest> requests, List<FailedExchange> settlements)
    {
        foreach (var request in requests)
        {
            if (!request.Deadline.HasPassed)
            {
                Watch(request.Deadline);
            }
            else if (request.TryClaim())
            {
                settlements.Add(new FailedExchange(request, TimeoutOf(request)));
            }
        }
    }

    private EppTimeoutException TimeoutOf(PendingRequest request)
    {
        var phase = !IsOpen ? EppTimeoutPhase.LoggingIn
            : request.Sequence == 0 || request.Sequence > _flushed ? EppTimeoutPhase.Writing
            : EppTimeoutPhase.WaitingForResponse;
        return new EppTimeoutException(phase, request.Deadline.Total, DeliveryOf(request));
    }

    private EppDelivery DeliveryOf(PendingRequest request) => IsOpen && request.Sequence > 0 ? EppDelivery.MaybeSent : EppDelivery.NotSent;

    private bool IsAwaitingResponse(PendingRequest request) => request.Sequence > 0 || request == _greeting;

    /// <summary>Ends the session and claims all requests. Called under the lock.</summary>
    private void End(Exception cause, List<FailedExchange> settlements)
    {
        if (_fault is not null)
        {
            return;
        }

        _fault = cause;
        _goneBy = Deadline.After(_settings.Time, _settings.Leaving);
        ClaimAll(_awaitingResponse, cause, settlements);
        ClaimAll(_unwritten, cause, settlements);
    }

    private void ClaimAll(Queue<PendingRequest> requests, Exception cause, List<FailedExchange> settlements)
    {
        while (requests.TryDequeue(out var request))
        {
            if (request.TryClaim())
            {
                settlements.Add(new FailedExchange(request, SessionFault.For(cause, DeliveryOf(request))));
            }
        }
    }

    private void FailExchanges(List<FailedExchange> settlements)
    {
        var fault = Fault;
        var isFirstToCut = fault is not null && !Interlocked.Exchange(ref _isAborted, true);
        if (isFirstToCut)
        {
            using (ExecutionContext.SuppressFlow())
            {
                // Not awaited here; Gone completes when it has ended.
                _ = LeaveAsync();
            }
        }

        foreach (var (request, failure) in settlements)
        {
            request.Fail(failure);
        }

        if (isFirstToCut)
        {
            Log.SessionFaulted(_settings.Logger, Id, fault!.Message);
        }
    }

    /// <summary>
    /// Closes the connection. The registry may still read and carry out written requests; once it has closed the connection after the client, it has read
    /// all of them. If it does not close the connection in time, the connection is reset, and unsent data is discarded.
    /// </summary>
    private async Task LeaveAsync()
    {
        // Created before the first await, so the limit counts from the end of the session.
        using var limit = new CancellationTokenSource(_goneBy.Remaining, _settings.Time);
        try
        {
            if (!MayBeCounted)
            {
                _connection.Close();
                await _abort.CancelAsync().ConfigureAwait(false);
                return;
            }

            _connection.Finish();
            await _abort.CancelAsync().ConfigureAwait(false);
            await WhenClosedByRegistryAsync().WaitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The registry did not close the connection in time. It is reset below.
        }
        finally
        {
            _connection.Abort();
            _gone.TrySetResult(_settings.Time.GetTimestamp());
        }
    }

    private async Task WhenClosedByRegistryAsync()
    {
        await WhenAtRest().ConfigureAwait(false);
        await _connection.WhenClosedByPeerAsync().ConfigureAwait(false);
    }

    /// <summary>Completes when reading and writing have stopped. Called only after the session has ended.</summary>
    private Task WhenAtRest()
    {
        lock (_lock)
        {
            return _isWriting ? Task.WhenAll(_writingStopped.Task, Ended) : Ended;
        }
    }

    private readonly record struct FailedExchange(PendingRequest Request, Exception Failure);
}
