using System.Buffers.Binary;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace EppClient.IntegrationTests.HostileServers;

/// <summary>One client connection in a script of <see cref="HostileServer"/>.</summary>
internal sealed class HostileConnection(Socket socket, Stream stream, CancellationToken stop)
{
    /// <summary>Canceled when the test ends.</summary>
    public CancellationToken Stopped => stop;

    /// <summary>The negotiated TLS version.</summary>
    public SslProtocols TlsVersion => stream is SslStream tls ? tls.SslProtocol : SslProtocols.None;

    /// <summary>The address of the client.</summary>
    public IPAddress ClientAddress => ((IPEndPoint)socket.RemoteEndPoint!).Address;

    /// <summary>The bytes of a message with its header.</summary>
    public static byte[] Frame(string message) => Frame(Encoding.UTF8.GetBytes(message));

    /// <inheritdoc cref="Frame(string)"/>
    public static byte[] Frame(ReadOnlySpan<byte> message)
    {
        var frame = new byte[4 + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length);
        message.CopyTo(frame.AsSpan(4));
        return frame;
    }

    public Task SendAsync(string message) => SendRawAsync(Frame(message));

    public Task SendAsync(byte[] message) => SendRawAsync(Frame(message));

    public async Task SendRawAsync(ReadOnlyMemory<byte> bytes)
    {
        await stream.WriteAsync(bytes, stop);
        await stream.FlushAsync(stop);
    }

    /// <summary>Sends each byte in a separate TLS record.</summary>
    public async Task DripAsync(ReadOnlyMemory<byte> bytes, TimeSpan pause = default)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            await SendRawAsync(bytes.Slice(i, 1));
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, stop);
            }
        }
    }

    /// <summary>Receives the next request. Fails if the client closes the connection.</summary>
    public async Task<string> ReceiveAsync()
    {
        var header = new byte[4];
        await stream.ReadExactlyAsync(header, stop);
        var body = new byte[BinaryPrimitives.ReadInt32BigEndian(header) - header.Length];
        await stream.ReadExactlyAsync(body, stop);
        return Encoding.UTF8.GetString(body);
    }

    /// <summary>Sends nothing more until the client closes the connection or the test ends.</summary>
    public async Task StallAsync()
    {
        var scrap = new byte[256];
        while (await stream.ReadAsync(scrap, stop) > 0)
        {
            // Requests of the client get no response.
        }
    }

    /// <summary>Ends the connection with a TCP reset instead of an orderly close.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Dispose();
    }

    /// <summary>Sends the greeting and accepts the login.</summary>
    public async Task OpenAsync(string greeting = Wire.Greeting)
    {
        await SendAsync(greeting);
        await SendAsync(Wire.Success(await ReceiveAsync()));
    }

    /// <summary>Behaves correctly: opens the session and responds to all requests in order.</summary>
    public async Task ServeAsync()
    {
        await OpenAsync();
        await RespondToAllAsync();
    }

    /// <summary>Responds to all requests in order until the client logs out.</summary>
    public async Task RespondToAllAsync(Action<string>? listener = null)
    {
        string request;
        do
        {
            request = await ReceiveAsync();
            listener?.Invoke(request);
            await SendAsync(Wire.ResponseTo(request));
        }
        while (!request.Contains("<logout", StringComparison.Ordinal));
    }
}
