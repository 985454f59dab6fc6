using System.Globalization;

namespace EppClient.Redis;

/// <summary>What the sessions of one account share.</summary>
public sealed record RedisSessionQuotaOptions
{
    private static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestLease = TimeSpan.FromHours(1);

    /// <summary>
    /// The Redis key, one for each account at a registry, such as <c>epp-sessions:REG-1@epp.example</c>. All processes that log in with
    /// the account use the same key.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>
    /// The most sessions of all processes together: what the registry allows the account. From 1 to 10,000, and the same in all
    /// processes: each counts all sessions, but holds to its own maximum.
    /// </summary>
    public required int MaxSessions { get; init; }

    /// <summary>
    /// How long the room of a session stays taken after its process has died without giving it back; renewed every fifth of this time
    /// while the process lives. A process that cannot reach Redis for more than two fifths of it loses its sessions. Default:
    /// 30 seconds; from 2 seconds to 1 hour, and the same in all processes.
    /// </summary>
    /// <remarks>
    /// Where a whole machine or its network is gone, the registry may count its sessions until its own idle limit: with a lease
    /// below that limit, logins may be refused in between, and the pool tries again.
    /// </remarks>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The options of an account, as all programs make them that know nothing else: the key is <c>epp-sessions:CLIENT@HOST:PORT</c>. Where a registry
    /// counts several logins as one account, give all of them a <see cref="Key"/> of their own.
    /// </summary>
    /// <param name="options">The registry, and the login.</param>
    /// <param name="maxSessions">What the registry allows the account; see <see cref="MaxSessions"/>.</param>
    public static RedisSessionQuotaOptions For(EppOptions options, int maxSessions)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new RedisSessionQuotaOptions
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"epp-sessions:{options.ClientId}@{options.Host}:{options.Port}"),
            MaxSessions = maxSessions,
        };
    }

    internal void Validate()
    {
        if (string.IsNullOrWhiteSpace(Key))
        {
            throw new ArgumentException("RedisSessionQuotaOptions.Key must not be empty.", nameof(Key));
        }

        if (MaxSessions is < 1 or > 10_000)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxSessions), MaxSessions, "RedisSessionQuotaOptions.MaxSessions must be 1 to 10,000.");
        }

        if (Lease < ShortestLease || Lease > LongestLease)
        {
            throw new ArgumentOutOfRangeException(nameof(Lease), Lease, $"RedisSessionQuotaOptions.Lease must lie between {ShortestLease:c} and {LongestLease:c}.");
        }
    }
}
