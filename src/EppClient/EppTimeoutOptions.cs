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
