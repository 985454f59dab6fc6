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

    /// <summary>Closes this side at once: reads and writes that hang fail. For a connection on which nothing of weight was sent. Never throws, never waits.</summary>
    public abstract void Close();

    /// <summary>
    /// Ends what this side sends: the peer gets what was written before, and then the end. Reading goes on, writing fails. Never throws,
    /// never waits.
    /// </summary>
    public abstract void Finish();

    /// <summary>Completes when the peer has closed its side, or the connection is lost or aborted; passes over what still comes. No other read may be on its way. Never fails.</summary>
    public abstract Task WhenClosedByPeerAsync();

    /// <summary>
    /// Resets the connection where the peer has not closed it: what the peer has not taken yet is dropped, and reads and writes that hang
    /// fail. Never throws, never waits.
    /// </summary>
    public abstract void Abort();

    /// <summary>Frees everything. No read or write may be on its way.</summary>
    public abstract ValueTask DisposeAsync();
}
