namespace EppClient.Sessions;

/// <content>Replacing a session that the registry no longer treats as logged in.</content>
internal sealed partial class SessionPool
{
    /// <summary>
    /// Returns a retired session and opens another one in its place. Idle sessions are not used, because they may have the same fault. The new session is
    /// not offered to other callers. If other callers use the retired session too, or no session may be opened now, this is the same as renting.
    /// </summary>
    /// <inheritdoc cref="RentAsync(LeaseKind, Deadline, CancellationToken)"/>
    public async ValueTask<SessionLease> ReplaceAsync(SessionLease lease, LeaseKind kind, Deadline deadline, CancellationToken cancellationToken)
    {
        var started = _settings.Time.GetTimestamp();
        var retired = lease.TakeSession();
        if (!TryBeginClosingAlone(retired))
        {
            PutBack(retired);
        }
        else if (await TakePlaceOfAsync(retired, deadline, cancellationToken).ConfigureAwait(false) is { } generation
            && await OpenForAsync(kind, generation, deadline, cancellationToken).ConfigureAwait(false) is { } session)
        {
            if (MayLease(session, isNew: true))
            {
                return new SessionLease(this, session, started);
            }

            PutBack(session);
        }

        return await RentAsync(kind, deadline, cancellationToken).ConfigureAwait(false);
    }

    private bool TryBeginClosingAlone(PhysicalSession session)
    {
        lock (_lock)
        {
            var isAlone = session.Leases == 1;
            if (isAlone)
            {
                session.Leases = 0;
                _state.BeginClosing(session);
            }

            return isAlone;
        }
    }

    /// <returns>The generation to open for; null if the capacity may not be used for another session now.</returns>
    private async Task<int?> TakePlaceOfAsync(PhysicalSession session, Deadline deadline, CancellationToken cancellationToken)
    {
        var place = new TaskCompletionSource<int?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _background.Start(() => CloseForAsync(place, session));
        try
        {
            return await place.Task.WaitAsync(deadline.Remaining, _settings.Time, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await LeaveAsync(place).ConfigureAwait(false);
            throw;
        }
        catch (TimeoutException exception)
        {
            await LeaveAsync(place).ConfigureAwait(false);
            throw WaitTimedOut(deadline, exception);
        }
    }

    private async Task LeaveAsync(TaskCompletionSource<int?> place)
    {
        // If the capacity was released concurrently, it goes to the next caller.
        if (place.TrySetResult(null) || await place.Task.ConfigureAwait(false) is null)
        {
            return;
        }

        lock (_lock)
        {
            _state.OpeningEnded();
        }

        ServeWaiters();
    }

    private async Task CloseForAsync(TaskCompletionSource<int?> place, PhysicalSession session)
    {
        try
        {
            await session.CloseAsync(GetRetirementReason(session) ?? "it is replaced", Deadline.After(_settings.Time, _settings.Timeouts.Logout)).ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
            {
                _state.Closed();
                var mayOpen = !_isDisposed && MayOpen;
                if (place.TrySetResult(mayOpen ? _generation : null) && mayOpen)
                {
                    _state.BeginOpening();
                }
            }

            ServeWaiters();
        }
    }
}
