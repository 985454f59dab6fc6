using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Text;
using EppClient.Transport;

namespace EppClient.Tests.Sessions;

/// <summary>A connection whose server side is controlled by the test.</summary>
internal sealed class ScriptedConnection : EppConnection
{
    private readonly Pipe _toServer;
    private readonly Pipe _toClient = new();
    private readonly EppFrameReader _serverReader;
    private readonly EppFrameWriter _serverWriter;

    public ScriptedConnection(int serverBuffersBytes = 0)
    {
        // If the server does not read, writes of the client wait from this size on; with 0 they never wait.
        _toServer = new Pipe(new PipeOptions(pauseWriterThreshold: serverBuffersBytes, resumeWriterThreshold: serverBuffersBytes / 2));
        _serverReader = new EppFrameReader(_toServer.Reader);
        _serverWriter = new EppFrameWriter(_toClient.Writer);
    }

    public override PipeReader Input => _toClient.Reader;

    public override PipeWriter Output => OutputFails ? new FullMemory() : _toServer.Writer;

    /// <summary>Whether writes of the client run out of memory.</summary>
    public bool OutputFails { get; init; }

    /// <summary>Whether the client has closed or reset it.</summary>
    public bool IsAborted { get; private set; }

    /// <summary>Whether the client has half-closed it.</summary>
    public bool IsFinished { get; private set; }

    public bool IsDisposed { get; private set; }

    /// <summary>Called when the client aborts or disposes the connection; it may be called twice.</summary>
    public Action OnClosed { get; set; } = () => { };

    /// <summary>Called before the server closes the connection.</summary>
    public Action OnServerClosing { get; set; } = () => { };

    public PipeWriter RawToClient => _toClient.Writer;

    public override void Close() => Abort();

    public override void Finish()
    {
        IsFinished = true;
        _toServer.Writer.Complete();
    }

    public override async Task WhenClosedByPeerAsync()
    {
        try
        {
            while (await Input.ReadAsync() is { IsCompleted: false, IsCanceled: false } read)
            {
                Input.AdvanceTo(read.Buffer.End);
            }
        }
        catch (Exception)
        {
            // Closed with an error, or aborted.
        }
    }

    public override void Abort()
    {
        IsAborted = true;
        Input.CancelPendingRead();
        OnClosed();
    }

    public override async ValueTask DisposeAsync()
    {
        IsDisposed = true;
        OnClosed();
        await _toClient.Reader.CompleteAsync();
        await _toServer.Writer.CompleteAsync();
    }

    public async Task<string?> ServerReceivesAsync()
    {
        using var frame = await _serverReader.ReadAsync();
        return frame is null ? null : Encoding.UTF8.GetString(frame.Payload.Span);
    }

    public async Task ServerSendsAsync(string message) => await _serverWriter.WriteAsync(Encoding.UTF8.GetBytes(message));

    public async Task ServerClosesAsync(Exception? exception = null)
    {
        OnServerClosing();
        await _toClient.Writer.CompleteAsync(exception);
    }

    /// <summary>Sends two messages that the client reads together.</summary>
    public async Task ServerSendsBothAsync(string first, string second)
    {
        Append(first);
        Append(second);
        await RawToClient.FlushAsync();
    }

    /// <summary>Sends a message and bytes that the client reads together.</summary>
    public async Task ServerSendsWithAsync(string message, ReadOnlyMemory<byte> bytes)
    {
        Append(message);
        await RawToClient.WriteAsync(bytes);
    }

    /// <summary>Sends a message and closes, so that the client reads both together.</summary>
    public async Task ServerSendsAndClosesAsync(string message)
    {
        Append(message);
        await ServerClosesAsync();
    }

    private void Append(string message)
    {
        var payload = Encoding.UTF8.GetBytes(message);
        var frame = RawToClient.GetSpan(payload.Length + 4);
        BinaryPrimitives.WriteInt32BigEndian(frame, payload.Length + 4);
        payload.CopyTo(frame[4..]);
        RawToClient.Advance(payload.Length + 4);
    }

    private sealed class FullMemory : PipeWriter
    {
        public override Memory<byte> GetMemory(int sizeHint = 0) => throw new InsufficientMemoryException();

        public override Span<byte> GetSpan(int sizeHint = 0) => throw new InsufficientMemoryException();

        public override void Advance(int bytes) => throw new InvalidOperationException("There is nothing to advance over.");

        public override void CancelPendingFlush()
        {
        }

        public override void Complete(Exception? exception = null)
        {
        }

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => default;
    }
}
