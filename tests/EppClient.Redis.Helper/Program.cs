using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using EppClient;
using EppClient.Redis;
using StackExchange.Redis;

// One process of a registrar, for the tests: takes room for sessions, opens a connection for each to the counter that plays the registry,
// and holds it until that closes it.
if (args is not [var redisAddress, var key, var maximum, var lease, var counter, var name, var wanted])
{
    await Console.Error.WriteLineAsync("Usage: EppClient.Redis.Helper REDIS KEY MAXIMUM LEASE COUNTER NAME WANTED");
    return 2;
}

await using var redis = await ConnectionMultiplexer.ConnectAsync(redisAddress);
var quota = new RedisSessionQuota(redis, new RedisSessionQuotaOptions
{
    Key = key,
    MaxSessions = int.Parse(maximum, CultureInfo.InvariantCulture),
    Lease = TimeSpan.Parse(lease, CultureInfo.InvariantCulture),
});

await Task.WhenAll(Enumerable.Range(0, int.Parse(wanted, CultureInfo.InvariantCulture)).Select(_ => Task.Run(OpenSessionsAsync)));
return 0;

async Task OpenSessionsAsync()
{
    while (true)
    {
        await using var permit = await quota.TryTakeAsync(CancellationToken.None);
        if (permit is null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
        else if (!await HoldSessionAsync(permit))
        {
            return;
        }
    }
}

// Until the counter closes it or the room is lost; false where the counter is gone.
async Task<bool> HoldSessionAsync(IEppSessionPermit permit)
{
    using var session = new TcpClient();
    try
    {
        await session.ConnectAsync(IPEndPoint.Parse(counter), permit.Lost);
        var stream = session.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(name + "\n"), permit.Lost);
        await stream.ReadExactlyAsync(new byte[1], permit.Lost);
    }
    catch (Exception e) when (e is EndOfStreamException or OperationCanceledException)
    {
        return true;
    }
    catch (Exception e) when (e is SocketException or IOException)
    {
        return false;
    }

    return true;
}
