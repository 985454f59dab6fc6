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
    private readonly PoolLedger _ledger;
    private readonly OpenGate _gate;
    private readonly BackgroundWork _background;
    private readonly ITimer _pauseTimer;
    private readonly ITimer _maintenanceTimer;
    private readonly CancellationTokenSource _lifetime = new();
    private readonly CancellationToken _disposing;
    private int _generation;

    public SessionPool(PoolSettings settings)
    {
        _settings = settings;
        _disposing = _lifetime.Token;
        _logger = settings.LoggerFactory.CreateLogger(LogCategories.Pool);
        Metrics = new PoolMetrics(settings.Name, settings.Target.Host, settings.Target.Port);
        _opener = new SessionOpener(settings.Connector, settings.Protocol, ChannelSettings(), settings.Timeouts, settings.Pool.MaxSessionAge);
        _ledger = new PoolLedger(settings.Pool.MaxSessions);
        _gate = new OpenGate(settings.Pool, settings.Time);
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
                return _ledger.Snapshot(_waiters.Count);
            }
        }
    }

    /// <summary>Takes a free session, opens one, or waits.</summary>
    /// <exception cref="EppTimeoutException">The deadline passed.</exception>
    /// <exception cref="EppConnectionException">A session was to be opened, and the connection failed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The pool is disposed.</exception>
    public async ValueTask<SessionLease> RentAsync(Deadline deadline, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var started = _settings.Time.GetTimestamp();
        while (true)
        {
            var grant = await TakeGrantAsync(deadline, cancellationToken).ConfigureAwait(false);
            var session = grant.Session ?? await OpenAsync(grant.Generation, deadline, cancellationToken).ConfigureAwait(false);
            if (MayLease(session, isNew: grant.Session is null))
            {
                var now = _settings.Time.GetTimestamp();
                Metrics.Waited(_settings.Time.GetElapsedTime(started, now));
                Log.SessionLent(_logger, session.Id);
                return new SessionLease(this, session, now);
            }

            PutBack(session);
        }
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
            before = _ledger.Snapshot(_waiters.Count);
            _generation++;
            _gate.Reset();
            RetireUnfitIdle();
        }

        Log.PoolCleared(_logger, before.Idle, before.Used);
        ServeWaiters();
    }

    /// <summary>Called by the lease.</summary>
    internal void Return(PhysicalSession session, long leased)
    {
        if (!session.Channel.IsQuiet)
        {
            session.Fault(new EppConnectionException("The session was given back while a command on it had no answer.", EppDelivery.MaybeSent));
        }

        session.MarkUsed();
        Log.SessionReturned(_logger, session.Id);
        PutBack(session);
        Metrics.Used(_settings.Time.GetElapsedTime(leased));
    }

    private void PutBack(PhysicalSession session)
    {
        lock (_lock)
        {
            if (_isDisposed || Unfit(session) is not null)
            {
                BeginClosing(session);
            }
            else
            {
                _ledger.PutIdle(session);
            }
        }

        ServeWaiters();
    }

    /// <summary>
    /// Time has passed since the grant: the session may have died or the pool been cleared. A new session that has died is leased
    /// all the same, so that its user learns why; replacing it here could repeat the login without end.
    /// </summary>
    private bool MayLease(PhysicalSession session, bool isNew)
    {
        lock (_lock)
        {
            return !_isDisposed && (isNew ? session.Generation == _generation : Unfit(session) is null);
        }
    }

    private string? Unfit(PhysicalSession session) => session.Unfit(_generation, _settings.Pool.MaxCommandsPerSession);

    private ChannelSettings ChannelSettings() => new(
        _settings.Time, _settings.LoggerFactory.CreateLogger(LogCategories.Session), Metrics, _settings.Frames, _settings.Pool.PipelineDepth);
}
