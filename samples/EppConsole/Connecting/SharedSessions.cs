using System.Net;
using EppClient;
using EppClient.Redis;
using StackExchange.Redis;

namespace EppConsole.Connecting;

/// <summary>
/// The session limit that this process shares with all other processes of the account: registries count sessions per account, not per
/// process.
/// </summary>
internal sealed class SharedSessions
{
    private readonly ConfigurationOptions _redis;
    private readonly int _sessions;
    private readonly string? _key;

    private SharedSessions(ConfigurationOptions redis, int sessions, string? key) => (_redis, _sessions, _key) = (redis, sessions, key);

    private string Address => string.Join(", ", _redis.EndPoints.Select(end => end is DnsEndPoint name ? $"{name.Host}:{name.Port}" : $"{end}"));

    /// <returns>Null if nothing is shared.</returns>
    /// <exception cref="UsageException">An option is missing or invalid.</exception>
    public static SharedSessions? Read(ConnectionEntry entry)
    {
        if (entry.Redis is null)
        {
            return entry is { SharedSessions: null, SharedKey: null, RedisPasswordEnv: null } ? null
                : throw new UsageException("--shared-sessions, --shared-key and --redis-password-env need --redis, the address of the server that counts the sessions of all processes.");
        }

        var sessions = entry.SharedSessions ?? throw new UsageException("--redis needs --shared-sessions, the number of sessions that the registry allows the account, in all processes together.");
        if (sessions is < 1 or > 10_000)
        {
            throw new UsageException("--shared-sessions must be a number from 1 to 10000.");
        }

        return new SharedSessions(RedisOf(entry.Redis, entry.RedisPasswordEnv), sessions, entry.SharedKey);
    }

    /// <exception cref="EppConnectionException">Redis cannot be reached, or refuses the password.</exception>
    public async Task<ConnectionMultiplexer> ConnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ConnectionMultiplexer.ConnectAsync(_redis).WaitAsync(cancellationToken);
        }
        catch (RedisConnectionException e)
        {
            // Its own message mentions settings that this program does not have.
            var what = e.FailureType == ConnectionFailureType.AuthenticationFailure
                ? "refuses the password, or requires one. Set --redis-password-env to the variable with the password."
                : "cannot be reached. Start it, or correct --redis.";
            throw new EppConnectionException(
                $"Redis at {Address} {what} It counts the sessions of all processes, so none is opened without it. Omit --redis only if no other process uses the account.",
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
            throw new UsageException($"--redis: {e.Message.Split(" (Parameter")[0]} It must be HOST:PORT, optionally followed by comma-separated settings of StackExchange.Redis, such as ssl=true.", e);
        }

        if (redis.Password is not null)
        {
            throw new UsageException("--redis: passwords must not be on the command line or in a file. Set --redis-password-env to an environment variable with the password.");
        }

        redis.SetDefaultPorts();
        redis.AbortOnConnectFail = true;
        redis.ConnectRetry = 1;
        redis.Password = passwordVariable is null ? null : Password.FromVariable(passwordVariable, "--redis-password-env");
        return redis;
    }
}
