using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EppClient.Stores.Tests.Redis;

/// <summary>A relay to a server that can simulate a network failure: connections stay open, but no data passes.</summary>
internal sealed class Relay : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _silence = new();

    // Referenced, so that none is finalized, and thereby closed, while the relay is silent.
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

    /// <summary>Forwards data until one side closes, the process at one end is killed, or the relay stops.</summary>
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
            // The connection ends here.
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
