using System.Net.Sockets;

namespace EppClient.Transport;

/// <summary>Opens a tunnel to the registry through a proxy. The following data on the socket belongs to the registry.</summary>
/// <remarks>
/// The BCL implements both protocols inside HttpClient, which gives access to no plain stream for SOCKS, and for CONNECT only to the content of a response
/// whose connection remains its own.
/// </remarks>
internal sealed class ProxyTunnel(EppProxy proxy, ConnectTarget target)
{
    /// <exception cref="EppConnectionException">The proxy opened no tunnel; the message has the cause.</exception>
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

/// <summary>Creates the errors for proxies that opened no tunnel. No part of a command was sent.</summary>
internal static class ProxyFailure
{
    public static EppConnectionException Closed(EppProxy proxy, IOException cause) => New(
        EppConnectionError.ProxyRefused, proxy, $"it closed the connection before it had opened a tunnel ({cause.Message.TrimEnd('.')}).", cause);

    public static EppConnectionException Unauthorized(EppProxy proxy, string what) => New(EppConnectionError.ProxyUnauthorized, proxy, what);

    public static EppConnectionException Refused(EppProxy proxy, string what) => New(EppConnectionError.ProxyRefused, proxy, what);

    public static EppConnectionException TargetNotReached(EppProxy proxy, ConnectTarget target, string what) =>
        New(EppConnectionError.ProxyTargetNotReached, proxy, $"it did not reach {target}: {what}");

    public static EppConnectionException NotAProxy(EppProxy proxy, ReadOnlySpan<byte> response)
    {
        var what = response switch
        {
            [0x05, ..] => "it responds as a SOCKS proxy.",
            [0x00, 0x5A or 0x5B or 0x5C or 0x5D, ..] => "it responds as a SOCKS proxy of version 4.",
            [0x14 or 0x15 or 0x16, 0x03, ..] => "it responds with TLS; the connection to the proxy must be plain TCP.",
            _ when response.StartsWith("HTTP/"u8) => $"it responds as an HTTP server: {PeerText.Quote(response)}.",
            _ when PeerProtocolDetector.Recognize(response) is { } peer => $"it responds with another protocol. {peer.What}",
            _ => "it responds with an unknown protocol.",
        };
        return New(EppConnectionError.NotAProxy, proxy, what);
    }

    private static EppConnectionException New(EppConnectionError error, EppProxy proxy, string what, Exception? cause = null) =>
        new(error, $"No tunnel through EppConnectionOptions.Proxy ({proxy}): {what}", EppDelivery.NotSent, cause);
}
