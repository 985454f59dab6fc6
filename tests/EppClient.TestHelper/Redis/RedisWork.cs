using System.Globalization;
using EppClient.Redis;
using StackExchange.Redis;

namespace EppClient.TestHelper.Redis;

/// <summary>Acquires permits that several processes share: only permits, or a whole pool.</summary>
internal static class RedisWork
{
    public const string Usage = "redis permits|pool REDIS KEY MAXIMUM LEASE TARGET NAME WANTED";

    public static async Task RunAsync(string mode, string redisAddress, string key, string maximum, string lease, string target, string name, string wanted)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(redisAddress);
        var quota = new RedisSessionQuota(redis, new RedisSessionQuotaOptions
        {
            Key = key,
            MaxSessions = int.Parse(maximum, CultureInfo.InvariantCulture),
            Lease = TimeSpan.Parse(lease, CultureInfo.InvariantCulture),
        });
        var count = int.Parse(wanted, CultureInfo.InvariantCulture);
        await (mode == "pool" ? PoolWork.RunAsync(quota, target, count) : PermitWork.RunAsync(quota, target, name, count));
    }
}
