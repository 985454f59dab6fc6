using EppClient.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EppClient.Sessions;

/// <summary>One TCP connection, TLS session and login. It is never reconnected, and remembers why it ended.</summary>
internal sealed class PhysicalSession
{
    private readonly ISessionProtocol _protocol;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly long _created;
    private readonly long _exchangesToOpen;
    private long _lastUsed;
    private long _lastActive;
    private volatile string? _retireReason;

    public PhysicalSession(SessionChannel channel, ISessionProtocol protocol, ChannelSettings settings, int generation, TimeSpan maxAge)
    {
        Channel = channel;
        _protocol = protocol;
        _time = settings.Time;
        _logger = settings.Logger;
        Generation = generation;
        MaxAge = maxAge;
        _exchangesToOpen = channel.ExchangeCount;
        _created = _lastUsed = _lastActive = _time.GetTimestamp();
    }

    public string Id => Channel.Id;

    public SessionChannel Channel { get; }

    /// <summary>Which of the pool's generations it belongs to; clearing the pool starts a new one.</summary>
    public int Generation { get; }

    public TimeSpan MaxAge { get; }

    public TimeSpan Age => _time.GetElapsedTime(_created);

    /// <summary>Since somebody had leased it.</summary>
    public TimeSpan Unused => _time.GetElapsedTime(_lastUsed);

    /// <summary>Since somebody had leased it or it was kept alive.</summary>
    public TimeSpan Inactive => _time.GetElapsedTime(_lastActive);

    /// <summary>Why it must not be leased again, or null where it may.</summary>
    public string? Unfit(int generation, int? maxCommands) => this switch
    {
        { Channel.Fault: { } fault } => fault.Message,
        { _retireReason: { } reason } => reason,
        _ when Generation != generation => "the pool was cleared",
        _ when MaxAge != Timeout.InfiniteTimeSpan && Age >= MaxAge => "it has reached EppPoolOptions.MaxSessionAge",
        _ when Channel.ExchangeCount - _exchangesToOpen >= maxCommands => "it has reached EppPoolOptions.MaxCommandsPerSession",
        _ => null,
    };

    /// <summary>Lets it log out, instead of being leased again, once it is free.</summary>
    public void Retire(string reason) => _retireReason ??= reason;

    /// <summary>Ends it at once.</summary>
    public void Fault(Exception cause) => Channel.Abort(cause);

    public void MarkUsed() => _lastUsed = _lastActive = _time.GetTimestamp();

    /// <summary>Asks for a sign of life. Without one the session ends.</summary>
    public async Task ProbeAsync(Deadline deadline, CancellationToken cancellationToken)
    {
        try
        {
            await _protocol.ProbeAsync(Channel, deadline, cancellationToken).ConfigureAwait(false);
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

    /// <summary>Logs out where that is possible, and frees the connection in any case.</summary>
    public async Task CloseAsync(string reason, Deadline deadline)
    {
        Log.SessionRetired(_logger, Id, reason);
        if (Channel.Fault is null)
        {
            await LogoutAsync(deadline).ConfigureAwait(false);
        }

        await Channel.DisposeAsync().ConfigureAwait(false);
        Log.SessionClosed(_logger, Id);
    }

    private async Task LogoutAsync(Deadline deadline)
    {
        try
        {
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
