using System.Net;
using EppClient;
using EppClient.Redis;
using StackExchange.Redis;

namespace EppConsole.Connecting;

/// <summary>
/// The limit of sessions that this process shares with all others of the account: registries count sessions by account, and do not care how many
/// programs are at work at three in the morning.
/// </summary>
internal sealed class SharedSessions
{
    private readonly ConfigurationOptions _redis;
    private readonly int _sessions;
    private readonly string? _key;

    private SharedSessions(ConfigurationOptions redis, int sessions, string? key) => (_redis, _sessions, _key) = (redis, sessions, key);

    private string Address => string.Join(", ", _redis.EndPoints.Select(end => end is DnsEndPoint name ? $"{name.Host}:{name.Port}" : $"{end}"));

    /// <returns>Null where nothing is shared.</returns>
    /// <exception cref="UsageException">Something is missing or wrong.</exception>
    public static SharedSessions? Read(ConnectionEntry entry)
    {
        if (entry.Redis is null)
        {
            return entry is { SharedSessions: null, SharedKey: null, RedisPasswordEnv: null } ? null
                : throw new UsageException("--shared-sessions, --shared-key and --redis-password-env need --redis: the address at which all processes count their sessions.");
        }

        var sessions = entry.SharedSessions ?? throw new UsageException("--redis needs --shared-sessions: how many sessions the registry allows the account, in all processes together.");
        if (sessions is < 1 or > 10_000)
        {
            throw new UsageException("--shared-sessions must be a number from 1 to 10000.");
        }

        return new SharedSessions(RedisOf(entry.Redis, entry.RedisPasswordEnv), sessions, entry.SharedKey);
    }

    /// <exception cref="EppConnectionException">Redis is not reached, or refuses the password.</exception>
    public async Task<ConnectionMultiplexer> ConnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ConnectionMultiplexer.ConnectAsync(_redis).WaitAsync(cancellationToken);
        }
        catch (RedisConnectionException e)
        {
            // Its own message speaks of settings that nobody here has.
            var what = e.FailureType == ConnectionFailureType.AuthenticationFailure
                ? "refuses the password, or wants one. Set --redis-password-env to the variable that holds it."
                : "is not reached. Start it, or correct --redis.";
            throw new EppConnectionException(
                $"Redis at {Address} {what} It counts the sessions of all processes, so none is opened without it. Leave --redis out only where no other process uses the account.",
                EppDelivery.NotSent,
                e);
        }
    }

    public RedisSessionQuota QuotaOf(IConnectionMultiplexer redis, EppOptions options)
    {
        var shared = RedisSessionQuotaOptions.For(options, _sessions);
        return new RedisSessionQuota(redis, _key is null ? shared : shared with { Key = _key });
    }

    private static ConfigurationOptions RedisOf(string address, string? passwordVariable)
    {
        ConfigurationOptions redis;
        try
        {
            redis = ConfigurationOptions.Parse(address);
        }
        catch (ArgumentException e)
        {
            throw new UsageException($"--redis: {e.Message.Split(" (Parameter")[0]} It takes HOST:PORT, and settings of StackExchange.Redis after commas, such as ssl=true.", e);
        }

        if (redis.Password is not null)
        {
            throw new UsageException("--redis: passwords do not belong on the command line or into a file. Name what holds it with --redis-password-env.");
        }

        redis.SetDefaultPorts();
        redis.AbortOnConnectFail = true;
        redis.ConnectRetry = 1;
        redis.Password = passwordVariable is null ? null : Password.FromVariable(passwordVariable, "--redis-password-env");
        return redis;
    }
}
