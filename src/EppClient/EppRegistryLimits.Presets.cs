namespace EppClient;

/// <content>Numbers that registries have published. What they have not published is left out; docs/reference/registry-profiles.md names each source.</content>
public sealed partial record EppRegistryLimits
{
    /// <summary>
    /// Cautious assumptions for a registry of which nothing is known: silent for at most 5 minutes, 8 hours old at most, messages of at
    /// most 262,144 octets. No registry has published these as its own.
    /// </summary>
    public static EppRegistryLimits Cautious { get; } = new()
    {
        IdleLimit = TimeSpan.FromMinutes(5),
        SessionLifetime = TimeSpan.FromHours(8),
        MaxFrameLength = 262_144,
    };

    /// <summary>
    /// Norid (.no). An account has 1 session unless more are agreed, up to 9: set <see cref="MaxSessions"/> to what yours has. A session
    /// ends at 1,200 commands, or at 900 where the server's process has served another before.
    /// </summary>
    public static EppRegistryLimits Norid { get; } = new()
    {
        MaxSessions = 1,
        IdleLimit = TimeSpan.FromSeconds(120),
        MaxCommandsPerSession = 900,
    };

    /// <summary>The Estonian Internet Foundation (.ee): 4 sessions, 100 commands in a minute, login and logout among them.</summary>
    public static EppRegistryLimits Ee { get; } = new()
    {
        MaxSessions = 4,
        IdleLimit = TimeSpan.FromMinutes(5),
        Rates = [new EppRateLimit(100, TimeSpan.FromMinutes(1)) { CountsLogins = true }],
    };

    /// <summary>.co: 100 sessions, 50 names in a check, and care with pipelining, which is left at one command at a time.</summary>
    public static EppRegistryLimits Co { get; } = new()
    {
        MaxSessions = 100,
        IdleLimit = TimeSpan.FromSeconds(300),
        MaxNamesPerCheck = 50,
        PipelineDepth = 1,
    };

    /// <summary>Registries that run Nomulus with its default settings. An operator may have changed them: ask yours.</summary>
    public static EppRegistryLimits Nomulus { get; } = new()
    {
        MaxSessions = 100,
        IdleLimit = TimeSpan.FromMinutes(60),
        MaxFrameLength = 10 * 1024 * 1024,
        LoginTimeout = TimeSpan.FromSeconds(10),
    };

    /// <summary>
    /// Verisign: the defaults with which its own SDK leaves the registry's limits alone. They are no published limits. The SDK says
    /// hello after 10 minutes of silence and makes a new session after 24 hours.
    /// </summary>
    public static EppRegistryLimits Verisign { get; } = new()
    {
        MaxSessions = 10,
        IdleLimit = TimeSpan.FromMinutes(10),
        SessionLifetime = TimeSpan.FromHours(24),
        MaxFrameLength = 355_000,
    };
}
