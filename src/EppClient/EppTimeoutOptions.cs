namespace EppClient;

/// <summary>The time limits of operations.</summary>
public sealed record EppTimeoutOptions
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>
    /// The time limit of a command, from waiting for a session to the last byte of the response. Default: 60 seconds; registries may legitimately
    /// take up to 20 seconds for one response.
    /// </summary>
    public TimeSpan Command { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The time limit for opening a session: name resolution, TCP, proxy, TLS, greeting and login together. The remaining time of the command also
    /// limits it. Default: 30 seconds. The login is sent immediately after the greeting: some registries close connections that have not logged in
    /// after 10 seconds.
    /// </summary>
    public TimeSpan Open { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The part of <see cref="Open"/> that may be used until TLS is established, over all addresses of the host name together. Default: 15 seconds.
    /// </summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// The time limit for logout; afterwards the client ends the session. Also how long a session that the client has ended counts as open if the
    /// registry has not closed it, before the connection is reset. Default: 5 seconds.
    /// </summary>
    public TimeSpan Logout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The time that the registry allows between the TLS handshake and the login.</summary>
    internal TimeSpan Login { get; init; } = Timeout.InfiniteTimeSpan;

    internal void Validate(OptionFaults faults)
    {
        faults.InRange("EppTimeoutOptions.Command", Command, Shortest, Longest);
        faults.InRange("EppTimeoutOptions.Open", Open, Shortest, Longest);
        faults.InRange("EppTimeoutOptions.Connect", Connect, Shortest, Longest);
        faults.InRange("EppTimeoutOptions.Logout", Logout, Shortest, Longest);
    }
}
