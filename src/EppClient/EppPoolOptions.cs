namespace EppClient;

/// <summary>How many sessions a pool keeps, and for how long.</summary>
public sealed record EppPoolOptions
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>
    /// The maximum number of open sessions, also while one replaces another, as the registry counts them: a session that the client has ended
    /// counts until the registry has closed it, or <see cref="EppTimeoutOptions.Logout"/> has passed. Registries limit sessions per account
    /// over all processes together. Default: 4; from 1 to 1,000.
    /// </summary>
    public int MaxSessions { get; init; } = 4;

    /// <summary>The number of sessions that stay open when nobody needs them. Default: 0; at most <see cref="MaxSessions"/>.</summary>
    public int MinSessions { get; init; }

    /// <summary>How many sessions may be opened at once, after one has succeeded. Default: 4; from 1.</summary>
    public int MaxParallelOpening { get; init; } = 4;

    /// <summary>
    /// How many commands may be on their way on one session before the first is answered (RFC 5734, section 3). Commands that the
    /// pool sends share sessions up to this depth once all are in use; a rented session is its renter's alone. One that gets no answer
    /// takes those behind it along: their outcome is unknown too. Default: 1, which every registry accepts; from 1 to 1,000.
    /// </summary>
    public int PipelineDepth { get; init; } = 1;

    /// <summary>
    /// The idle time after which a session is kept alive with a hello. Stay well below the registry's idle limit: it may come a
    /// quarter of this time late, and up to a tenth early, so that not all come at once. A session that was silent for half as long again,
    /// as after a pause of the process, is asked for a sign of life before it is lent. Default: 90 seconds; from 1 second.
    /// <see cref="Timeout.InfiniteTimeSpan"/> sends none.
    /// </summary>
    public TimeSpan KeepAliveInterval { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>The idle time after which a session above <see cref="MinSessions"/> logs out. Default: 15 minutes; from 1 second. <see cref="Timeout.InfiniteTimeSpan"/> keeps it.</summary>
    public TimeSpan IdleLifetime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// The age at which a session logs out, once it is free, before the registry ends it; up to a tenth less, so that not all
    /// sessions go at once. Default: 6 hours; from 1 second. <see cref="Timeout.InfiniteTimeSpan"/> sets no limit.
    /// </summary>
    public TimeSpan MaxSessionAge { get; init; } = TimeSpan.FromHours(6);

    /// <summary>
    /// The number of commands and keep-alives after login, after which a session logs out and another takes its place; not one more is
    /// sent, on a rented session neither. Default: null, no limit; from 1.
    /// </summary>
    public int? MaxCommandsPerSession { get; init; }

    /// <summary>
    /// The number of equal result codes 2xxx at which the registry ends a session. A session is replaced before, so that one
    /// caller's wrong commands never cost another an answer. Default: null, no limit; from 2.
    /// </summary>
    public int? MaxRepeatedErrors { get; init; }

    /// <summary>
    /// Where the registry allows fewer sessions than <see cref="MaxSessions"/>, because other processes use the account too, the pool
    /// keeps to what it got, and tries one more after this time. Default: 5 minutes; from 1 second.
    /// </summary>
    public TimeSpan SessionLimitRetryInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The pause after a first failure to open a session; it doubles with each further failure, with up to half of it taken off
    /// at random. Default: 500 milliseconds.
    /// </summary>
    public TimeSpan MinReconnectDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest pause between attempts to open a session. Default: 30 seconds.</summary>
    public TimeSpan MaxReconnectDelay { get; init; } = TimeSpan.FromSeconds(30);

    internal void Validate()
    {
        OptionRules.InRange("EppPoolOptions.MaxSessions", MaxSessions, 1, 1000, "sessions");
        OptionRules.InRange("EppPoolOptions.MinSessions", MinSessions, 0, MaxSessions, "sessions (MaxSessions)");
        OptionRules.InRange("EppPoolOptions.MaxParallelOpening", MaxParallelOpening, 1, 1000, "sessions");
        OptionRules.InRange("EppPoolOptions.PipelineDepth", PipelineDepth, 1, 1000, "commands");
        CheckInterval("EppPoolOptions.KeepAliveInterval", KeepAliveInterval);
        CheckInterval("EppPoolOptions.IdleLifetime", IdleLifetime);
        CheckInterval("EppPoolOptions.MaxSessionAge", MaxSessionAge);
        OptionRules.InRange("EppPoolOptions.MaxCommandsPerSession", MaxCommandsPerSession ?? 1, 1, int.MaxValue, "commands");
        OptionRules.InRange("EppPoolOptions.MaxRepeatedErrors", MaxRepeatedErrors ?? 2, 2, int.MaxValue, "answers");
        OptionRules.InRange("EppPoolOptions.SessionLimitRetryInterval", SessionLimitRetryInterval, TimeSpan.FromSeconds(1), Longest);
        OptionRules.InRange("EppPoolOptions.MinReconnectDelay", MinReconnectDelay, TimeSpan.FromMilliseconds(1), MaxReconnectDelay);
        OptionRules.InRange("EppPoolOptions.MaxReconnectDelay", MaxReconnectDelay, MinReconnectDelay, TimeSpan.FromHours(1));
    }

    private static void CheckInterval(string property, TimeSpan value)
    {
        if (value != Timeout.InfiniteTimeSpan)
        {
            OptionRules.InRange(property, value, TimeSpan.FromSeconds(1), Longest);
        }
    }
}
