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

    /// <summary>Cuts the connection at once: reads and writes that hang fail. Never throws, never waits.</summary>
    public abstract void Abort();

    /// <summary>Frees everything. No read or write may be on its way.</summary>
    public abstract ValueTask DisposeAsync();
}
