namespace EppClient.Sessions;

/// <content>What has to be done while nobody asks for a session: keep alive, retire, keep the minimum open.</content>
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
            RetireUnfitIdle();
            RetireSurplusIdle();
            silent = [.. _ledger.Idle.Where(session => session.IsSilent)];
            silent.ForEach(_ledger.TakeIdle);
        }

        silent.ForEach(session => _background.Start(() => KeepAliveAsync(session)));
        ServeWaiters();
        WarmUp();
    }

    private void WarmUp()
    {
        while (TryReserveMinimum(out var generation))
        {
            _background.Start(() => OpenIdleAsync(generation));
        }
    }

    /// <summary>Opens the minimum and waits for it.</summary>
    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        // Each holds its session until all are there, so that no two get the same one.
        var rents = Enumerable.Range(0, _settings.Pool.MinSessions)
            .Select(_ => RentAsync(Deadline.After(_settings.Time, _settings.Timeouts.Command), cancellationToken).AsTask())
            .ToList();
        try
        {
            await Task.WhenAll(rents).ConfigureAwait(false);
        }
        finally
        {
            foreach (var rent in rents.Where(rent => rent.IsCompletedSuccessfully))
            {
                (await rent.ConfigureAwait(false)).Dispose();
            }
        }
    }

    private bool TryReserveMinimum(out int generation)
    {
        lock (_lock)
        {
            generation = _generation;
            var isDue = !_isDisposed && _ledger.Open - _ledger.Closing < _settings.Pool.MinSessions && MayOpen;
            if (isDue)
            {
                _ledger.BeginOpening();
            }

            return isDue;
        }
    }

    private void RetireUnfitIdle() => RetireIdle(_ledger.Idle.Where(session => Unfit(session) is not null));

    private void RetireSurplusIdle()
    {
        if (_settings.Pool.IdleLifetime != Timeout.InfiniteTimeSpan)
        {
            RetireIdle(_ledger.Idle
                .Where(session => session.Unused >= _settings.Pool.IdleLifetime)
                .Take(_ledger.Open - _ledger.Closing - _settings.Pool.MinSessions));
        }
    }

    private void RetireIdle(IEnumerable<PhysicalSession> sessions)
    {
        foreach (var session in sessions.ToList())
        {
            _ledger.TakeIdle(session);
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

    private async Task OpenIdleAsync(int generation)
    {
        try
        {
            if (await OpenAsync(generation, Deadline.None, CancellationToken.None).ConfigureAwait(false) is { } session)
            {
                PutBack(session);
                WarmUp();
            }
        }
        catch (Exception exception) when (exception is EppException or ObjectDisposedException)
        {
            // Logged where it happened, and counted by the gate: the next pass tries again.
        }
    }
}
