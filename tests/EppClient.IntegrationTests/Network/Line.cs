using System.Net;
using System.Net.Sockets;
using EppClient.Testing.Network;

namespace EppClient.IntegrationTests.Network;

/// <summary>A passive server behind a proxy.</summary>
internal sealed class Line : IAsyncDisposable
{
    private readonly TcpListener _server = new(IPAddress.Loopback, 0);

    public Line(EppFaultProxyOptions? options = null)
    {
        _server.Start();
        Proxy = EppFaultProxy.Start("127.0.0.1", ((IPEndPoint)_server.LocalEndpoint).Port, options);
    }

    public EppFaultProxy Proxy { get; }

    public static Task<byte[]> ReadToEndAsync(Socket socket) => ReadAsync(socket, int.MaxValue);

    /// <summary>Reads the given number of bytes, or fewer if the sender closes.</summary>
    public static async Task<byte[]> ReadAsync(Socket socket, int count)
    {
        using var received = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (received.Length < count && await socket.ReceiveAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, count - received.Length))) is > 0 and var length)
        {
            received.Write(buffer, 0, length);
        }

        return received.ToArray();
    }

    /// <summary>The number of bytes received before the connection is reset.</summary>
    public static async Task<int> CountToResetAsync(Socket socket)
    {
        var (buffer, count) = (new byte[4096], 0);
        var failure = await Record.ExceptionAsync(async () =>
        {
            while (await socket.ReceiveAsync(buffer) is > 0 and var received)
            {
                count += received;
            }
        });
        failure.Should().BeOfType<SocketException>("the connection must be reset, not closed").Which.SocketErrorCode.Should().Be(SocketError.ConnectionReset);
        return count;
    }

    /// <summary>Connects a client.</summary>
    public async Task<Ends> ConnectAsync()
    {
        var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await client.ConnectAsync(IPAddress.Loopback, Proxy.Port);
        var server = await _server.AcceptSocketAsync();
        return new Ends(client, server, Proxy.Connections[^1]);
    }

    /// <summary>Connects a client that does not reach the server.</summary>
    /// <returns>The error.</returns>
    public async Task<SocketError> FailToConnectAsync()
    {
        using var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        var failure = await Assert.ThrowsAsync<SocketException>(async () =>
        {
            await client.ConnectAsync(IPAddress.Loopback, Proxy.Port);
            await client.ReceiveAsync(new byte[1]);
        });
        return failure.SocketErrorCode;
    }

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        _server.Dispose();
    }

    /// <summary>Both ends of a connection, and the connection in the proxy.</summary>
    internal sealed record Ends(Socket Client, Socket Server, EppFaultConnection Connection) : IDisposable
    {
        public void Dispose()
        {
            Client.Dispose();
            Server.Dispose();
        }
    }
}
