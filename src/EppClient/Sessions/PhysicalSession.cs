using EppClient.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EppClient.Sessions;

/// <summary>One TCP connection, TLS session and login. It is never reconnected, and records why it ended.</summary>
internal sealed class PhysicalSession
{
    private const double LargestJitter = 0.1;

    private readonly ISessionProtocol _protocol;
    private readonly ChannelSettings _settings;
    private readonly EppPoolOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IEppSessionPermit? _permit;
    private readonly CancellationTokenRegistration _permitLost;
    private readonly RepeatedErrors? _errors;
    private readonly TimeSpan _maxAge;
    private readonly long _created;
    private readonly long _exchangesToOpen;
    private long _lastUsed;
    private long _lastActive;
    private TimeSpan _silence;
    private volatile string? _retireReason;
    private bool _isClosing;

    public PhysicalSession(
        SessionChannel channel, ISessionProtocol protocol, ChannelSettings settings, EppPoolOptions options, int generation, IEppSessionPermit? permit)
    {
        Channel = channel;
        _protocol = protocol;
        _settings = settings;
        _options = options;
        _time = settings.Time;
        _logger = settings.Logger;
        Generation = generation;
        _maxAge = WithJitter(options.MaxSessionAge);
        _errors = options.MaxRepeatedErrors is { } most ? new RepeatedErrors(most) : null;
        _exchangesToOpen = channel.ExchangeCount;
        _created = _time.GetTimestamp();
        _silence = WithJitter(options.KeepAliveInterval);
        MarkUsed(_created);
        channel.LimitExchanges(options.MaxCommandsPerSession);
        _permit = permit;
        _permitLost = permit?.Lost.UnsafeRegister(static session => ((PhysicalSession)session!).LosePermit(), this) ?? default;
    }

    public string Id => Channel.Id;

    public SessionChannel Channel { get; }

    /// <summary>The generation of the pool; clearing the pool starts a new one.</summary>
    public int Generation { get; }

    /// <summary>The current number of leases. Under the pool's lock.</summary>
    public int Leases { get; set; }

    /// <summary>Whether the session is leased for single commands, of which several may be in flight. Under the pool's lock.</summary>
    public bool IsShared { get; set; }

    public TimeSpan Age => _time.GetElapsedTime(_created);

    /// <summary>The time since the last lease.</summary>
    public TimeSpan Unused => _time.GetElapsedTime(_lastUsed);

    /// <summary>The time since the last lease or keep-alive.</summary>
    public TimeSpan Inactive => _time.GetElapsedTime(_lastActive);

    /// <summary>Whether the session has been inactive for so long that a keep-alive hello is due.</summary>
    public bool IsSilent => _options.KeepAliveInterval != Timeout.InfiniteTimeSpan && Inactive >= _silence;

    /// <summary>Whether the keep-alive is so late that the registry may have closed the session, such as after a pause of the process.</summary>
    /// <param name="now">The current timestamp.</param>
    public bool IsDoubtful(long now) =>
        _options.KeepAliveInterval != Timeout.InfiniteTimeSpan && _time.GetElapsedTime(_lastActive, now) >= _options.KeepAliveInterval * 1.5;

    private long CommandsSent() => Channel.ExchangeCount - _exchangesToOpen;

    /// <summary>Gets the reason why the session must not be leased again; null if it may be.</summary>
    /// <param name="generation">The current generation of the pool.</param>
    /// <param name="now">The current timestamp.</param>
    public string? GetRetirementReason(int generation, long now) => this switch
    {
        { Channel.Fault: { } fault } => fault.Message,
        { _retireReason: { } reason } => reason,
        _ when Generation != generation => "the pool was cleared",
        _ when _maxAge != Timeout.InfiniteTimeSpan && _time.GetElapsedTime(_created, now) >= _maxAge => "it has reached EppPoolOptions.MaxSessionAge",
        _ when CommandsSent() >= _options.MaxCommandsPerSession => "it has reached EppPoolOptions.MaxCommandsPerSession",
        _ when _permit is { IsWanted: true } => "another pool waits for its permit in EppPoolOptions.Quota",
        _ when _errors is { Allowance: <= 0 } => "one more refusal of the same kind could reach EppPoolOptions.MaxRepeatedErrors",
        _ => null,
    };

    /// <summary>Whether another command may be sent while others are in flight. Leases that have not sent their command yet count as sent.</summary>
    /// <param name="generation">The current generation of the pool.</param>
    /// <param name="now">The current timestamp.</param>
    public bool MayShare(int generation, long now) =>
        Leases < Math.Min(_options.PipelineDepth, _errors?.Allowance ?? int.MaxValue)
        && (_options.MaxCommandsPerSession is not { } most || CommandsSent() + Leases < most)
        && GetRetirementReason(generation, now) is null;

    /// <summary>Registers a callback that is called when another pool waits for the permit of the session.</summary>
    public void WhenWanted(Action wanted) => _permit?.Wanted.UnsafeRegister(static wanted => ((Action)wanted!)(), wanted);

    /// <summary>Counts a rejection of a command with a result code.</summary>
    public void CountRefusal(int code) => _errors?.Count(code);

    /// <summary>Retires the session: when it is free, it logs out instead of being leased again.</summary>
    public void Retire(string reason) => _retireReason ??= reason;

    /// <summary>Ends the session immediately.</summary>
    public void Fault(Exception cause) => Channel.Abort(cause);

    public void MarkUsed(long now) => _lastUsed = _lastActive = now;

    /// <summary>Sends a keep-alive. The session ends if there is no response.</summary>
    public async Task ProbeAsync(Deadline deadline, CancellationToken cancellationToken)
    {
        try
        {
            await _protocol.ProbeAsync(Channel, deadline, cancellationToken).ConfigureAwait(false);
            _silence = WithJitter(_options.KeepAliveInterval);
            _lastActive = _time.GetTimestamp();
            Log.KeptAlive(_logger, Id);
        }
        catch (Exception exception)
        {
            // The result is not awaited: any failure makes the session unusable, and is recorded in it.
            Fault(exception);
            Log.KeepAliveFailed(_logger, Id, exception.Message);
        }
    }

    /// <summary>
    /// Logs out if possible, closes the connection in any case, and completes when the registry no longer has the session. Later calls return the same
    /// task.
    /// </summary>
    public Task CloseAsync(string reason, Deadline deadline) => Interlocked.Exchange(ref _isClosing, true) ? _closed.Task : CloseOnceAsync(reason, deadline);

    private async Task CloseOnceAsync(string reason, Deadline deadline)
    {
        try
        {
            Log.SessionRetired(_logger, Id, reason);
            if (Channel.Fault is null)
            {
                await LogoutAsync(deadline).ConfigureAwait(false);
            }

            await Channel.DisposeAsync().ConfigureAwait(false);
            Log.SessionClosed(_logger, Id);
            await GivePermitBackAsync().ConfigureAwait(false);
        }
        finally
        {
            _closed.SetResult();
        }
    }

    private ValueTask GivePermitBackAsync()
    {
        // Not DisposeAsync, which waits for a running callback: the loss of the permit may be closing this session.
        _permitLost.Unregister();
        return _permit is null ? ValueTask.CompletedTask : PermitReturn.ReturnAsync(_permit, _settings);
    }

    private void LosePermit() => Fault(new EppConnectionException(
        "The session was aborted because its permit in EppPoolOptions.Quota was lost; another process may have taken it.", EppDelivery.MaybeSent)
    {
        Error = EppConnectionError.SessionEnded,
    });

    /// <summary>Shortens a time by up to a tenth, so that sessions that began together do not end at the same time.</summary>
    private static TimeSpan WithJitter(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : Jitter.Shorten(time, LargestJitter);

    private async Task LogoutAsync(Deadline deadline)
    {
        try
        {
            Channel.LimitExchanges(null);
            await _protocol.CloseAsync(Channel, deadline, CancellationToken.None).ConfigureAwait(false);

            // The registry closes the connection after its response. Until then it counts the session, so a replacement must wait.
            await Channel.Ended.WaitAsync(deadline.Remaining, _time).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The connection is closed next, so the session ends anyway.
            Log.LogoutFailed(_logger, Id, exception.Message);
        }
    }
}

/// <summary>
/// Counts the rejections of each kind on one session, for registries that end a session after a number of equal errors. The session is replaced before
/// that, so that the errors of one caller do not end another caller's command. Thread-safe.
/// </summary>
internal sealed class RepeatedErrors(int max)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, int> _counts = [];
    private int _most;

    /// <summary>The number of commands that may be in flight without reaching the registry's limit if all of them fail with the same error.</summary>
    public int Allowance => max - 1 - Volatile.Read(ref _most);

    public void Count(int code)
    {
        lock (_lock)
        {
            var count = _counts[code] = _counts.GetValueOrDefault(code) + 1;
            _most = Math.Max(_most, count);
        }
    }
}
