using EppClient.Diagnostics;

namespace EppClient.Sessions;

/// <content>Opening sessions, and the pause after a failure.</content>
internal sealed partial class SessionPool
{
    private static readonly TimeSpan QuotaPause = TimeSpan.FromSeconds(1);

    /// <summary>For a caller, who waits on where the registry or the quota allows no further session but others may come free.</summary>
    private async Task<PhysicalSession?> OpenForAsync(LeaseKind kind, int generation, Deadline deadline, CancellationToken cancellationToken)
    {
        try
        {
            var session = await OpenAsync(generation, deadline, cancellationToken).ConfigureAwait(false);
            Share(session, kind);
            return session;
        }
        catch (EppException exception) when (MeansLimit(exception) && HasOthers)
        {
            return null;
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
                return _ledger.Established > 0;
            }
        }
    }

    private async Task<PhysicalSession?> OpenAsync(int generation, Deadline deadline, CancellationToken cancellationToken)
    {
        PhysicalSession? session;
        try
        {
            session = await _opener.OpenAsync(generation, deadline, cancellationToken, _disposing).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            OpeningFailed(generation, exception);
            throw;
        }

        if (session is null)
        {
            QuotaHasNoRoom();
            return null;
        }

        lock (_lock)
        {
            _ledger.Opened(session);
            if (generation == _generation)
            {
                _gate.Succeeded();
            }
        }

        ServeWaiters();
        return session;
    }

    private void QuotaHasNoRoom()
    {
        lock (_lock)
        {
            _ledger.OpeningEnded();
            _gate.Postpone(QuotaPause);
            _pauseTimer.Change(_gate.Pause, Timeout.InfiniteTimeSpan);
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

    private void OpeningFailed(int generation, Exception exception)
    {
        var pause = TimeSpan.Zero;
        var failures = 0;
        var isStopped = false;
        var isLimited = false;
        var limit = 0;
        lock (_lock)
        {
            _ledger.OpeningEnded();
            if (generation == _generation && exception is not (OperationCanceledException or ObjectDisposedException or EppTimeoutException { Phase: EppPhase.WaitingForBudget }))
            {
                var isLimit = MeansLimit(exception) && _ledger.Established > 0;
                if (isLimit)
                {
                    _limit.Refused(_ledger.Established + _ledger.Closing);
                    isLimited = true;
                    limit = _limit.Current;
                }

                _gate.Failed(exception);
                EndWarmUp(exception);
                pause = _gate.Pause;
                _pauseTimer.Change(pause, Timeout.InfiniteTimeSpan);
                failures = _gate.Failures;
                isStopped = _gate.IsStopped;
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
            if (_gate.Pause > TimeSpan.Zero)
            {
                _pauseTimer.Change(_gate.Pause, Timeout.InfiniteTimeSpan);
            }
        }

        ServeWaiters();
        WarmUp();
    }
}
