using EppClient.Diagnostics;
using Microsoft.Extensions.Logging;

namespace EppClient.Sessions;

/// <summary>What the channels of one pool have in common.</summary>
/// <param name="Time">The clock.</param>
/// <param name="Logger">Where logs go.</param>
/// <param name="Metrics">The pool's measurements.</param>
/// <param name="Frames">How large frames may be.</param>
/// <param name="Depth">How many requests may be unanswered at once.</param>
/// <param name="Leaving">How long the registry may take to close a session that the client has ended.</param>
internal sealed record ChannelSettings(TimeProvider Time, ILogger Logger, PoolMetrics Metrics, EppFrameOptions Frames, int Depth, TimeSpan Leaving);
