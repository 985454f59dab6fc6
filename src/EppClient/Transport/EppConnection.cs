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
    public virtual ConnectionDetails Details => ConnectionDetails.None;

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

/// <summary>Where to connect to, and from which address of this machine where that matters to the registry.</summary>
internal sealed record ConnectTarget(string Host, int Port, IPAddress? LocalAddress = null)
{
    /// <summary>Whether it is not the registry but the proxy on the way to it.</summary>
    public bool IsProxy { get; init; }

    /// <summary>Whether it sends a greeting without a hello.</summary>
    public bool Greets { get; init; } = true;

    public override string ToString() => $"{Host}:{Port}";
}

/// <summary>What helps to explain why the peer ended a connection.</summary>
/// <param name="ClientCertificate">The certificate that it was offered, in words; null for none.</param>
/// <param name="Proxy">What the connection goes through, in words; null for nothing.</param>
internal sealed record ConnectionDetails(string? ClientCertificate, string? Proxy)
{
    public static ConnectionDetails None { get; } = new(null, null);

    /// <summary>A sentence on the proxy, to end a text with; empty where there is none.</summary>
    public string ProxyHint => Proxy is null ? string.Empty : $" The connection goes through EppOptions.Proxy ({Proxy}); it may be the proxy that answers.";
}

/// <summary>Makes connections; replaced in tests by one that hands out scripted pipes.</summary>
internal interface IConnector
{
    /// <param name="steps">Receives each step as it begins.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="EppConnectionException">No connection; the message says why and what to do.</exception>
    ValueTask<EppConnection> ConnectAsync(ConnectTimings steps, CancellationToken cancellationToken);
}
