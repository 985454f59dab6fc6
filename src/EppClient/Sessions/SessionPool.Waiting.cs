using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace EppClient.Sessions;

/// <content>The queue of callers that wait for a session, or for permission to open one.</content>
internal sealed partial class SessionPool
{
    private readonly WaiterQueue _waiters = new();

    /// <summary>Takes a session that is idle or accepts another command, unless callers wait or the session may have ended.</summary>
    private bool TryTake(LeaseKind kind, long now, [NotNullWhen(true)] out PhysicalSession? session)
    {
        lock (_lock)
        {
            session = null;
            if (_isDisposed || _waiters.Count > 0)
            {
                return false;
            }

            if (_state.Idle is [.., var idle])
            {
                if (!idle.IsDoubtful(now) && idle.GetRetirementReason(_generation, now) is null)
                {
                    _state.TakeIdle(idle);
                    idle.IsShared = kind.IsShared;
                    session = idle;
                }
            }
            else if (!MayOpen && TryShare(kind, now, out var shared))
            {
                if (shared.IsDoubtful(now))
                {
                    shared.Leases--;
                }
                else
                {
                    session = shared;
                }
            }

            return session is not null;
        }
    }

    private async ValueTask<Grant> TakeGrantAsync(LeaseKind kind, Deadline deadline, bool atFront, CancellationToken cancellationToken)
    {
        Waiter? waiter = null;
        Grant grant = default;
        lock (_lock)
        {
            if (_isDisposed)
            {
                throw Disposed();
            }

            if (_waiters.Count > 0 || !TryGrant(kind, out grant))
            {
                waiter = Enqueue(kind, deadline, atFront);
            }
        }

        if (waiter is null)
        {
            StartClosing();
            return grant;
        }

        ServeWaiters();
        return await WaitAsync(waiter, deadline, cancellationToken).ConfigureAwait(false);
    }

    private Waiter Enqueue(LeaseKind kind, Deadline deadline, bool atFront)
    {
        var waiter = new Waiter(kind);
        if (IsHopelessFor(deadline))
        {
            waiter.Fail(_throttle.Refusal());
        }
        else
        {
            _waiters.Add(waiter, atFront);
        }

        return waiter;
    }

    private async Task<Grant> WaitAsync(Waiter waiter, Deadline deadline, CancellationToken cancellationToken)
    {
        try
        {
            return await waiter.Served.WaitAsync(deadline.Remaining, _settings.Time, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await WithdrawAsync(waiter).ConfigureAwait(false);
            throw;
        }
        catch (TimeoutException exception)
        {
            await WithdrawAsync(waiter).ConfigureAwait(false);
            Metrics.WaitTimedOut();
            throw WaitTimedOut(deadline, exception);
        }
    }

    /// <summary>Serves waiters with free sessions and capacity, in order of their queue. Called after every change that frees either.</summary>
    private void ServeWaiters()
    {
        OpenAttempt? doubtful;
        lock (_lock)
        {
            while (_waiters.Next is { } next && TryGrant(next.Kind, out var grant))
            {
                _waiters.TakeNext();
                next.Serve(grant);
            }

            // The waiters can never be served: no session is left, and no further login is tried.
            if (_throttle.IsStopped && _state.Open == _state.Closing)
            {
                FailWaiters(_throttle.Refusal);
            }

            doubtful = TakeSlowAttempt();
            EndWarmUp(failure: null);
            if (_isDisposed && _state.Opening == 0)
            {
                _openingEnded.TrySetResult();
            }

            if (_isDisposed && _state.Open == 0)
            {
                _drained.TrySetResult();
            }
        }

        if (doubtful is not null)
        {
            _background.Start(doubtful.AbandonAsync);
        }

        StartClosing();
    }

    /// <summary>Fails all waiters. Called under the lock.</summary>
    private void FailWaiters(Func<Exception> reason)
    {
        while (_waiters.Next is { } waiter)
        {
            _waiters.TakeNext();
            waiter.Fail(reason());
        }
    }

    /// <summary>Grants an idle session, otherwise capacity for a new one, otherwise a shared session with commands in flight. Under the lock.</summary>
    private bool TryGrant(LeaseKind kind, out Grant grant)
    {
        while (_state.TryTakeIdle(out var session))
        {
            if (GetRetirementReason(session) is null)
            {
                session.IsShared = kind.IsShared;
                grant = new Grant(session, _generation);
                return true;
            }

            BeginClosing(session);
        }

        grant = new Grant(null, _generation);
        if (!_isDisposed && MayOpen)
        {
            _state.BeginOpening();
            return true;
        }

        if (!_isDisposed && TryShare(kind, _settings.Time.GetTimestamp(), out var shared))
        {
            grant = new Grant(shared, _generation);
            return true;
        }

        return false;
    }

    private bool TryShare(LeaseKind kind, long now, [NotNullWhen(true)] out PhysicalSession? session)
    {
        session = kind.IsShared && _settings.Pool.PipelineDepth > 1 ? _state.LeastShared(_generation, now) : null;
        if (session is not null)
        {
            session.Leases++;
        }

        return session is not null;
    }

    private bool MayOpen => _state.Open < _limit.Current && _throttle.MayOpen(_state.Opening);

    /// <summary>Whether no session can be returned or opened before the deadline. Under the lock.</summary>
    private bool IsHopelessFor(Deadline deadline) =>
        _state.Open == _state.Closing && (_throttle.IsStopped || (!deadline.IsNone && _throttle.Pause > deadline.Remaining));

    private async Task WithdrawAsync(Waiter waiter)
    {
        lock (_lock)
        {
            if (_waiters.Remove(waiter))
            {
                return;
            }
        }

        // The waiter was served concurrently: its grant goes to the next one.
        var grant = await waiter.Served.ConfigureAwait(false);
        if (grant.Session is { } session)
        {
            PutBack(session);
            return;
        }

        lock (_lock)
        {
            _state.OpeningEnded();
        }

        ServeWaiters();
    }

    private EppTimeoutException WaitTimedOut(Deadline deadline, TimeoutException exception)
    {
        lock (_lock)
        {
            var now = _state.Statistics(_waiters.Count);
            var detail = string.Create(
                CultureInfo.InvariantCulture, $"Of at most {now.MaxSessions} sessions, {now.InUse} are used, {now.Opening} opening, {now.Closing} closing; {now.Waiting} more callers are waiting.");
            return _throttle.LastFailure is { } failure
                ? new EppTimeoutException(EppTimeoutPhase.WaitingForSession, deadline.Total, EppDelivery.NotSent, $"{detail} The last attempt to open one failed: {failure.Message}", failure)
                : new EppTimeoutException(EppTimeoutPhase.WaitingForSession, deadline.Total, EppDelivery.NotSent, $"{detail} Raise EppPoolOptions.MaxSessions or EppTimeoutOptions.Command.", exception);
        }
    }
}
