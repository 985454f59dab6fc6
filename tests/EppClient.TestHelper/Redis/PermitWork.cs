using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EppClient.TestHelper.Redis;

/// <summary>Acquires permits, opens a connection for each to the counter that simulates the registry, and holds it until the counter closes it.</summary>
internal static class PermitWork
{
    public static Task RunAsync(IEppSessionQuota quota, string counter, string name, int count) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(_ => Task.Run(() => OpenSessionsAsync(quota, IPEndPoint.Parse(counter), name))));

    private static async Task OpenSessionsAsync(IEppSessionQuota quota, IPEndPoint counter, string name)
    {
        while (true)
        {
            await using var permit = await quota.TryAcquireAsync(CancellationToken.None);
            if (permit is null)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20));
            }
            else if (!await HoldSessionAsync(permit, counter, name))
            {
                return;
            }
        }
    }

    /// <summary>Waits until the counter closes it or the permit is lost; returns false if the counter is unavailable.</summary>
    private static async Task<bool> HoldSessionAsync(IEppSessionPermit permit, IPEndPoint counter, string name)
    {
        using var session = new TcpClient();
        try
        {
            await session.ConnectAsync(counter, permit.Lost);
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
}
