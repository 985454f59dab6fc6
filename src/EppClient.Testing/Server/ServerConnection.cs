using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using EppClient.Transport;

namespace EppClient.Testing.Server;

/// <summary>One client connection: TLS, greeting, then messages until the client, the service or a limit ends it.</summary>
internal sealed class ServerConnection(
    long id,
    Socket socket,
    IEppService service,
    EppTestServerOptions options,
    EppTestCertificates certificates,
    ConcurrentQueue<EppServerFault> faults)
{
    private const int MaxReplyBytes = 16 * 1024 * 1024;

    private Exception? _observerFault;

    public long Id => id;

    public ServerSession Session { get; } = new(id, socket.RemoteEndPoint, options.TimeProvider);

    /// <summary>Completes, never with a failure, when the connection has ended.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    public void Start(Action<ServerConnection, Exception?> whenEnded, CancellationToken stop) => Completion = RunAsync(whenEnded, stop);

    /// <summary>An immediate close makes the system send a reset.</summary>
    public void Abort()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Dispose();
    }

    private async Task RunAsync(Action<ServerConnection, Exception?> whenEnded, CancellationToken stop)
    {
        await Task.Yield();
        Exception? fault = null;
        try
        {
            await ConverseAsync(stop).ConfigureAwait(false);
        }
        catch (Exception end) when (IsOrdinaryEnd(end))
        {
            // The client disconnected, violated the protocol, or reached a limit: the connection is closed without a response.
        }
        catch (Exception unexpected)
        {
            // The service failed. The exception is thrown when the server is disposed.
            fault = unexpected;
        }
        finally
        {
            socket.Dispose();
            whenEnded(this, fault ?? _observerFault);
        }
    }

    private static bool IsOrdinaryEnd(Exception end) =>
        end is EppProtocolException or EppConnectionException or OperationCanceledException or IOException or AuthenticationException
            or SocketException or ObjectDisposedException;

    private async Task ConverseAsync(CancellationToken stop)
    {
        var tls = new SslStream(new NetworkStream(socket, ownsSocket: false));
        await using (tls.ConfigureAwait(false))
        {
            await tls.AuthenticateAsServerAsync(certificates.ServerOptions, stop).ConfigureAwait(false);
            var reader = new EppFrameReader(PipeReader.Create(tls), options.MaxFrameBytes);
            var writer = new EppFrameWriter(PipeWriter.Create(tls), MaxReplyBytes);

            var reply = await service.GetGreetingAsync(Session, stop).ConfigureAwait(false);
            await SendAsync(writer, reply, stop).ConfigureAwait(false);
            while (!reply.CloseAfter && await ReceiveAsync(reader, stop).ConfigureAwait(false) is { } frame)
            {
                using (frame)
                {
                    reply = await HandleAsync(frame.Payload, stop).ConfigureAwait(false);
                }

                await SendAsync(writer, reply, stop).ConfigureAwait(false);
            }

            await tls.ShutdownAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<ServerReply> HandleAsync(ReadOnlyMemory<byte> message, CancellationToken stop)
    {
        Observe(new ServerFrame(Session, IsFromClient: true, message));
        EppServerFault? fault = faults.TryDequeue(out var injected) ? injected : null;
        if (fault == EppServerFault.LoseCommand)
        {
            throw Lose();
        }

        var reply = await service.HandleAsync(Session, message, stop).ConfigureAwait(false);
        return fault switch
        {
            EppServerFault.LoseResponse => throw Lose(),
            EppServerFault.WithholdResponse => reply with { Message = default },
            EppServerFault.CorruptResponse => reply with { Message = reply.Message[..(reply.Message.Length / 2)] },
            _ => reply,
        };
    }

    private void Observe(ServerFrame frame)
    {
        try
        {
            options.FrameObserver?.Invoke(frame);
        }
        catch (Exception exception)
        {
            // A failing observer does not affect the session. Its exception is thrown when the server is disposed.
            _observerFault ??= exception;
        }
    }

    private IOException Lose()
    {
        Abort();
        return new IOException("The connection was aborted on purpose.");
    }

    private async ValueTask SendAsync(EppFrameWriter writer, ServerReply reply, CancellationToken stop)
    {
        if (!reply.Message.IsEmpty)
        {
            Observe(new ServerFrame(Session, IsFromClient: false, reply.Message));
            await writer.WriteAsync(reply.Message, stop).ConfigureAwait(false);
        }
    }

    private async ValueTask<EppFrame?> ReceiveAsync(EppFrameReader reader, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(TimeToLive(), options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        return await reader.ReadAsync(either.Token).ConfigureAwait(false);
    }

    /// <summary>The idle limit, or the rest of the session's life if that is shorter.</summary>
    private TimeSpan TimeToLive()
    {
        if (Session.LoginTimestamp is not { } login)
        {
            return options.IdleLimit;
        }

        var left = options.SessionLife - options.TimeProvider.GetElapsedTime(login);
        if (left <= TimeSpan.Zero)
        {
            return TimeSpan.Zero;
        }

        return left < options.IdleLimit ? left : options.IdleLimit;
    }
}
