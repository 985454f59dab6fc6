using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EppClient.IntegrationTests.ConnectionFailures;

/// <summary>A proxy on loopback. It resolves every name to loopback, so only the proxy can resolve the name of the registry.</summary>
internal sealed class TestProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _clients = [];
    private readonly Func<TestProxy, NetworkStream, Task<int?>> _admit;
    private readonly Task _accepting;

    private TestProxy(Func<TestProxy, NetworkStream, Task<int?>> admit)
    {
        _admit = admit;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>The request of the client: type and address for SOCKS, the request header for HTTP.</summary>
    public string? Asked { get; private set; }

    /// <summary>SOCKS 5, with a reply code of RFC 1928, section 6. Credentials are required if they are given.</summary>
    public static TestProxy Socks5(string? user = null, string? password = null, byte reply = 0, byte boundType = 1) => new(async (proxy, stream) =>
    {
        var greeting = await proxy.ReadAsync(stream, 2);
        var methods = await proxy.ReadAsync(stream, greeting[1]);
        var method = user is null ? (byte)0 : methods.Contains((byte)2) ? (byte)2 : (byte)0xFF;
        await stream.WriteAsync(new byte[] { 5, method });
        if (method == 0xFF || (user is not null && !await proxy.AuthenticateAsync(stream, user, password!)))
        {
            return null;
        }

        var request = await proxy.ReadAsync(stream, 4);
        var address = request[3] switch
        {
            1 => new IPAddress(await proxy.ReadAsync(stream, 4)).ToString(),
            4 => new IPAddress(await proxy.ReadAsync(stream, 16)).ToString(),
            _ => Encoding.ASCII.GetString(await proxy.ReadAsync(stream, (await proxy.ReadAsync(stream, 1))[0])),
        };
        var port = BinaryPrimitives.ReadUInt16BigEndian(await proxy.ReadAsync(stream, 2));
        proxy.Asked = string.Create(CultureInfo.InvariantCulture, $"{request[3]} {address}:{port}");
        byte[] bound = boundType switch { 1 => new byte[4], 4 => new byte[16], _ => [3, (byte)'a', (byte)'b', (byte)'c'] };
        await stream.WriteAsync((byte[])[5, reply, 0, boundType, .. bound, 0, 0]);
        return reply == 0 ? port : null;
    });

    /// <summary>HTTP CONNECT, with the header of its response. The proxy connects if the response is a 200.</summary>
    public static TestProxy HttpConnect(string response = "HTTP/1.1 200 Connection established\r\n\r\n") => new(async (proxy, stream) =>
    {
        var head = new StringBuilder();
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            head.Append((char)(await proxy.ReadAsync(stream, 1))[0]);
        }

        proxy.Asked = head.ToString();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(response));
        var authority = proxy.Asked.Split(' ')[1];
        return response.Contains(" 200 ", StringComparison.Ordinal) && response.EndsWith("\r\n\r\n", StringComparison.Ordinal)
            ? int.Parse(authority[(authority.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture)
            : null;
    });

    /// <summary>A server that is not a proxy: sends the given bytes and closes.</summary>
    public static TestProxy Saying(byte[] bytes) => new(async (proxy, stream) =>
    {
        await stream.WriteAsync(bytes);
        await proxy.ReadAsync(stream, 1);
        return null;
    });

    /// <summary>Accepts connections and sends nothing.</summary>
    public static TestProxy Silent() => new(async (proxy, stream) =>
    {
        await proxy.ReadAsync(stream, 1024 * 1024);
        return null;
    });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_clients);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _clients.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            // The test has ended.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var inner = client;
        try
        {
            await using var stream = client.GetStream();
            if (await _admit(this, stream) is { } port)
            {
                using var registry = new TcpClient();
                await registry.ConnectAsync(IPAddress.Loopback, port, _stop.Token);
                await using var beyond = registry.GetStream();
                await Task.WhenAny(stream.CopyToAsync(beyond, _stop.Token), beyond.CopyToAsync(stream, _stop.Token));
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            // One side closed the connection.
        }
    }

    private async Task<bool> AuthenticateAsync(NetworkStream stream, string user, string password)
    {
        var name = Encoding.UTF8.GetString(await ReadAsync(stream, (await ReadAsync(stream, 2))[1]));
        var given = Encoding.UTF8.GetString(await ReadAsync(stream, (await ReadAsync(stream, 1))[0]));
        var isRight = name == user && given == password;
        await stream.WriteAsync(new byte[] { 1, isRight ? (byte)0 : (byte)1 });
        return isRight;
    }

    private async Task<byte[]> ReadAsync(NetworkStream stream, int count)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes, _stop.Token);
        return bytes;
    }
}
