namespace EppClient.Redis;

/// <summary>The options of a session quota that several processes share.</summary>
public sealed record RedisSessionQuotaOptions
{
    private static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestLease = TimeSpan.FromHours(1);

    /// <summary>
    /// The Redis key, one for each account at a registry, such as <c>epp-sessions:REG-1@epp.example</c>. All processes that log in with the account use the
    /// same key.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>
    /// The maximum number of sessions of all processes together, as the registry allows the account. From 1 to 10,000. Set the same value in all processes:
    /// each counts all sessions, but applies its own maximum.
    /// </summary>
    public required int MaxSessions { get; init; }

    /// <summary>
    /// How long a session permit remains taken after its process has died without releasing it; renewed every fifth of this time while the process lives. A
    /// process that cannot reach Redis for more than two fifths of it loses its sessions. From 2 seconds to 1 hour, and the same in all processes. Default: 30
    /// seconds.
    /// </summary>
    /// <remarks>
    /// If a machine or its network fails, the registry may count its sessions until its own idle limit. If the lease is shorter than that limit, logins may be
    /// refused in the meantime, and the pool tries again.
    /// </remarks>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Creates the default options of an account. The key is <c>epp-sessions:CLIENT@HOST:PORT</c>, so all programs that use this method share it. If a registry
    /// counts several logins as one account, give all of them the same <see cref="Key"/>.
    /// </summary>
    /// <param name="options">The options with the registry and the login.</param>
    /// <param name="maxSessions">The number of sessions that the registry allows the account; see <see cref="MaxSessions"/>.</param>
    public static RedisSessionQuotaOptions For(EppOptions options, int maxSessions)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new RedisSessionQuotaOptions
        {
            Key = $"epp-sessions:{options.Account}",
            MaxSessions = maxSessions,
        };
    }

    internal void Validate()
    {
        var faults = new OptionFaults();
        faults.Require(Key, "RedisSessionQuotaOptions.Key");
        faults.InRange("RedisSessionQuotaOptions.MaxSessions", MaxSessions, 1, 10_000, "sessions");
        faults.InRange("RedisSessionQuotaOptions.Lease", Lease, ShortestLease, LongestLease);
        faults.ThrowIfAny();
    }
}
