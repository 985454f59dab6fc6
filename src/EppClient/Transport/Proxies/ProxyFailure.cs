namespace EppClient.Transport.Proxies;

/// <summary>Says why a proxy opened no tunnel. Nothing of a command was sent.</summary>
internal static class ProxyFailure
{
    public static EppConnectionException Closed(EppProxy proxy, IOException cause) => New(
        EppConnectionError.ProxyRefused, proxy, $"it closed the connection before it had opened a tunnel ({cause.Message.TrimEnd('.')}).", cause);

    public static EppConnectionException Unauthorized(EppProxy proxy, string what) => New(EppConnectionError.ProxyUnauthorized, proxy, what);

    public static EppConnectionException Refused(EppProxy proxy, string what) => New(EppConnectionError.ProxyRefused, proxy, what);

    public static EppConnectionException TargetNotReached(EppProxy proxy, ConnectTarget target, string what) =>
        New(EppConnectionError.ProxyTargetNotReached, proxy, $"it did not reach {target}: {what}");

    public static EppConnectionException NotAProxy(EppProxy proxy, ReadOnlySpan<byte> answer)
    {
        var what = answer switch
        {
            [0x05, ..] => "it answers as a SOCKS proxy.",
            [0x00, 0x5A or 0x5B or 0x5C or 0x5D, ..] => "it answers as a SOCKS proxy of version 4.",
            [0x14 or 0x15 or 0x16, 0x03, ..] => "it answers with TLS; the way to the proxy itself is plain.",
            _ when answer.StartsWith("HTTP/"u8) => $"it answers as an HTTP server: {PeerText.Quote(answer)}.",
            _ when WrongPeer.Recognise(answer) is { } peer => $"it answers otherwise. {peer.What}",
            _ => "its answer is of no protocol that we know.",
        };
        return New(EppConnectionError.NotAProxy, proxy, what);
    }

    private static EppConnectionException New(EppConnectionError error, EppProxy proxy, string what, Exception? cause = null) =>
        new(error, $"No tunnel through EppOptions.Proxy ({proxy}): {what}", EppDelivery.NotSent, cause);
}
