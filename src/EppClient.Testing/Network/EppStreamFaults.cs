namespace EppClient.Testing.Network;

/// <summary>What happens to one direction of a connection. Nothing, by default. Octets are never reordered, and none is changed.</summary>
public sealed record EppStreamFaults
{
    /// <summary>How long each octet takes on its way. Default: zero.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>The most that chance adds to <see cref="Latency"/>, anew for each piece that arrives; the seed is <see cref="EppFaultProxyOptions.Seed"/>. Default: zero.</summary>
    public TimeSpan Jitter { get; init; }

    /// <summary>How many octets pass each second at most, from 1. Default: null, as many as come.</summary>
    public int? BytesPerSecond { get; init; }

    /// <summary>
    /// After how many octets of this direction, counted from the start of the connection, it ends as <see cref="Ending"/> says; 0 for
    /// before the first. At once where as many have passed. With TLS these are octets of the handshake and of records. Default: null, never.
    /// </summary>
    public long? DisconnectAfterBytes { get; init; }

    /// <summary>How a cut ends it. Default: a reset.</summary>
    public EppFaultEnding Ending { get; init; }

    /// <summary>Whether nothing passes for now. What is held back passes when this is false again. Default: false.</summary>
    public bool IsStalled { get; init; }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Latency, TimeSpan.Zero, nameof(Latency));
        ArgumentOutOfRangeException.ThrowIfLessThan(Jitter, TimeSpan.Zero, nameof(Jitter));
        ArgumentOutOfRangeException.ThrowIfLessThan(BytesPerSecond ?? 1, 1, nameof(BytesPerSecond));
        ArgumentOutOfRangeException.ThrowIfNegative(DisconnectAfterBytes ?? 0, nameof(DisconnectAfterBytes));
    }
}
