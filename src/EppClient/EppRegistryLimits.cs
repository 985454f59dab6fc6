namespace EppClient;

/// <summary>The limits of a registry. The pool stays within all of them, whatever its own options are.</summary>
/// <remarks>Null, or an empty list, means that no limit is known. Immutable.</remarks>
public sealed partial record EppRegistryLimits
{
    // The login and the logout of each session.
    private const int SessionCommands = 2;

    /// <summary>The maximum number of sessions per account, over all processes together. Default: null.</summary>
    public int? MaxSessions { get; init; }

    /// <summary>How long a session may be idle before the registry closes it. Default: null.</summary>
    public TimeSpan? IdleLimit { get; init; }

    /// <summary>The age at which the registry closes a session. Default: null.</summary>
    public TimeSpan? SessionLifetime { get; init; }

    /// <summary>The maximum number of commands per session, including login and logout. Default: null.</summary>
    public int? MaxCommandsPerSession { get; init; }

    /// <summary>The maximum length of a message to the registry in bytes, including the header of 4 bytes. Default: null.</summary>
    public int? MaxFrameLength { get; init; }

    /// <summary>The time that the registry allows between the TLS handshake and the login. Default: null.</summary>
    public TimeSpan? LoginTimeout { get; init; }

    /// <summary>The number of equal errors at which the registry closes a session. Default: null.</summary>
    public int? MaxRepeatedErrors { get; init; }

    /// <summary>The number of outstanding commands that the registry accepts on one session. Default: null.</summary>
    public int? PipelineDepth { get; init; }

    /// <summary>
    /// The maximum number of names per check. A check with more throws an <see cref="EppValidationException"/> and is not sent. Default: null.
    /// </summary>
    public int? MaxNamesPerCheck { get; init; }

    /// <summary>The rate limits of the registry. Each applies independently. Default: none.</summary>
    public IReadOnlyList<EppRateLimit> Rates { get; init; } = [];

    /// <summary>
    /// The responses by which the registry reports too many commands. Each halves the rates that count the command for a while. Default: none.
    /// </summary>
    public IReadOnlyList<EppRateLimitResponse> RateLimitResponses { get; init; } = [];

    /// <summary>Whether the response reports that too many commands were sent recently.</summary>
    internal bool IsRateLimit(EppResponse response) => response.Results.Any(result => RateLimitResponses.Any(known => known.Matches(result)));

    /// <summary>The pool's options within these limits, so that the pool ends a session before the registry does.</summary>
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

        // If the first error already ends the session, replacing it earlier is not possible.
        MaxRepeatedErrors = MaxRepeatedErrors is > 1 and { } equal ? Math.Min(pool.MaxRepeatedErrors ?? int.MaxValue, equal) : pool.MaxRepeatedErrors,
    };

    internal EppFrameOptions Restrict(EppFrameOptions frames) =>
        frames with { MaxOutgoingBytes = Math.Min(frames.MaxOutgoingBytes, MaxFrameLength ?? int.MaxValue) };

    internal EppTimeoutOptions Restrict(EppTimeoutOptions timeouts) => timeouts with { Login = AtMost(timeouts.Login, LoginTimeout) };

    internal void Validate(OptionFaults faults)
    {
        Positive(faults, nameof(MaxSessions), MaxSessions, "sessions");
        Positive(faults, nameof(MaxCommandsPerSession), MaxCommandsPerSession, "commands");
        Positive(faults, nameof(MaxRepeatedErrors), MaxRepeatedErrors, "errors");
        Positive(faults, nameof(PipelineDepth), PipelineDepth, "commands");
        Positive(faults, nameof(MaxNamesPerCheck), MaxNamesPerCheck, "names");
        Positive(faults, nameof(IdleLimit), IdleLimit);
        Positive(faults, nameof(SessionLifetime), SessionLifetime);
        Positive(faults, nameof(LoginTimeout), LoginTimeout);
        if (MaxFrameLength is { } length)
        {
            EppFrameOptions.CheckLimit(faults, "EppRegistryLimits.MaxFrameLength", Math.Min(length, EppFrameOptions.Ceiling));
        }

        foreach (var rate in Rates)
        {
            rate.Validate(faults);
        }
    }

    private static void Positive(OptionFaults faults, string property, int? value, string unit) =>
        faults.InRange($"EppRegistryLimits.{property}", value ?? 1, 1, int.MaxValue, unit);

    private static void Positive(OptionFaults faults, string property, TimeSpan? value) =>
        faults.InRange($"EppRegistryLimits.{property}", value ?? TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), TimeSpan.FromDays(365));

    private static TimeSpan AtMost(TimeSpan value, TimeSpan? limit) =>
        limit is { } most && (value == Timeout.InfiniteTimeSpan || value > most) ? most : value;
}
