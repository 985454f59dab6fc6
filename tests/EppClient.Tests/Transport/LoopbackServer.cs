using System.IO.Pipelines;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using EppClient.Transport;

namespace EppClient.Tests.Transport;

/// <summary>Serves each connection on loopback with a delegate of the test.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<NetworkStream, CancellationToken, Task> _serve;
    private readonly Task _accepting;

    public LoopbackServer(Func<NetworkStream, CancellationToken, Task> serve, IPAddress? at = null, int port = 0)
    {
        _serve = serve;
        _listener.Bind(new IPEndPoint(at ?? IPAddress.Loopback, port));
        _listener.Listen();
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public EndPoint? LastClient { get; private set; }

    /// <summary>Sends a greeting over TLS, then echoes each frame.</summary>
    public static LoopbackServer Tls(
        X509Certificate2 certificate, Action<SslServerAuthenticationOptions>? configure = null, IPAddress? at = null, int port = 0) =>
        new((stream, stop) => TlsAsync(stream, certificate, configure, EchoAsync, stop), at, port);

    /// <summary>Runs a delegate after the TLS handshake, then closes.</summary>
    public static LoopbackServer Tls(X509Certificate2 certificate, Func<SslStream, CancellationToken, Task> serve, IPAddress? at = null, int port = 0) =>
        new((stream, stop) => TlsAsync(stream, certificate, null, serve, stop), at, port);

    private static async Task TlsAsync(
        NetworkStream stream, X509Certificate2 certificate, Action<SslServerAuthenticationOptions>? configure, Func<SslStream, CancellationToken, Task> serve, CancellationToken stop)
    {
        await using var tls = new SslStream(stream);
        var options = new SslServerAuthenticationOptions { ServerCertificate = certificate };
        configure?.Invoke(options);
        await tls.AuthenticateAsServerAsync(options, stop);
        await serve(tls, stop);
    }

    private static async Task EchoAsync(SslStream tls, CancellationToken stop)
    {
        var reader = new EppFrameReader(PipeReader.Create(tls));
        var writer = new EppFrameWriter(PipeWriter.Create(tls));
        await writer.WriteAsync("greeting"u8.ToArray(), stop);
        while (await reader.ReadAsync(stop) is { } frame)
        {
            await writer.WriteAsync(frame.Payload, stop);
            frame.Dispose();
        }
    }

    /// <summary>Sends bytes unchanged, then closes when the client has sent something.</summary>
    public static LoopbackServer Sending(byte[] bytes, IPAddress? at = null, int port = 0) => new(
        async (stream, stop) =>
        {
            await stream.WriteAsync(bytes, stop);
            await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, stop);
        },
        at,
        port);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptAsync(_stop.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        LastClient = socket.RemoteEndPoint;
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            await _serve(stream, _stop.Token);
        }
        catch (Exception exception) when (exception is IOException or AuthenticationException or OperationCanceledException or EppException)
        {
            // The test verifies the behavior of the client.
        }
    }
}
