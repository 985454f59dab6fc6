using System.IO.Pipelines;
using System.Net;
using System.Security.Authentication;

namespace EppClient.Transport;

/// <summary>Octets to and from one registry server, until one side ends it.</summary>
internal abstract class EppConnection : IDuplexPipe, IAsyncDisposable
{
    public abstract PipeReader Input { get; }

    public abstract PipeWriter Output { get; }

    public virtual EndPoint? RemoteEndPoint => null;

    public virtual SslProtocols TlsProtocol => SslProtocols.None;

    /// <summary>What helps to explain its end.</summary>
    public virtual ConnectionFacts Facts => ConnectionFacts.None;

    /// <summary>How long it took to be made; null where nobody measured.</summary>
    public virtual OpeningSteps? Steps => null;

    /// <summary>Tells the peer that nothing more comes. What hangs is ended by its token. Never throws, never waits.</summary>
    public abstract void Abort();

    /// <summary>
    /// Waits until the peer has closed the connection too: until then a registry counts the session. After <see cref="Abort"/>, when no read is on its way.
    /// </summary>
    /// <param name="patience">Ends the wait. It does not throw.</param>
    public virtual ValueTask WhenClosedByPeerAsync(CancellationToken patience) => ValueTask.CompletedTask;

    /// <summary>Frees everything. No read or write may be on its way.</summary>
    public abstract ValueTask DisposeAsync();
}
