namespace EppClient;

/// <summary>What a registry limits, as numbers. The pool keeps below all of them, whatever its own options say.</summary>
/// <remarks>Null, or an empty list, means that no limit is known. Immutable.</remarks>
public sealed partial record EppRegistryLimits
{
    // A login and a logout belong to each session too.
    private const int SessionCommands = 2;

    /// <summary>The most sessions of one account, over all processes together. Default: null.</summary>
    public int? MaxSessions { get; init; }

    /// <summary>How long a session may be silent before the registry closes it. Default: null.</summary>
    public TimeSpan? IdleLimit { get; init; }

    /// <summary>How long a session may live before the registry closes it. Default: null.</summary>
    public TimeSpan? SessionLifetime { get; init; }

    /// <summary>The most commands of one session, login and logout included. Default: null.</summary>
    public int? MaxCommandsPerSession { get; init; }

    /// <summary>The longest message that the registry takes, in octets, its 4 octets of length included. Default: null.</summary>
    public int? MaxFrameLength { get; init; }

    /// <summary>How long the registry waits for the login after the TLS handshake. Default: null.</summary>
    public TimeSpan? LoginTimeout { get; init; }

    /// <summary>The number of equal errors on one session at which the registry closes it. Default: null.</summary>
    public int? MaxRepeatedErrors { get; init; }

    /// <summary>How many commands the registry takes on one session before it has answered the first. Default: null.</summary>
    public int? PipelineDepth { get; init; }

    /// <summary>The most names that one check may ask about: for callers who split their lists. Default: null.</summary>
    public int? MaxNamesPerCheck { get; init; }

    /// <summary>How many commands the registry takes in a stretch of time. Each holds for itself. Default: none.</summary>
    public IReadOnlyList<EppRateLimit> Rates { get; init; } = [];

    /// <summary>
    /// The answers by which the registry says that there were too many commands. Each halves the rates that count the command, for a
    /// while. Default: none.
    /// </summary>
    public IReadOnlyList<EppRateLimitResponse> RateLimitResponses { get; init; } = [];

    /// <summary>Whether the answer says that there were too many commands of late.</summary>
    internal bool IsRateLimit(EppResponse response) => response.Results.Any(result => RateLimitResponses.Any(answer => answer.Matches(result)));

    /// <summary>The pool's options within these limits: a session is to end here before it ends there.</summary>
    internal EppPoolOptions Restrict(EppPoolOptions pool) => pool with
    {
        MaxSessions = Math.Min(pool.MaxSessions, MaxSessions ?? int.MaxValue),
        MinSessions = Math.Min(pool.MinSessions, MaxSessions ?? int.MaxValue),
        PipelineDepth = Math.Min(pool.PipelineDepth, PipelineDepth ?? int.MaxValue),
        MaxSessionAge = AtMost(pool.MaxSessionAge, SessionLifetime * 0.95),
        KeepAliveInterval = AtMost(pool.KeepAliveInterval, IdleLimit * 0.6),
        MaxCommandsPerSession = MaxCommandsPerSession is { } most
            ? Math.Min(pool.MaxCommandsPerSession ?? int.MaxValue, Math.Max(1, most - SessionCommands))
            : pool.MaxCommandsPerSession,

        // Where the first error already ends the session there is nothing to keep away from.
        MaxRepeatedErrors = MaxRepeatedErrors is > 1 and { } equal ? Math.Min(pool.MaxRepeatedErrors ?? int.MaxValue, equal) : pool.MaxRepeatedErrors,
    };

    internal EppFrameOptions Restrict(EppFrameOptions frames) =>
        frames with { MaxOutgoingBytes = Math.Min(frames.MaxOutgoingBytes, MaxFrameLength ?? int.MaxValue) };

    internal EppTimeoutOptions Restrict(EppTimeoutOptions timeouts) => timeouts with { Login = AtMost(timeouts.Login, LoginTimeout) };

    internal void Validate()
    {
        Positive(nameof(MaxSessions), MaxSessions, "sessions");
        Positive(nameof(MaxCommandsPerSession), MaxCommandsPerSession, "commands");
        Positive(nameof(MaxRepeatedErrors), MaxRepeatedErrors, "errors");
        Positive(nameof(PipelineDepth), PipelineDepth, "commands");
        Positive(nameof(MaxNamesPerCheck), MaxNamesPerCheck, "names");
        Positive(nameof(IdleLimit), IdleLimit);
        Positive(nameof(SessionLifetime), SessionLifetime);
        Positive(nameof(LoginTimeout), LoginTimeout);
        if (MaxFrameLength is { } length)
        {
            EppFrameOptions.CheckLimit("EppRegistryLimits.MaxFrameLength", Math.Min(length, EppFrameOptions.Ceiling));
        }

        foreach (var rate in Rates)
        {
            rate.Validate();
        }
    }

    private static void Positive(string property, int? value, string unit) =>
        OptionRules.InRange($"EppRegistryLimits.{property}", value ?? 1, 1, int.MaxValue, unit);

    private static void Positive(string property, TimeSpan? value) =>
        OptionRules.InRange($"EppRegistryLimits.{property}", value ?? TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), TimeSpan.FromDays(365));

    private static TimeSpan AtMost(TimeSpan value, TimeSpan? limit) =>
        limit is { } most && (value == Timeout.InfiniteTimeSpan || value > most) ? most : value;
}
