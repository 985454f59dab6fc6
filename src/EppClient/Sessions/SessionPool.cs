using EppClient.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EppClient.Sessions;

/// <summary>
/// Sessions to one registry account, shared by everybody who sends commands with it. Callers are served in the order in which
/// they came. Safe for use by many at once.
/// </summary>
/// <remarks>
/// The lock guards the ledger, the gate and the queue of waiters; connections are made, used and closed outside of it. Whatever
/// may help a waiter ends with <see cref="ServeWaiters"/>, so that nobody waits while there is a free session or room for one.
/// </remarks>
internal sealed partial class SessionPool : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly PoolSettings _settings;
    private readonly ILogger _logger;
    private readonly SessionOpener _opener;
    private readonly PoolState _state;
    private readonly ConnectThrottle _throttle;
    private readonly AdaptiveSessionLimit _limit;
    private readonly BackgroundWork _background;
    private readonly ITimer _pauseTimer;
    private readonly ITimer _maintenanceTimer;
    private readonly CancellationTokenSource _lifetime = new();
    private readonly CancellationToken _disposing;
    private int _generation;

    public SessionPool(PoolSettings settings)
    {
        _settings = settings;
        _disposal = new Lazy<Task>(DisposeOnceAsync);
        _disposing = _lifetime.Token;
        _logger = settings.LoggerFactory.CreateLogger(LogCategories.Pool);
        Metrics = new PoolMetrics(settings.Name, settings.Target.Host, settings.Target.Port);
        _opener = new SessionOpener(settings.Connector, settings.Protocol, ChannelSettings(), settings.Timeouts, settings.Pool, settings.Quota);
        _state = new PoolState(settings.Pool.MaxSessions);
        _throttle = new ConnectThrottle(settings.Pool, settings.Time);
        _limit = new AdaptiveSessionLimit(settings.Pool.MaxSessions, settings.Pool.SessionLimitRetryInterval, settings.Time);
        _background = new BackgroundWork(_logger);
        Metrics.Observe(() => Snapshot);
        using (ExecutionContext.SuppressFlow())
        {
            _pauseTimer = settings.Time.CreateTimer(static pool => ((SessionPool)pool!).OnPauseTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _maintenanceTimer = settings.Time.CreateTimer(static pool => ((SessionPool)pool!).Maintain(), this, TimeSpan.Zero, MaintenancePeriod(settings.Pool));
        }
    }

    public PoolMetrics Metrics { get; }

    public PoolSnapshot Snapshot
    {
        get
        {
            lock (_lock)
            {
                return _state.Snapshot(_waiters.Count);
            }
        }
    }

    /// <summary>Takes a session for several commands in a row.</summary>
    /// <inheritdoc cref="RentAsync(LeaseKind, Deadline, CancellationToken)"/>
    public ValueTask<SessionLease> RentAsync(Deadline deadline, CancellationToken cancellationToken) => RentAsync(LeaseKind.Alone, deadline, cancellationToken);

    /// <summary>Takes a free session, opens one, or waits.</summary>
    /// <exception cref="EppTimeoutException">The deadline passed.</exception>
    /// <exception cref="EppConnectionException">A session was to be opened, and the connection failed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The pool is disposed.</exception>
    public ValueTask<SessionLease> RentAsync(LeaseKind kind, Deadline deadline, CancellationToken cancellationToken)
    {
        return TryRent(kind, cancellationToken) is { } lease
            ? new ValueTask<SessionLease>(lease)
            : RentLaterAsync(kind, deadline, _settings.Time.GetTimestamp(), cancellationToken);
    }

    /// <summary>Takes a free session, if there is one that needs no sign of life; otherwise returns null.</summary>
    public SessionLease? TryRent(LeaseKind kind, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return null;
        }

        // No time passes in which the session could die.
        var now = _settings.Time.GetTimestamp();
        return TryTake(kind, now, out var free) ? CreateLease(free, now, now) : null;
    }

    private async ValueTask<SessionLease> RentLaterAsync(LeaseKind kind, Deadline deadline, long started, CancellationToken cancellationToken)
    {
        for (var isFirstTry = true; ; isFirstTry = false)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // Who had a turn of which nothing came does not go to the end of the line.
            var grant = await TakeGrantAsync(kind, deadline, atFront: !isFirstTry, cancellationToken).ConfigureAwait(false);
            var session = grant.Session ?? await OpenForAsync(kind, grant.Generation, deadline, cancellationToken).ConfigureAwait(false);
            if (session is null)
            {
                continue;
            }

            await EnsureAliveAsync(session, deadline, cancellationToken).ConfigureAwait(false);
            if (MayLease(session, isNew: grant.Session is null))
            {
                return CreateLease(session, started, _settings.Time.GetTimestamp());
            }

            PutBack(session);
        }
    }

    private SessionLease CreateLease(PhysicalSession session, long started, long now)
    {
        Metrics.Waited(_settings.Time.GetElapsedTime(started, now));
        Log.SessionRented(_logger, session.Id);
        return new SessionLease(this, session, now);
    }

    /// <summary>
    /// Lets all sessions log out, those in use once they are given back, and forgets all failures: for new credentials, or after
    /// a change at the registry.
    /// </summary>
    public void Clear()
    {
        PoolSnapshot before;
        lock (_lock)
        {
            before = _state.Snapshot(_waiters.Count);
            _generation++;
            _throttle.Reset();
            _limit.Forget();
            RetireExpiredIdle();
        }

        Log.PoolCleared(_logger, before.Idle, before.Used);
        ServeWaiters();
    }

    /// <summary>Called by the lease.</summary>
    internal void Return(PhysicalSession session, long leased)
    {
        if (!session.IsShared && !session.Channel.IsQuiet)
        {
            session.Fault(new EppConnectionException("The session was given back while a command on it had no answer.", EppDelivery.MaybeSent) { Error = EppConnectionError.SessionEnded });
        }

        var now = _settings.Time.GetTimestamp();
        session.MarkUsed(now);
        Log.SessionReturned(_logger, session.Id);
        PutBack(session, now);
        Metrics.Used(_settings.Time.GetElapsedTime(leased, now));
    }

    /// <summary>Ends one lease; the last one frees the session.</summary>
    private void PutBack(PhysicalSession session) => PutBack(session, _settings.Time.GetTimestamp());

    private void PutBack(PhysicalSession session, long now)
    {
        lock (_lock)
        {
            if (--session.Leases > 0)
            {
                // Others are still at work on it. The place that came free is for those who wait.
                if (_waiters.Count == 0)
                {
                    return;
                }
            }
            else if (_isDisposed || session.GetRetirementReason(_generation, now) is not null)
            {
                BeginClosing(session);
            }
            else
            {
                _state.PutIdle(session);
            }
        }

        ServeWaiters();
    }

    /// <summary>Asks for a sign of life before a session is lent that was silent for longer than it should have been.</summary>
    private async ValueTask EnsureAliveAsync(PhysicalSession session, Deadline deadline, CancellationToken cancellationToken)
    {
        if (session.IsDoubtful(_settings.Time.GetTimestamp()))
        {
            await session.ProbeAsync(deadline.AtMost(_settings.Time, _settings.Timeouts.Open), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Time has passed since the grant: the session may have died or the pool been cleared. A new session that has died is leased
    /// all the same, so that its user learns why; replacing it here could repeat the login without end.
    /// </summary>
    private bool MayLease(PhysicalSession session, bool isNew)
    {
        lock (_lock)
        {
            return !_isDisposed && (isNew ? session.Generation == _generation : GetRetirementReason(session) is null);
        }
    }

    private string? GetRetirementReason(PhysicalSession session) => session.GetRetirementReason(_generation, _settings.Time.GetTimestamp());

    private ChannelSettings ChannelSettings() => new(
        _settings.Time, _settings.LoggerFactory.CreateLogger(LogCategories.Session), Metrics, _settings.Frames, _settings.Pool.PipelineDepth, _settings.Timeouts.Logout);
}
