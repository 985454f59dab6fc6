using System.IO.Pipelines;
using System.Text;
using EppClient.Transport;

namespace EppClient.Tests.Sessions;

/// <summary>A connection whose other end is played by the test.</summary>
internal sealed class ScriptedConnection : EppConnection
{
    private readonly Pipe _toServer;
    private readonly Pipe _toClient = new();
    private readonly EppFrameReader _serverReader;
    private readonly EppFrameWriter _serverWriter;

    public ScriptedConnection(int serverBuffersBytes = 0)
    {
        // Not reading on the server's side makes the client's writes hang from this size on; 0 lets them always succeed.
        _toServer = new Pipe(new PipeOptions(pauseWriterThreshold: serverBuffersBytes, resumeWriterThreshold: serverBuffersBytes / 2));
        _serverReader = new EppFrameReader(_toServer.Reader);
        _serverWriter = new EppFrameWriter(_toClient.Writer);
    }

    public override PipeReader Input => _toClient.Reader;

    public override PipeWriter Output => _toServer.Writer;

    public bool IsAborted { get; private set; }

    public bool IsDisposed { get; private set; }

    /// <summary>Called when the client cuts or disposes the connection; perhaps twice.</summary>
    public Action OnClosed { get; set; } = () => { };

    public PipeWriter RawToClient => _toClient.Writer;

    public override void Abort()
    {
        IsAborted = true;
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

    public async Task ServerClosesAsync(Exception? exception = null) => await _toClient.Writer.CompleteAsync(exception);
}
