using System.Globalization;

namespace EppClient;

/// <summary>How long the steps of an operation may take.</summary>
public sealed record EppTimeoutOptions
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>
    /// The time for a whole command, from the wait for a session to the last octet of the answer. Default: 60 seconds; registries
    /// may legitimately take up to 20 for one answer.
    /// </summary>
    public TimeSpan Command { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The time to open a session, all steps together: name, TCP, proxy, TLS, greeting and login. What is left of the command's
    /// time is the limit too. Default: 30 seconds. The login follows the greeting at once: some registries cut connections
    /// that have not logged in after 10 seconds.
    /// </summary>
    public TimeSpan Open { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How much of <see cref="Open"/> may be spent until TLS stands, on all addresses of the name together. Default: 15 seconds.
    /// </summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// The time limit for logout, after which the client ends the session; also how long a session that the client has ended counts while
    /// the registry has not closed it, before the connection is reset. Default: 5 seconds.
    /// </summary>
    public TimeSpan Logout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the registry waits from the TLS handshake to the login.</summary>
    internal TimeSpan Login { get; init; } = Timeout.InfiniteTimeSpan;

    internal void Validate()
    {
        OptionRules.InRange("EppTimeoutOptions.Command", Command, Shortest, Longest);
        OptionRules.InRange("EppTimeoutOptions.Open", Open, Shortest, Longest);
        OptionRules.InRange("EppTimeoutOptions.Connect", Connect, Shortest, Longest);
        OptionRules.InRange("EppTimeoutOptions.Logout", Logout, Shortest, Longest);
    }
}

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

/// <summary>Checks of option values; the message names the property, its value and the limit.</summary>
internal static class OptionRules
{
    public static void InRange(string property, long value, long min, long max, string unit)
    {
        if (value < min || value > max)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{property} is {value}; it must lie between {min} and {max} {unit}."), property);
        }
    }

    public static void InRange(string property, TimeSpan value, TimeSpan min, TimeSpan max)
    {
        if (value < min || value > max)
        {
            throw new ArgumentException($"{property} is {value:c}; it must lie between {min:c} and {max:c}.", property);
        }
    }
}
