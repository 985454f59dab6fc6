using System.Net.Sockets;

namespace EppClient.Transport.Proxies;

/// <summary>Asks a proxy for a way to the registry. What follows on the socket is the registry's.</summary>
/// <remarks>
/// The BCL has both protocols inside of HttpClient, which gives out no plain stream for SOCKS, and for CONNECT only the content of
/// a response whose connection stays its own.
/// </remarks>
internal sealed class ProxyTunnel(EppProxy proxy, ConnectTarget target)
{
    /// <exception cref="EppConnectionException">The proxy opens no tunnel; the message says why.</exception>
    public async ValueTask OpenAsync(Socket socket, CancellationToken cancellationToken)
    {
        var stream = new NetworkStream(socket, ownsSocket: false);
        await using (stream.ConfigureAwait(false))
        {
            try
            {
                await (proxy.Kind == EppProxyKind.Socks5
                    ? new Socks5Handshake(stream, proxy, target).RunAsync(cancellationToken)
                    : new HttpConnectHandshake(stream, proxy, target).RunAsync(cancellationToken)).ConfigureAwait(false);
            }
            catch (IOException exception)
            {
                throw ProxyFailure.Closed(proxy, exception);
            }
        }
    }
}
