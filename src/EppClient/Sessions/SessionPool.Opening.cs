using EppClient.Diagnostics;

namespace EppClient.Sessions;

/// <content>Opening sessions, and the delay after a failure.</content>
internal sealed partial class SessionPool
{
    // An attempt that takes more than this fraction of its time may hang.
    private const int SlowAttemptDivisor = 6;

    private static readonly TimeSpan QuotaPause = TimeSpan.FromSeconds(1);

    private readonly List<OpenAttempt> _unawaited = [];

    /// <summary>
    /// Opens a session for a caller. The caller continues to wait if the registry or the quota allows no further session but others may be returned. If the
    /// caller stops waiting, the attempt continues: otherwise a registry that is slower than the callers' timeouts would never be reached.
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
            _unawaited.Add(opening);
        }

        if (opening.TryLeave())
        {
            _background.Start(() => WatchSlowAttemptAsync(opening));
            return;
        }

        // The attempt ended concurrently: its session goes to the next caller.
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
            // Already logged, and counted by the throttle.
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
    /// Gets an attempt whose caller has stopped waiting while other callers wait: its connection may hang. It is abandoned for another attempt, which then
    /// has the full time, because the registry may be slow. Under the lock.
    /// </summary>
    private OpenAttempt? TakeSlowAttempt()
    {
        if (_unawaited.Count == 0 || _waiters.Count == 0 || !_throttle.MayAbandon)
        {
            return null;
        }

        var doubtful = _unawaited.Find(opening => opening.Age >= _settings.Timeouts.Open / SlowAttemptDivisor);
        if (doubtful is not null)
        {
            _unawaited.Remove(doubtful);
            _throttle.AttemptAbandoned();
        }

        return doubtful;
    }

    private void Ended(OpenAttempt opening)
    {
        lock (_lock)
        {
            _unawaited.Remove(opening);
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
    /// Whether the failure may mean that there are too many sessions. Some registries then respond with the code for wrong credentials or close the
    /// connection. If other sessions of the account are open, this is the likely reason.
    /// </summary>
    private static bool MeansLimit(Exception exception) =>
        exception is ISessionLimitFailure or IAuthenticationFailure
            or EppConnectionException { Error: EppConnectionError.ClosedBeforeGreeting or EppConnectionError.ClosedDuringHandshake };

    private void OpeningFailed(OpenAttempt opening, Exception exception)
    {
        var pause = TimeSpan.Zero;
        var failures = 0;
        var isStopped = false;
        string? invalidLogin = null;
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

                // If sessions with the same credentials are open, a refusal concerns their number.
                _throttle.Failed(exception, refusesCredentials: !_state.HasAnyOf(opening.Channel?.CredentialsId ?? 0));
                EndWarmUp(exception);
                pause = _throttle.Pause;
                _pauseTimer.Change(pause, Timeout.InfiniteTimeSpan);
                failures = _throttle.Failures;
                isStopped = _throttle.IsStopped;
                invalidLogin = _throttle.InvalidLogin;
            }
        }

        if (isLimited)
        {
            Log.PoolSessionLimitLearned(_logger, limit, _settings.Pool.SessionLimitRetryInterval.TotalSeconds);
        }

        if (invalidLogin is not null)
        {
            Log.PoolLoginInvalid(_logger, invalidLogin);
        }
        else if (isStopped)
        {
            Log.PoolLoginsStopped(_logger);
        }
        else if (pause > TimeSpan.Zero)
        {
            Log.PoolBackingOff(_logger, failures, pause.TotalSeconds);
        }

        ServeWaiters();
    }

    private void OnPauseTimer()
    {
        lock (_lock)
        {
            // Timers and timestamps use different clocks, so a timer can fire early.
            if (_throttle.Pause > TimeSpan.Zero)
            {
                _pauseTimer.Change(_throttle.Pause, Timeout.InfiniteTimeSpan);
            }
        }

        ServeWaiters();
        WarmUp();
    }
}
