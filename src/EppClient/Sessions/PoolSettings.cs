using EppClient.Diagnostics;
using EppClient.Transport;
using Microsoft.Extensions.Logging;

namespace EppClient.Sessions;

/// <summary>The settings of a pool. The options are valid.</summary>
internal sealed record PoolSettings
{
    public required IConnector Connector { get; init; }

    public required ISessionProtocol Protocol { get; init; }

    public required ILoggerFactory LoggerFactory { get; init; }

    /// <summary>The quota that is shared with other pools; null if only this pool's maximum applies.</summary>
    public IEppSessionQuota? Quota { get; init; }

    /// <summary>The name of the pool in telemetry.</summary>
    public required string Name { get; init; }

    /// <summary>The server in telemetry.</summary>
    public required ConnectTarget Target { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public EppPoolOptions Pool { get; init; } = new();

    public EppTimeoutOptions Timeouts { get; init; } = new();

    public EppFrameOptions Frames { get; init; } = new();
}

/// <summary>The common settings of the channels of one pool.</summary>
/// <param name="Time">The clock.</param>
/// <param name="Logger">The logger.</param>
/// <param name="Metrics">The metrics of the pool.</param>
/// <param name="Frames">The size limits of frames.</param>
/// <param name="Depth">The maximum number of requests in flight.</param>
/// <param name="Leaving">The maximum time that the registry may take to close a session that the client has ended.</param>
internal sealed record ChannelSettings(TimeProvider Time, ILogger Logger, PoolMetrics Metrics, EppFrameOptions Frames, int Depth, TimeSpan Leaving);
