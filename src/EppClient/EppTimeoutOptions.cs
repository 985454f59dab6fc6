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

    /// <summary>The time for the TCP connection, to all addresses of the name together, and the TLS handshake. Default: 15 seconds.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The time from the TLS handshake to the answer to login. Default: 30 seconds.</summary>
    public TimeSpan Login { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The time for logging out, after which the connection is cut. Default: 5 seconds.</summary>
    public TimeSpan Logout { get; init; } = TimeSpan.FromSeconds(5);

    internal void Validate()
    {
        OptionRules.InRange("EppTimeoutOptions.Command", Command, Shortest, Longest);
        OptionRules.InRange("EppTimeoutOptions.Connect", Connect, Shortest, Longest);
        OptionRules.InRange("EppTimeoutOptions.Login", Login, Shortest, Longest);
        OptionRules.InRange("EppTimeoutOptions.Logout", Logout, Shortest, Longest);
    }
}
