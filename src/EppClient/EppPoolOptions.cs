namespace EppClient;

/// <summary>The number of sessions of a pool and how long they live.</summary>
public sealed record EppPoolOptions
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>
    /// The maximum number of open sessions, including while one replaces another, as the registry counts them: a session that the client has ended
    /// counts until the registry has closed it, or <see cref="EppTimeoutOptions.Logout"/> has passed. Registries limit sessions per account, over all
    /// processes together. Default: 4; from 1 to 1,000.
    /// </summary>
    public int MaxSessions { get; init; } = 4;

    /// <summary>The number of sessions that stay open when they are idle. Default: 0; at most <see cref="MaxSessions"/>.</summary>
    public int MinSessions { get; init; }

    /// <summary>The number of sessions that may be opened in parallel after one has succeeded. Default: 4; from 1.</summary>
    public int MaxParallelOpening { get; init; } = 4;

    /// <summary>
    /// The number of commands that may be outstanding on one session (RFC 5734, section 3). Once all sessions are in use, commands that the pool
    /// sends share sessions up to this depth; a rented session is not shared. If a command gets no response, the outcome of the commands after it on
    /// the session is unknown too. Default: 1, which every registry accepts; from 1 to 1,000.
    /// </summary>
    public int PipelineDepth { get; init; } = 1;

    /// <summary>
    /// The idle time after which a hello keeps a session alive. Stay well below the registry's idle limit: the hello may be sent up to a quarter of
    /// this time late, or up to a tenth early so that sessions do not send it all at once. A session that was idle for 1.5 times this interval, for
    /// example after the process was suspended, is checked before it is lent. Default: 90 seconds; from 1 second.
    /// <see cref="Timeout.InfiniteTimeSpan"/> disables keep-alive.
    /// </summary>
    public TimeSpan KeepAliveInterval { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>
    /// The idle time after which a session above <see cref="MinSessions"/> logs out. Default: 15 minutes; from 1 second.
    /// <see cref="Timeout.InfiniteTimeSpan"/> sets no limit.
    /// </summary>
    public TimeSpan IdleLifetime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// The age at which a session logs out when it is free, so that the registry does not end it; reduced by up to a tenth so that sessions do not
    /// all end at once. Default: 6 hours; from 1 second. <see cref="Timeout.InfiniteTimeSpan"/> sets no limit.
    /// </summary>
    public TimeSpan MaxSessionAge { get; init; } = TimeSpan.FromHours(6);

    /// <summary>
    /// The number of commands and keep-alives after login at which a session logs out and is replaced. No more are sent, on a rented session either.
    /// Default: null, no limit; from 1.
    /// </summary>
    public int? MaxCommandsPerSession { get; init; }

    /// <summary>
    /// The number of equal result codes 2xxx at which the registry ends a session. The pool replaces a session before that number is reached, so that
    /// invalid commands of one caller do not cost another caller a response. Default: null, no limit; from 2.
    /// </summary>
    public int? MaxRepeatedErrors { get; init; }

    /// <summary>
    /// The interval after which the pool tries to open one more session if the registry allows fewer than <see cref="MaxSessions"/>, because other
    /// processes use the account too. Until then the pool keeps to the number that it got. Default: 5 minutes; from 1 second.
    /// </summary>
    public TimeSpan SessionLimitRetryInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The delay after the first failure to open a session. It doubles with each further failure, and is reduced at random by up to half. Default:
    /// 500 milliseconds.
    /// </summary>
    public TimeSpan MinReconnectDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest delay between attempts to open a session. Default: 30 seconds.</summary>
    public TimeSpan MaxReconnectDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// A limit of sessions that several pools share, also pools of other processes. The pool does not dispose it. Default: null, only <see cref="MaxSessions"/>
    /// limits the pool.
    /// </summary>
    public IEppSessionQuota? Quota { get; init; }

    internal void Validate(OptionFaults faults)
    {
        faults.InRange("EppPoolOptions.MaxSessions", MaxSessions, 1, 1000, "sessions");
        faults.InRange("EppPoolOptions.MinSessions", MinSessions, 0, Math.Max(MaxSessions, 0), "sessions (EppPoolOptions.MaxSessions)");
        faults.InRange("EppPoolOptions.MaxParallelOpening", MaxParallelOpening, 1, 1000, "sessions");
        faults.InRange("EppPoolOptions.PipelineDepth", PipelineDepth, 1, 1000, "commands");
        CheckInterval(faults, "EppPoolOptions.KeepAliveInterval", KeepAliveInterval);
        CheckInterval(faults, "EppPoolOptions.IdleLifetime", IdleLifetime);
        CheckInterval(faults, "EppPoolOptions.MaxSessionAge", MaxSessionAge);
        faults.InRange("EppPoolOptions.MaxCommandsPerSession", MaxCommandsPerSession ?? 1, 1, int.MaxValue, "commands");
        faults.InRange("EppPoolOptions.MaxRepeatedErrors", MaxRepeatedErrors ?? 2, 2, int.MaxValue, "errors");
        faults.InRange("EppPoolOptions.SessionLimitRetryInterval", SessionLimitRetryInterval, TimeSpan.FromSeconds(1), Longest);
        faults.InOrder(
            "EppPoolOptions.MinReconnectDelay", MinReconnectDelay, "EppPoolOptions.MaxReconnectDelay", MaxReconnectDelay, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1));
    }

    private static void CheckInterval(OptionFaults faults, string property, TimeSpan value)
    {
        if (value != Timeout.InfiniteTimeSpan)
        {
            faults.InRange(property, value, TimeSpan.FromSeconds(1), Longest);
        }
    }
}
