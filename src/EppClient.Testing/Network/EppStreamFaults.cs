namespace EppClient.Testing.Network;

/// <summary>The faults of one direction of a connection. Default: none. Bytes are never reordered or changed.</summary>
public sealed record EppStreamFaults
{
    /// <summary>The delay of each byte. Default: zero.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>The maximum random addition to <see cref="Latency"/>, chosen for each piece of data; the seed is <see cref="EppFaultProxyOptions.Seed"/>. Default: zero.</summary>
    public TimeSpan Jitter { get; init; }

    /// <summary>The maximum number of bytes per second, at least 1. Default: null, no limit.</summary>
    public int? BytesPerSecond { get; init; }

    /// <summary>
    /// The number of bytes in this direction, counted from the start of the connection, after which it ends as specified by <see cref="Ending"/>; 0 means
    /// before the first byte. If as many have passed already, it ends at once. With TLS, the bytes of the handshake and of records count. Default: null, never.
    /// </summary>
    public long? DisconnectAfterBytes { get; init; }

    /// <summary>How the connection ends. Default: a reset.</summary>
    public EppFaultEnding Ending { get; init; }

    /// <summary>Whether no bytes pass for now. Withheld bytes pass when this becomes false. Default: false.</summary>
    public bool IsStalled { get; init; }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Latency, TimeSpan.Zero, nameof(Latency));
        ArgumentOutOfRangeException.ThrowIfLessThan(Jitter, TimeSpan.Zero, nameof(Jitter));
        ArgumentOutOfRangeException.ThrowIfLessThan(BytesPerSecond ?? 1, 1, nameof(BytesPerSecond));
        ArgumentOutOfRangeException.ThrowIfNegative(DisconnectAfterBytes ?? 0, nameof(DisconnectAfterBytes));
    }
}
