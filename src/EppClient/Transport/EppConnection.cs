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

    /// <summary>Closes the connection immediately: pending reads and writes fail. For a connection without a login. Never throws, never waits.</summary>
    public abstract void Close();

    /// <summary>
    /// Half-closes the connection: the peer gets the data written before, and then the end. Reading continues, writing fails. Never throws,
    /// never waits.
    /// </summary>
    public abstract void Finish();

    /// <summary>
    /// Completes when the peer has closed its side, or the connection is lost or aborted; discards data that still arrives. No other read may be pending. Never
    /// fails.
    /// </summary>
    public abstract Task WhenClosedByPeerAsync();

    /// <summary>
    /// Resets the connection unless the peer has closed it: unsent data is discarded, and pending reads and writes
    /// fail. Never throws, never waits.
    /// </summary>
    public abstract void Abort();

    /// <summary>Frees everything. No read or write may be on its way.</summary>
    public abstract ValueTask DisposeAsync();
}
