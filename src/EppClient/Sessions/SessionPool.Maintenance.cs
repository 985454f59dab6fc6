namespace EppClient.Sessions;

/// <content>Periodic maintenance of idle sessions: keep-alive and retirement.</content>
internal sealed partial class SessionPool
{
    private const int PassesPerInterval = 4;

    private static readonly TimeSpan LongestPeriod = TimeSpan.FromSeconds(30);

    internal static TimeSpan MaintenancePeriod(EppPoolOptions options)
    {
        var shortest = new[] { options.KeepAliveInterval, options.IdleLifetime, options.MaxSessionAge }
            .Where(interval => interval != Timeout.InfiniteTimeSpan)
            .DefaultIfEmpty(LongestPeriod)
            .Min() / PassesPerInterval;
        return shortest < LongestPeriod ? shortest : LongestPeriod;
    }

    private void Maintain()
    {
        List<PhysicalSession> silent;
        lock (_lock)
        {
            if (_isDisposed)
            {
                return;
            }

            _limit.Relax();
            RetireExpiredIdle();
            RetireSurplusIdle();
            silent = [.. _state.Idle.Where(session => session.IsSilent)];
            silent.ForEach(_state.TakeIdle);
        }

        silent.ForEach(session => _background.Start(() => KeepAliveAsync(session)));
        ServeWaiters();
        WarmUp();
    }

    /// <summary>Called when another pool waits for the permit of a session. An idle session must be closed now, because no caller will return it.</summary>
    private void OnPermitWanted()
    {
        lock (_lock)
        {
            if (_isDisposed)
            {
                return;
            }

            RetireExpiredIdle();
        }

        ServeWaiters();
    }

    private void RetireExpiredIdle() => RetireIdle(_state.Idle.Where(session => GetRetirementReason(session) is not null));

    private void RetireSurplusIdle()
    {
        if (_settings.Pool.IdleLifetime != Timeout.InfiniteTimeSpan)
        {
            RetireIdle(_state.Idle
                .Where(session => session.Unused >= _settings.Pool.IdleLifetime)
                .Take(_state.Open - _state.Closing - _settings.Pool.MinSessions));
        }
    }

    private void RetireIdle(IEnumerable<PhysicalSession> sessions)
    {
        foreach (var session in sessions.ToList())
        {
            _state.TakeIdle(session);
            BeginClosing(session);
        }
    }

    private async Task KeepAliveAsync(PhysicalSession session)
    {
        try
        {
            await session.ProbeAsync(Deadline.After(_settings.Time, _settings.Timeouts.Command), CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            PutBack(session);
        }
    }
}
