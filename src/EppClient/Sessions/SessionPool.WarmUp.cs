namespace EppClient.Sessions;

/// <content>Keeping the minimum number of sessions open, and waiting for it.</content>
internal sealed partial class SessionPool
{
    private TaskCompletionSource? _warm;

    /// <summary>Opens the minimum number of sessions and waits for it.</summary>
    /// <exception cref="EppException">A session could not be opened, or the timeout elapsed.</exception>
    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        var deadline = Deadline.After(_settings.Time, _settings.Timeouts.Command);
        Task warm;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (IsWarm)
            {
                return;
            }

            if (IsHopelessFor(deadline))
            {
                throw _throttle.Refusal();
            }

            _warm ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            warm = _warm.Task;
        }

        WarmUp();
        try
        {
            await warm.WaitAsync(deadline.Remaining, _settings.Time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException exception)
        {
            throw WaitTimedOut(deadline, exception);
        }
    }

    private bool IsWarm => _state.Established >= _settings.Pool.MinSessions;

    private void WarmUp()
    {
        while (TryReserveMinimum(out var generation))
        {
            _background.Start(() => OpenIdleAsync(generation));
        }
    }

    /// <summary>Completes the callers that wait for the minimum. Under the lock.</summary>
    private void EndWarmUp(Exception? failure)
    {
        if (_warm is not { } warm || (failure is null && !IsWarm))
        {
            return;
        }

        _warm = null;
        if (failure is null)
        {
            warm.SetResult();
        }
        else
        {
            warm.SetException(failure);

            // The callers may have stopped waiting: mark the exception as observed.
            _ = warm.Task.Exception;
        }
    }

    private bool TryReserveMinimum(out int generation)
    {
        lock (_lock)
        {
            generation = _generation;
            var isDue = !_isDisposed && _state.Open - _state.Closing < _settings.Pool.MinSessions && MayOpen;
            if (isDue)
            {
                _state.BeginOpening();
            }

            return isDue;
        }
    }

    private async Task OpenIdleAsync(int generation)
    {
        try
        {
            if (await OpenAsync(new OpenAttempt(generation, _settings.Time)).ConfigureAwait(false) is { } session)
            {
                PutBack(session);
                WarmUp();
            }
        }
        catch (Exception exception) when (exception is EppException or ObjectDisposedException)
        {
            // Already logged, and counted by the throttle; the next maintenance tries again.
        }
    }
}
