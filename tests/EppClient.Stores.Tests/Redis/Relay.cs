using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EppClient.Stores.Tests.Redis;

/// <summary>A way to a server that can fall silent, as a network does: connections stay, and nothing comes through.</summary>
internal sealed class Relay : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _silence = new();

    // Referenced, so that none is finalized, and thereby closed, while it is silent.
    private readonly ConcurrentBag<Socket> _sockets = [];
    private readonly int _target;

    public Relay(int target)
    {
        _target = target;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void FallSilent() => _silence.Cancel();

    public void Dispose()
    {
        _silence.Cancel();
        _listener.Dispose();
        foreach (var socket in _sockets)
        {
            socket.Dispose();
        }

        _silence.Dispose();
    }

    /// <summary>Passes on what comes until one side closes, the process at one end is killed, or it has to stop.</summary>
    public static async Task CopyAsync(Socket from, Socket to, CancellationToken stop)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            int length;
            while ((length = await from.ReceiveAsync(buffer, stop)) > 0)
            {
                await to.SendAsync(buffer.AsMemory(0, length), stop);
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // It ends here.
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync();
                _sockets.Add(client);
                var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
                _sockets.Add(server);
                await server.ConnectAsync(IPAddress.Loopback, _target);
                _ = CopyAsync(client, server, _silence.Token);
                _ = CopyAsync(server, client, _silence.Token);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
