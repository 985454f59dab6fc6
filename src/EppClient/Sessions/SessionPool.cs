using EppClient.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EppClient.Sessions;

/// <summary>
/// The sessions of one registry account, shared by all callers. Callers are served by priority, in FIFO order. Thread-safe.
/// </summary>
/// <remarks>
/// The lock protects the state, the throttle and the queue of waiters; connections are opened, used and closed outside of it. Every operation that may
/// free a session or capacity ends with <see cref="ServeWaiters"/>, so that no caller waits while either is available.
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
        Metrics.Observe(() => Statistics);
        using (ExecutionContext.SuppressFlow())
        {
            _pauseTimer = settings.Time.CreateTimer(static pool => ((SessionPool)pool!).OnPauseTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _maintenanceTimer = settings.Time.CreateTimer(static pool => ((SessionPool)pool!).Maintain(), this, TimeSpan.Zero, MaintenancePeriod(settings.Pool));
        }
    }

    public PoolMetrics Metrics { get; }

    public EppPoolStatistics Statistics
    {
        get
        {
            lock (_lock)
            {
                return _state.Statistics(_waiters.Count);
            }
        }
    }

    /// <summary>Rents a session exclusively, for several commands.</summary>
    /// <inheritdoc cref="RentAsync(LeaseKind, Deadline, CancellationToken)"/>
    public ValueTask<SessionLease> RentAsync(Deadline deadline, CancellationToken cancellationToken) => RentAsync(LeaseKind.Alone, deadline, cancellationToken);

    /// <summary>Rents a free session, opens one, or waits.</summary>
    /// <exception cref="EppTimeoutException">The deadline passed.</exception>
    /// <exception cref="EppConnectionException">A session could not be opened, because the connection failed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The pool is disposed.</exception>
    public ValueTask<SessionLease> RentAsync(LeaseKind kind, Deadline deadline, CancellationToken cancellationToken)
    {
        return TryRent(kind, cancellationToken) is { } lease
            ? new ValueTask<SessionLease>(lease)
            : RentLaterAsync(kind, deadline, _settings.Time.GetTimestamp(), cancellationToken);
    }

    /// <summary>Rents a free session that needs no keep-alive first; returns null if there is none.</summary>
    public SessionLease? TryRent(LeaseKind kind, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return null;
        }

        // Not checked again: the session was checked with the same timestamp.
        var now = _settings.Time.GetTimestamp();
        return TryTake(kind, now, out var free) ? CreateLease(free, now, now) : null;
    }

    private async ValueTask<SessionLease> RentLaterAsync(LeaseKind kind, Deadline deadline, long started, CancellationToken cancellationToken)
    {
        for (var isFirstTry = true; ; isFirstTry = false)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // A caller whose grant did not lead to a session returns to the front of the queue.
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
    /// Logs out all sessions (those in use when they are returned) and resets all failures. For new credentials, or after a change at the registry.
    /// </summary>
    public void Clear()
    {
        EppPoolStatistics before;
        lock (_lock)
        {
            before = _state.Statistics(_waiters.Count);
            _generation++;
            _throttle.Reset();
            _limit.Forget();
            RetireExpiredIdle();
        }

        Log.PoolCleared(_logger, before.Idle, before.InUse);
        ServeWaiters();
    }

    /// <summary>Called when a lease is disposed.</summary>
    internal void Return(PhysicalSession session, long leased)
    {
        if (!session.IsShared && !session.Channel.IsQuiet)
        {
            session.Fault(new EppConnectionException("The session was returned while a command on it had no response.", EppDelivery.MaybeSent) { Error = EppConnectionError.SessionEnded });
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
                // Other leases use the session. The freed capacity goes to the waiters.
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

    /// <summary>Sends a keep-alive before a session is leased whose keep-alive is overdue.</summary>
    private async ValueTask EnsureAliveAsync(PhysicalSession session, Deadline deadline, CancellationToken cancellationToken)
    {
        if (session.IsDoubtful(_settings.Time.GetTimestamp()))
        {
            await session.ProbeAsync(deadline.AtMost(_settings.Time, _settings.Timeouts.Open), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Whether a session may be leased: it may have ended, or the pool may have been cleared, since the grant. A new session that has ended is leased
    /// anyway, so that the caller gets the reason; replacing it here could repeat the login endlessly.
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
