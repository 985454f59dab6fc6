using System.Globalization;
using EppClient.Redis;
using EppClient.Redis.Helper;
using StackExchange.Redis;

// One process of a registrar, for the tests.
if (args is ["host", var redisOfHost, var sharedSessions, var registry])
{
    await HostWork.RunAsync(redisOfHost, sharedSessions, registry);
    return 0;
}

if (args is not [var way, var redisAddress, var key, var maximum, var lease, var target, var name, var wanted])
{
    await Console.Error.WriteLineAsync("Usage: EppClient.Redis.Helper permits|pool REDIS KEY MAXIMUM LEASE TARGET NAME WANTED, or host REDIS MAXIMUM TARGET");
    return 2;
}

await using var redis = await ConnectionMultiplexer.ConnectAsync(redisAddress);
var quota = new RedisSessionQuota(redis, new RedisSessionQuotaOptions
{
    Key = key,
    MaxSessions = int.Parse(maximum, CultureInfo.InvariantCulture),
    Lease = TimeSpan.Parse(lease, CultureInfo.InvariantCulture),
});
var count = int.Parse(wanted, CultureInfo.InvariantCulture);
await (way == "pool" ? PoolWork.RunAsync(quota, target, count) : PermitWork.RunAsync(quota, target, name, count));
return 0;
