using EppClient.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EppClient.Sessions;

/// <summary>One TCP connection, TLS session and login. It is never reconnected, and remembers why it ended.</summary>
internal sealed class PhysicalSession
{
    private const double Jitter = 0.1;

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

    /// <summary>Which of the pool's generations it belongs to; clearing the pool starts a new one.</summary>
    public int Generation { get; }

    /// <summary>How many have leased it at this instant. Under the pool's lock.</summary>
    public int Leases { get; set; }

    /// <summary>Whether it is leased for single commands, of which several may be on their way. Under the pool's lock.</summary>
    public bool IsShared { get; set; }

    public TimeSpan Age => _time.GetElapsedTime(_created);

    /// <summary>Since somebody had leased it.</summary>
    public TimeSpan Unused => _time.GetElapsedTime(_lastUsed);

    /// <summary>Since somebody had leased it or it was kept alive.</summary>
    public TimeSpan Inactive => _time.GetElapsedTime(_lastActive);

    /// <summary>Whether it has been silent for so long that a hello is due.</summary>
    public bool IsSilent => _options.KeepAliveInterval != Timeout.InfiniteTimeSpan && Inactive >= _silence;

    /// <summary>Whether a hello is so late that the registry may have closed it, as after a pause of the whole process.</summary>
    /// <param name="now">The timestamp of this instant.</param>
    public bool IsDoubtful(long now) =>
        _options.KeepAliveInterval != Timeout.InfiniteTimeSpan && _time.GetElapsedTime(_lastActive, now) >= _options.KeepAliveInterval * 1.5;

    private long CommandsSent() => Channel.ExchangeCount - _exchangesToOpen;

    /// <summary>Why it must not be leased again, or null where it may.</summary>
    /// <param name="generation">The current generation of the pool.</param>
    /// <param name="now">The timestamp of this instant.</param>
    public string? GetRetirementReason(int generation, long now) => this switch
    {
        { Channel.Fault: { } fault } => fault.Message,
        { _retireReason: { } reason } => reason,
        _ when Generation != generation => "the pool was cleared",
        _ when _maxAge != Timeout.InfiniteTimeSpan && _time.GetElapsedTime(_created, now) >= _maxAge => "it has reached EppPoolOptions.MaxSessionAge",
        _ when CommandsSent() >= _options.MaxCommandsPerSession => "it has reached EppPoolOptions.MaxCommandsPerSession",
        _ when _permit is { IsWanted: true } => "another waits for its room in EppOptions.SessionQuota",
        _ when _errors is { Allowance: <= 0 } => "one more refusal of the same kind could reach EppPoolOptions.MaxRepeatedErrors",
        _ => null,
    };

    /// <summary>Whether it may take another command while others are on their way. What these may still write is counted as written.</summary>
    /// <param name="generation">The current generation of the pool.</param>
    /// <param name="now">The timestamp of this instant.</param>
    public bool MayShare(int generation, long now) =>
        Leases < Math.Min(_options.PipelineDepth, _errors?.Allowance ?? int.MaxValue)
        && (_options.MaxCommandsPerSession is not { } most || CommandsSent() + Leases < most)
        && GetRetirementReason(generation, now) is null;

    /// <summary>Registers a callback for when another process waits for the permit of the session.</summary>
    public void WhenWanted(Action wanted) => _permit?.Wanted.UnsafeRegister(static wanted => ((Action)wanted!)(), wanted);

    /// <summary>The registry refused a command with this code.</summary>
    public void CountRefusal(int code) => _errors?.Count(code);

    /// <summary>Lets it log out, instead of being leased again, once it is free.</summary>
    public void Retire(string reason) => _retireReason ??= reason;

    /// <summary>Ends it at once.</summary>
    public void Fault(Exception cause) => Channel.Abort(cause);

    public void MarkUsed(long now) => _lastUsed = _lastActive = now;

    /// <summary>Asks for a sign of life. Without one the session ends.</summary>
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
            // Nobody waits for the outcome: whatever went wrong, the session is not fit for use, and says why.
            Fault(exception);
            Log.KeepAliveFailed(_logger, Id, exception.Message);
        }
    }

    /// <summary>
    /// Logs out if that is possible, closes the connection in any case, and completes when the registry no longer has the session. Later
    /// calls return the same task.
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
        // Not DisposeAsync of the registration: the loss may be what closes this session.
        _permitLost.Unregister();
        return _permit is null ? ValueTask.CompletedTask : PermitReturn.ReturnAsync(_permit, _settings);
    }

    private void LosePermit() => Fault(new EppConnectionException(
        "The session was cut because its room in EppOptions.SessionQuota was lost, which another process may have taken meanwhile.", EppDelivery.MaybeSent)
    {
        Error = EppConnectionError.SessionEnded,
    });

    /// <summary>Up to a tenth less, so that what began together does not all end at once.</summary>
    private static TimeSpan WithJitter(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time * (1 - (Jitter * Random.Shared.NextDouble()));

    private async Task LogoutAsync(Deadline deadline)
    {
        try
        {
            Channel.LimitExchanges(null);
            await _protocol.CloseAsync(Channel, deadline, CancellationToken.None).ConfigureAwait(false);

            // The registry closes after its answer. Until then it counts the session, so a successor must wait.
            await Channel.Ended.WaitAsync(deadline.Remaining, _time).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The connection is cut next, so the session ends either way; nobody could do more about it.
            Log.LogoutFailed(_logger, Id, exception.Message);
        }
    }
}

/// <summary>
/// Counts the refusals of each kind on one session, where the registry ends a session at so many equal ones. It is replaced
/// before, so that the faults of one caller never cost another an answer. Safe for use by many at once.
/// </summary>
internal sealed class RepeatedErrors(int max)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, int> _counts = [];
    private int _most;

    /// <summary>How many commands may be on their way without the registry's limit being reached, if all fail alike.</summary>
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
