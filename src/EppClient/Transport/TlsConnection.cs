using System.IO.Pipelines;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace EppClient.Transport;

internal sealed class TlsConnection : EppConnection
{
    // The maximum size of a TLS record, so that a frame or a batch of small ones is sent in one record.
    private const int BufferSize = 16 * 1024;

    private readonly Socket _socket;
    private readonly SslStream _stream;

    public TlsConnection(Socket socket, SslStream stream, ConnectionDetails facts)
    {
        Details = facts;
        _socket = socket;
        _stream = stream;
        RemoteEndPoint = PeerOf(socket);
        TlsProtocol = stream.SslProtocol;
        Input = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: BufferSize, leaveOpen: true));
        Output = PipeWriter.Create(stream, new StreamPipeWriterOptions(minimumBufferSize: BufferSize, leaveOpen: true));
    }

    public override PipeReader Input { get; }

    public override PipeWriter Output { get; }

    public override ConnectionDetails Details { get; }

    public override EndPoint? RemoteEndPoint { get; }

    public override SslProtocols TlsProtocol { get; }

    public override void Close() => _socket.Dispose();

    public override void Finish()
    {
        try
        {
            // Without the close_notify of TLS, which would have to wait for a pending write.
            _socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Already closed.
        }
    }

    public override async Task WhenClosedByPeerAsync()
    {
        var scrap = new byte[1024];
        try
        {
            // Reads from the socket: the TLS stream cannot be used after a cancelled read or write.
            while (await _socket.ReceiveAsync(scrap.AsMemory()).ConfigureAwait(false) > 0)
            {
                // Discards a response that no caller waits for.
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Reset by the peer, or ended by Abort.
        }
    }

    // Without linger time, closing a socket resets the connection and discards unsent data.
    public override void Abort() => _socket.Close(timeout: 0);

    public override async ValueTask DisposeAsync()
    {
        // The socket is disposed first, so that completing the writer cannot wait for a peer that does not read.
        _socket.Dispose();
        await _stream.DisposeAsync().ConfigureAwait(false);
        await Input.CompleteAsync().ConfigureAwait(false);
        await CompleteOutputAsync().ConfigureAwait(false);
    }

    private static EndPoint? PeerOf(Socket socket)
    {
        try
        {
            return socket.RemoteEndPoint;
        }
        catch (SocketException)
        {
            // The peer has reset the connection since the handshake; the first read reports the reason.
            return null;
        }
    }

    private async ValueTask CompleteOutputAsync()
    {
        try
        {
            await Output.CompleteAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The remaining bytes cannot be flushed; the buffers are returned regardless.
        }
    }
}
