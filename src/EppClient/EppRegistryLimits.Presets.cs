namespace EppClient;

/// <content>Limits that registries have published. Unpublished limits are omitted; docs/reference/registry-profiles.md names each source.</content>
public sealed partial record EppRegistryLimits
{
    /// <summary>
    /// Cautious limits for an unknown registry: at most 5 minutes idle, 8 hours old, and messages of 262,144 bytes. No registry has published these
    /// as its own.
    /// </summary>
    public static EppRegistryLimits Cautious { get; } = new()
    {
        IdleLimit = TimeSpan.FromMinutes(5),
        SessionLifetime = TimeSpan.FromHours(8),
        MaxFrameLength = 262_144,
    };

    /// <summary>
    /// Norid (.no). An account has 1 session unless more are agreed, up to 9: set <see cref="MaxSessions"/> to your number. A session ends after
    /// 1,200 commands, or after 900 if the server's process has served another session before.
    /// </summary>
    public static EppRegistryLimits Norid { get; } = new()
    {
        MaxSessions = 1,
        IdleLimit = TimeSpan.FromSeconds(120),
        MaxCommandsPerSession = 900,
    };

    /// <summary>The Estonian Internet Foundation (.ee): 4 sessions, 100 commands per minute, including login and logout.</summary>
    public static EppRegistryLimits Ee { get; } = new()
    {
        MaxSessions = 4,
        IdleLimit = TimeSpan.FromMinutes(5),
        Rates = [new EppRateLimit(100, TimeSpan.FromMinutes(1)) { CountsLogins = true }],
    };

    /// <summary>.co: 100 sessions, 50 names per check. Pipelining is limited to one command at a time as a precaution.</summary>
    public static EppRegistryLimits Co { get; } = new()
    {
        MaxSessions = 100,
        IdleLimit = TimeSpan.FromSeconds(300),
        MaxNamesPerCheck = 50,
        PipelineDepth = 1,
    };

    /// <summary>Registries that run Nomulus with its default settings. The operator may have changed them; check with your registry.</summary>
    public static EppRegistryLimits Nomulus { get; } = new()
    {
        MaxSessions = 100,
        IdleLimit = TimeSpan.FromMinutes(60),
        MaxFrameLength = 10 * 1024 * 1024,
        LoginTimeout = TimeSpan.FromSeconds(10),
    };

    /// <summary>
    /// Verisign: the defaults of its own SDK, which stay within the registry's limits. They are not published limits. The SDK sends a hello after 10
    /// minutes of inactivity and opens a new session after 24 hours.
    /// </summary>
    public static EppRegistryLimits Verisign { get; } = new()
    {
        MaxSessions = 10,
        IdleLimit = TimeSpan.FromMinutes(10),
        SessionLifetime = TimeSpan.FromHours(24),
        MaxFrameLength = 355_000,
    };
}
