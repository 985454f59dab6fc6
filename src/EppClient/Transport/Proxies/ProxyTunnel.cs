using System.Net.Sockets;

namespace EppClient.Transport;

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

/// <summary>Says why a proxy opened no tunnel. Nothing of a command was sent.</summary>
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
            [0x05, ..] => "it answers as a SOCKS proxy.",
            [0x00, 0x5A or 0x5B or 0x5C or 0x5D, ..] => "it answers as a SOCKS proxy of version 4.",
            [0x14 or 0x15 or 0x16, 0x03, ..] => "it answers with TLS; the way to the proxy itself is plain.",
            _ when response.StartsWith("HTTP/"u8) => $"it answers as an HTTP server: {PeerText.Quote(response)}.",
            _ when PeerProtocolDetector.Recognise(response) is { } peer => $"it answers otherwise. {peer.What}",
            _ => "its answer is of no protocol that we know.",
        };
        return New(EppConnectionError.NotAProxy, proxy, what);
    }

    private static EppConnectionException New(EppConnectionError error, EppProxy proxy, string what, Exception? cause = null) =>
        new(error, $"No tunnel through EppOptions.Proxy ({proxy}): {what}", EppDelivery.NotSent, cause);
}
