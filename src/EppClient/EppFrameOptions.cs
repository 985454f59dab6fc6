using System.Runtime.CompilerServices;

namespace EppClient;

/// <summary>The size limits of the data units of RFC 5734, in bytes, including the header of 4 bytes.</summary>
public sealed record EppFrameOptions
{
    internal const int DefaultMaxIncomingBytes = 1024 * 1024;
    internal const int DefaultMaxOutgoingBytes = 256 * 1024;

    // Printable text that is read as a length exceeds this limit, so a wrong peer is recognized immediately.
    internal const int Ceiling = 64 * 1024 * 1024;

    private const int SmallestFrame = 5;

    /// <summary>The largest frame accepted from the registry, in bytes; a larger one ends the session. Default: 1,048,576.</summary>
    public int MaxIncomingBytes { get; init; } = DefaultMaxIncomingBytes;

    /// <summary>
    /// The largest frame sent, in bytes; a larger one is rejected before anything is written, because registries close the connection on such a frame.
    /// Default: 262,144.
    /// </summary>
    public int MaxOutgoingBytes { get; init; } = DefaultMaxOutgoingBytes;

    internal void Validate(OptionFaults faults)
    {
        CheckLimit(faults, "EppFrameOptions.MaxIncomingBytes", MaxIncomingBytes);
        CheckLimit(faults, "EppFrameOptions.MaxOutgoingBytes", MaxOutgoingBytes);
    }

    internal static void CheckLimit(OptionFaults faults, string property, int value) => faults.InRange(property, value, SmallestFrame, Ceiling, "bytes");

    /// <summary>Checks the limit of a reader or a writer.</summary>
    internal static void ThrowIfInvalid(int limit, [CallerArgumentExpression(nameof(limit))] string? parameter = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, SmallestFrame, parameter);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, Ceiling, parameter);
    }
}
