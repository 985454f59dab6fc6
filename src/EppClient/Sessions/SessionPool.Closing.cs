using EppClient.Diagnostics;

namespace EppClient.Sessions;

/// <content>Closing sessions, and the pool.</content>
internal sealed partial class SessionPool
{
    private readonly Queue<(PhysicalSession Session, string Reason)> _toClose = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _openingEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lazy<Task> _disposal;
    private bool _isDisposed;

    /// <summary>
    /// Fails the waiters, logs out all sessions (those in use when they are returned), aborts the remaining ones after
    /// <see cref="EppTimeoutOptions.Logout"/>, and waits the same time again for the registry to close aborted sessions. All calls wait for the same task.
    /// </summary>
    public ValueTask DisposeAsync() => new(_disposal.Value);

    private async Task DisposeOnceAsync()
    {
        lock (_lock)
        {
            _isDisposed = true;
            FailWaiters(Disposed);
            EndWarmUp(Disposed());
            while (_state.TryTakeIdle(out var session))
            {
                BeginClosing(session);
            }
        }

        await _lifetime.CancelAsync().ConfigureAwait(false);
        ServeWaiters();
        await DrainAsync().ConfigureAwait(false);
        await _background.WhenEnded().ConfigureAwait(false);
        await _pauseTimer.DisposeAsync().ConfigureAwait(false);
        await _maintenanceTimer.DisposeAsync().ConfigureAwait(false);
        _lifetime.Dispose();
        Metrics.Dispose();
    }

    private static ObjectDisposedException Disposed() => new(nameof(EppSessionPool), "The pool was disposed.");

    private async Task DrainAsync()
    {
        var cut = Array.Empty<PhysicalSession>();
        try
        {
            await _drained.Task.WaitAsync(_settings.Timeouts.Logout, _settings.Time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Attempts to open a session are cancelled by the disposal, so this completes soon. Only then is it known which sessions are in use.
            await _openingEnded.Task.ConfigureAwait(false);
            lock (_lock)
            {
                cut = [.. _state.Used];
            }
        }

        foreach (var session in cut)
        {
            session.Fault(new EppConnectionException("The pool was disposed while the session was in use.", EppDelivery.MaybeSent) { Error = EppConnectionError.SessionEnded });
        }

        await Task.WhenAll(cut.Select(session => session.CloseAsync("the pool was disposed", Deadline.None))).ConfigureAwait(false);
        Log.PoolDisposed(_logger, cut.Length);
    }

    /// <summary>Marks a session for closing. Under the lock; <see cref="StartClosing"/> is called after it is released.</summary>
    private void BeginClosing(PhysicalSession session)
    {
        _state.BeginClosing(session);
        _toClose.Enqueue((session, GetRetirementReason(session) ?? "it is no longer needed"));
    }

    private void StartClosing()
    {
        while (TryTakeToClose(out var next))
        {
            _background.Start(() => CloseAsync(next.Session, next.Reason));
        }
    }

    private bool TryTakeToClose(out (PhysicalSession Session, string Reason) next)
    {
        lock (_lock)
        {
            return _toClose.TryDequeue(out next);
        }
    }

    /// <summary>Closes a session. It counts until its connection is closed, even if the logout fails.</summary>
    private async Task CloseAsync(PhysicalSession session, string reason)
    {
        try
        {
            await session.CloseAsync(reason, Deadline.After(_settings.Time, _settings.Timeouts.Logout)).ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
            {
                _state.Closed();
            }

            ServeWaiters();
        }
    }
}
