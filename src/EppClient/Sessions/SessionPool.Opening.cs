using EppClient.Diagnostics;

namespace EppClient.Sessions;

/// <content>Opening sessions, and the pause after a failure.</content>
internal sealed partial class SessionPool
{
    // An attempt that takes more than this fraction of its time may hang.
    private const int SlowAttemptDivisor = 6;

    private static readonly TimeSpan QuotaPause = TimeSpan.FromSeconds(1);

    private readonly List<OpenAttempt> _left = [];

    /// <summary>
    /// Opens a session for a caller, who continues to wait if the registry or the quota allows no further session but others may be returned. The
    /// attempt continues if the caller cannot wait for it: otherwise a registry that is slower than its callers would never be reached.
    /// </summary>
    private async Task<PhysicalSession?> OpenForAsync(LeaseKind kind, int generation, Deadline deadline, CancellationToken cancellationToken)
    {
        var opening = new OpenAttempt(generation, _settings.Time);
        _background.StartHere(() => OpenForCallerAsync(opening));
        try
        {
            var session = await opening.Session.WaitAsync(deadline.Remaining, _settings.Time, cancellationToken).ConfigureAwait(false);
            Share(session, kind);
            return session;
        }
        catch (EppException exception) when (MeansLimit(exception) && HasOthers)
        {
            return null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await LeaveAsync(opening).ConfigureAwait(false);
            throw;
        }
        catch (TimeoutException exception)
        {
            var late = new EppTimeoutException(opening.Phase, deadline.Total, EppDelivery.NotSent, opening.Steps.ToString(), exception);
            await LeaveAsync(opening).ConfigureAwait(false);
            throw late;
        }
    }

    private async Task LeaveAsync(OpenAttempt opening)
    {
        lock (_lock)
        {
            _left.Add(opening);
        }

        if (opening.TryLeave())
        {
            _background.Start(() => WatchSlowAttemptAsync(opening));
            return;
        }

        // It ended concurrently: its session goes to the next caller.
        Ended(opening);
        try
        {
            if (await opening.Session.ConfigureAwait(false) is { } session)
            {
                PutBack(session);
            }
        }
        catch (Exception exception) when (exception is EppException or OperationCanceledException or ObjectDisposedException)
        {
            // Already logged, and counted by the gate.
        }
    }

    private async Task WatchSlowAttemptAsync(OpenAttempt opening)
    {
        for (var left = Left(); left > TimeSpan.Zero; left = Left())
        {
            await Task.Delay(left, _settings.Time, _disposing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_disposing.IsCancellationRequested)
            {
                return;
            }
        }

        ServeWaiters();
        TimeSpan Left() => TimeSpan.FromMilliseconds(Math.Ceiling(((_settings.Timeouts.Open / SlowAttemptDivisor) - opening.Age).TotalMilliseconds));
    }

    /// <summary>
    /// An attempt whose caller has left while other callers wait: the connection may hang. It is abandoned for another attempt, which then
    /// has its full time, because the registry may be that slow. Under the lock.
    /// </summary>
    private OpenAttempt? TakeSlowAttempt()
    {
        if (_left.Count == 0 || _waiters.Count == 0 || !_throttle.MayAbandon)
        {
            return null;
        }

        var doubtful = _left.Find(opening => opening.Age >= _settings.Timeouts.Open / SlowAttemptDivisor);
        if (doubtful is not null)
        {
            _left.Remove(doubtful);
            _throttle.AttemptAbandoned();
        }

        return doubtful;
    }

    private void Ended(OpenAttempt opening)
    {
        lock (_lock)
        {
            _left.Remove(opening);
        }
    }

    private async Task OpenForCallerAsync(OpenAttempt opening)
    {
        PhysicalSession? session;
        try
        {
            session = await OpenAsync(opening).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            opening.Fail(exception);
            Ended(opening);
            return;
        }

        if (opening.TryServe(session))
        {
            return;
        }

        Ended(opening);
        if (session is not null)
        {
            PutBack(session);
        }
    }

    private void Share(PhysicalSession? session, LeaseKind kind)
    {
        if (session is not null)
        {
            lock (_lock)
            {
                session.IsShared = kind.IsShared;
            }

            ServeWaiters();
        }
    }

    private bool HasOthers
    {
        get
        {
            lock (_lock)
            {
                return _state.Established > 0;
            }
        }
    }

    private async Task<PhysicalSession?> OpenAsync(OpenAttempt opening)
    {
        PhysicalSession? session;
        try
        {
            session = await _opener.OpenAsync(opening, _disposing).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            OpeningFailed(opening, exception);
            throw;
        }

        if (session is null)
        {
            QuotaExhausted();
            return null;
        }

        lock (_lock)
        {
            _state.Opened(session);
            if (opening.Generation == _generation)
            {
                _throttle.Succeeded();
            }
        }

        session.WhenWanted(OnPermitWanted);
        ServeWaiters();
        return session;
    }

    private void QuotaExhausted()
    {
        lock (_lock)
        {
            _state.OpeningEnded();
            _throttle.Postpone(QuotaPause);
            _pauseTimer.Change(_throttle.Pause, Timeout.InfiniteTimeSpan);
        }

        ServeWaiters();
    }

    /// <summary>
    /// Whether the registry may have meant that there are too many sessions. Some say so with the code of wrong credentials, or just
    /// close the connection; where other sessions of the account live, that is the likely reason.
    /// </summary>
    private static bool MeansLimit(Exception exception) =>
        exception is ISessionLimitFailure or IAuthenticationFailure
            or EppConnectionException { Error: EppConnectionError.ClosedBeforeGreeting or EppConnectionError.ClosedDuringHandshake };

    private void OpeningFailed(OpenAttempt opening, Exception exception)
    {
        var pause = TimeSpan.Zero;
        var failures = 0;
        var isStopped = false;
        var isLimited = false;
        var limit = 0;
        lock (_lock)
        {
            if (opening.LeftSession is { } remains)
            {
                _state.OpeningLeftSession();
                _toClose.Enqueue((remains, "it could not be opened"));
            }
            else
            {
                _state.OpeningEnded();
            }

            if (opening.Generation == _generation && exception is not (OperationCanceledException or ObjectDisposedException or EppTimeoutException { Phase: EppTimeoutPhase.WaitingForRateLimit }))
            {
                if (MeansLimit(exception) && _state.Established > 0)
                {
                    _limit.Refused(_state.Established + _state.Closing);
                    isLimited = true;
                    limit = _limit.Current;
                }

                // If sessions with the same credentials are open, a refusal is about their number.
                _throttle.Failed(exception, refusesCredentials: !_state.HasAnyOf(opening.Channel?.CredentialsId ?? 0));
                EndWarmUp(exception);
                pause = _throttle.Pause;
                _pauseTimer.Change(pause, Timeout.InfiniteTimeSpan);
                failures = _throttle.Failures;
                isStopped = _throttle.IsStopped;
            }
        }

        if (isLimited)
        {
            Log.PoolSessionLimitLearned(_logger, limit, _settings.Pool.SessionLimitRetryInterval);
        }

        if (isStopped)
        {
            Log.PoolLoginsStopped(_logger);
        }
        else if (pause > TimeSpan.Zero)
        {
            Log.PoolBackingOff(_logger, failures, pause);
        }

        ServeWaiters();
    }

    private void OnPauseTimer()
    {
        lock (_lock)
        {
            // Timers and timestamps come from different clocks: a timer can be early.
            if (_throttle.Pause > TimeSpan.Zero)
            {
                _pauseTimer.Change(_throttle.Pause, Timeout.InfiniteTimeSpan);
            }
        }

        ServeWaiters();
        WarmUp();
    }
}
