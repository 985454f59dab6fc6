using EppClient.Diagnostics;

namespace EppClient.Sessions;

/// <content>Opening sessions, and the pause after a failure.</content>
internal sealed partial class SessionPool
{
    private async Task<PhysicalSession> OpenAsync(int generation, Deadline deadline, CancellationToken cancellationToken)
    {
        PhysicalSession session;
        try
        {
            session = await _opener.OpenAsync(generation, deadline, cancellationToken, _disposing).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            OpeningFailed(generation, exception);
            throw;
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

    private void OpeningFailed(int generation, Exception exception)
    {
        var pause = TimeSpan.Zero;
        var failures = 0;
        var isStopped = false;
        lock (_lock)
        {
            _ledger.OpeningEnded();
            if (generation == _generation && exception is not (OperationCanceledException or ObjectDisposedException or EppTimeoutException { Phase: EppPhase.WaitingForBudget }))
            {
                _gate.Failed(exception);
                pause = _gate.Pause;
                _pauseTimer.Change(pause, Timeout.InfiniteTimeSpan);
                failures = _gate.Failures;
                isStopped = _gate.IsStopped;
            }
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
    }
}
