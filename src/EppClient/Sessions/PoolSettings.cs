using EppClient.Diagnostics;
using EppClient.Transport;
using Microsoft.Extensions.Logging;

namespace EppClient.Sessions;

/// <summary>What a pool is made of. The options are valid.</summary>
internal sealed record PoolSettings
{
    public required IConnector Connector { get; init; }

    public required ISessionProtocol Protocol { get; init; }

    public required ILoggerFactory LoggerFactory { get; init; }

    /// <summary>Room that other pools share, or null where this pool's maximum is all there is.</summary>
    public IEppSessionQuota? Quota { get; init; }

    /// <summary>For telemetry.</summary>
    public required string Name { get; init; }

    /// <summary>For telemetry.</summary>
    public required ConnectTarget Target { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public EppPoolOptions Pool { get; init; } = new();

    public EppTimeoutOptions Timeouts { get; init; } = new();

    public EppFrameOptions Frames { get; init; } = new();
}

/// <summary>What the channels of one pool have in common.</summary>
/// <param name="Time">The clock.</param>
/// <param name="Logger">Where logs go.</param>
/// <param name="Metrics">The pool's measurements.</param>
/// <param name="Frames">How large frames may be.</param>
/// <param name="Depth">How many requests may be unanswered at once.</param>
/// <param name="Leaving">How long the registry may take to close a session that the client has ended.</param>
internal sealed record ChannelSettings(TimeProvider Time, ILogger Logger, PoolMetrics Metrics, EppFrameOptions Frames, int Depth, TimeSpan Leaving);
