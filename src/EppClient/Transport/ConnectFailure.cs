using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace EppClient.Transport;

/// <summary>Says what kept a connection from being made, and what to do. Nothing of a command was sent.</summary>
internal static class ConnectFailure
{
    private const byte HandshakeRecord = 0x16;

    // What says most about the machine at the other end comes first.
    private static readonly EppConnectionError[] Telling = [EppConnectionError.Refused, EppConnectionError.TimedOut, EppConnectionError.Unreachable];

    public static EppConnectionException NameNotFound(ConnectTarget target, SocketException cause) =>
        Dialling(target, EppConnectionError.NameNotFound, $"The name {target.Host} was not resolved ({cause.SocketErrorCode}).", cause);

    public static EppConnectionException NoUsableAddress(ConnectTarget target, int resolved) => new(
        EppConnectionError.NoUsableAddress,
        string.Create(CultureInfo.InvariantCulture, $"{target.Host} has {resolved} addresses, none of the same kind (IPv4 or IPv6) as EppOptions.LocalAddress {target.LocalAddress}."),
        EppDelivery.NotSent);

    public static EppConnectionException LocalAddressUnusable(IPAddress local, SocketException cause) => new(
        EppConnectionError.LocalAddressUnusable, $"EppOptions.LocalAddress {local} cannot be used ({cause.SocketErrorCode}).", EppDelivery.NotSent, cause);

    public static EppConnectionException NoAddressAnswers(ConnectTarget target, IReadOnlyList<(IPAddress Address, SocketException Error)> failures)
    {
        var tried = string.Join(", ", failures.Select(failure => $"{failure.Address}: {failure.Error.SocketErrorCode}"));
        var kinds = failures.Select(failure => Kind(failure.Error.SocketErrorCode)).ToHashSet();
        return Dialling(target, Array.Find(Telling, kinds.Contains), $"No connection to {target} ({tried}).", failures[^1].Error);
    }

    public static EppConnectionException NoClientCertificate(ConnectTarget target, Exception cause) => new(
        EppConnectionError.ClientCertificateUnavailable,
        $"No connection to {target}: EppTlsOptions.ClientCertificateProvider failed ({cause.GetType().Name}).",
        EppDelivery.NotSent,
        cause);

    public static EppConnectionException Handshake(
        ConnectTarget target, ServerCertificateVerdict verdict, TlsTranscript transcript, ConnectionFacts facts, Exception cause)
    {
        if (verdict.Refusal is [var gravest, ..] refusal)
        {
            return New(target, gravest.Error, $"this side refused the registry's certificate: {string.Join(" ", refusal.Select(finding => finding.Text))}", facts, cause);
        }

        var finding = Received(transcript, facts, cause) ?? new Finding(EppConnectionError.HandshakeFailed, $"The handshake broke off ({Detail(cause)}).");
        return New(target, finding.Error, finding.Text, facts, cause);
    }

    private static Finding? Received(TlsTranscript transcript, ConnectionFacts facts, Exception cause)
    {
        var first = transcript.First;
        if (first.IsEmpty)
        {
            return new(EppConnectionError.ClosedDuringHandshake, "The peer closed the connection during the handshake, before it sent anything.");
        }

        if (WrongPeer.IsPlainEpp(first))
        {
            return new(EppConnectionError.TlsToPlainPort, "The peer sends EPP without TLS.");
        }

        if ((transcript.Alert ?? TlsAlert.In(cause)) is { } alert)
        {
            return TlsAlert.Explain(alert, transcript.HasServerHello, facts.ClientCertificate);
        }

        // A handshake record is what a TLS server sends: then the failure lies further on.
        return first[0] == HandshakeRecord ? null : WrongPeer.Recognise(first);
    }

    private static string Detail(Exception cause) => cause.InnerException is { } inner ? $"{cause.Message} {inner.Message}" : cause.Message;

    private static EppConnectionError Kind(SocketError error) => error switch
    {
        SocketError.ConnectionRefused => EppConnectionError.Refused,
        SocketError.TimedOut => EppConnectionError.TimedOut,
        _ => EppConnectionError.Unreachable,
    };

    private static EppConnectionException Dialling(ConnectTarget target, EppConnectionError error, string what, Exception cause) => target.IsProxy
        ? new(EppConnectionError.ProxyNotReached, $"EppOptions.Proxy was not reached: {what}", EppDelivery.NotSent, cause)
        : new(error, what, EppDelivery.NotSent, cause);

    private static EppConnectionException New(ConnectTarget target, EppConnectionError error, string text, ConnectionFacts facts, Exception cause) =>
        new($"No TLS connection to {target}: {text}{facts.ProxyHint}", EppDelivery.NotSent, cause) { Error = error };
}
