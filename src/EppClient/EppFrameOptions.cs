namespace EppClient;

/// <summary>How large the data units of RFC 5734 may be. Sizes are octets and count the header of 4 octets.</summary>
public sealed record EppFrameOptions
{
    internal const int DefaultMaxIncomingBytes = 1024 * 1024;
    internal const int DefaultMaxOutgoingBytes = 256 * 1024;

    // Below this every printable text that is read as a length is over the limit, so that a wrong peer is recognised at once.
    internal const int Ceiling = 64 * 1024 * 1024;

    private const int SmallestFrame = 5;

    /// <summary>The largest frame taken from the registry, in octets; a larger one ends the session. Default: 1,048,576.</summary>
    public int MaxIncomingBytes { get; init; } = DefaultMaxIncomingBytes;

    /// <summary>
    /// The largest frame sent, in octets; a larger one is refused before anything is written, because registries answer it by
    /// closing the connection. Default: 262,144.
    /// </summary>
    public int MaxOutgoingBytes { get; init; } = DefaultMaxOutgoingBytes;

    internal void Validate()
    {
        CheckLimit("EppFrameOptions.MaxIncomingBytes", MaxIncomingBytes);
        CheckLimit("EppFrameOptions.MaxOutgoingBytes", MaxOutgoingBytes);
    }

    internal static void CheckLimit(string property, int value) => OptionRules.InRange(property, value, SmallestFrame, Ceiling, "octets");
}
