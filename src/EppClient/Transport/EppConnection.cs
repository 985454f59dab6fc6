using System.IO.Pipelines;
using System.Net;
using System.Security.Authentication;

namespace EppClient.Transport;

/// <summary>A duplex byte stream to one registry server.</summary>
internal abstract class EppConnection : IDuplexPipe, IAsyncDisposable
{
    public abstract PipeReader Input { get; }

    public abstract PipeWriter Output { get; }

    public virtual EndPoint? RemoteEndPoint => null;

    public virtual SslProtocols TlsProtocol => SslProtocols.None;

    /// <summary>Facts that help to explain why the connection ended.</summary>
    public virtual ConnectionDetails Details => ConnectionDetails.None;

    /// <summary>Closes the connection immediately: pending reads and writes fail. For a connection without a login. Never throws or blocks.</summary>
    public abstract void Close();

    /// <summary>
    /// Half-closes the connection: the peer receives the data written before, and then the end of the stream. Reading continues; writing fails. Never throws or
    /// blocks.
    /// </summary>
    public abstract void Finish();

    /// <summary>
    /// Completes when the peer has closed its side, or the connection is lost or aborted; discards data that still arrives. No other read may be pending. Never
    /// fails.
    /// </summary>
    public abstract Task WhenClosedByPeerAsync();

    /// <summary>
    /// Resets the connection unless the peer has closed it: unsent data is discarded, and pending reads and writes fail. Never throws or blocks.
    /// </summary>
    public abstract void Abort();

    /// <summary>Releases all resources. No read or write may be pending.</summary>
    public abstract ValueTask DisposeAsync();
}

/// <summary>The server to connect to, and the local address to connect from, if the registry requires one.</summary>
internal sealed record ConnectTarget(string Host, int Port, IPAddress? LocalAddress = null)
{
    /// <summary>Whether the target is the proxy instead of the registry.</summary>
    public bool IsProxy { get; init; }

    /// <summary>The name for name resolution, TLS and proxies.</summary>
    public string AsciiHost => HostName.ToAscii(Host);

    /// <summary>Whether the server sends a greeting without a hello.</summary>
    public bool Greets { get; init; } = true;

    public override string ToString() => $"{Host}:{Port}";
}

/// <summary>Facts that help to explain why the peer closed a connection.</summary>
/// <param name="ClientCertificate">A description of the client certificate that was offered; null for none.</param>
/// <param name="Proxy">A description of the proxy in use; null for none.</param>
internal sealed record ConnectionDetails(string? ClientCertificate, string? Proxy)
{
    public static ConnectionDetails None { get; } = new(null, null);

    /// <summary>A sentence about the proxy, to append to a message; empty if there is no proxy.</summary>
    public string ProxyHint => Proxy is null ? string.Empty : $" The connection goes through EppConnectionOptions.Proxy ({Proxy}); the response may come from the proxy.";
}

/// <summary>Opens connections; tests replace it with one that returns scripted pipes.</summary>
internal interface IConnector
{
    /// <param name="steps">Receives each step when it begins.</param>
    /// <param name="cancellationToken">The token to cancel the operation.</param>
    /// <exception cref="EppConnectionException">The connection failed; the message has cause and remedy.</exception>
    ValueTask<EppConnection> ConnectAsync(ConnectTimings steps, CancellationToken cancellationToken);
}
