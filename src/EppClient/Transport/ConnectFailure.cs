using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace EppClient.Transport;

/// <summary>Creates the errors for failed connections, with cause and remedy. No part of a command was sent.</summary>
internal static class ConnectFailure
{
    private const byte HandshakeRecord = 0x16;

    // The errors that say most about the peer come first.
    private static readonly EppConnectionError[] Explanations = [EppConnectionError.Refused, EppConnectionError.TimedOut, EppConnectionError.Unreachable];

    public static EppConnectionException NameNotFound(ConnectTarget target, Exception cause) => Dialling(
        target,
        EppConnectionError.NameNotFound,
        $"The name {target.Host} was not resolved ({(cause is SocketException socket ? socket.SocketErrorCode.ToString() : cause.Message)}).",
        cause);

    public static EppConnectionException NoUsableAddress(ConnectTarget target, int resolved) => new(
        EppConnectionError.NoUsableAddress,
        string.Create(CultureInfo.InvariantCulture, $"{target.Host} has {resolved} addresses, none of the same kind (IPv4 or IPv6) as EppConnectionOptions.LocalAddress {target.LocalAddress}."),
        EppDelivery.NotSent);

    public static EppConnectionException LocalAddressUnusable(IPAddress local, SocketException cause) => new(
        EppConnectionError.LocalAddressUnusable, $"EppConnectionOptions.LocalAddress {local} cannot be used ({cause.SocketErrorCode}).", EppDelivery.NotSent, cause);

    /// <summary>
    /// No address led to a connection. The message has the full error of the attempt that got furthest, and a short one for each of the others.
    /// </summary>
    public static EppException NoAddressResponds(ConnectTarget target, IReadOnlyList<(IPAddress Address, Exception Error)> failures)
    {
        if (failures.FirstOrDefault(failure => failure.Error is EppException) is { Error: EppException furthest } reported)
        {
            var others = string.Join(", ", failures.Where(failure => failure != reported).Select(failure => $"{failure.Address}: {Short(failure.Error)}"));
            var text = $"{furthest.Message} That was {reported.Address}; {target.Host} also has {others}.";
            return furthest is EppProtocolException protocol
                ? new EppProtocolException(text, delivery: EppDelivery.NotSent, innerException: protocol) { Error = protocol.Error }
                : new EppConnectionException(text, EppDelivery.NotSent, furthest);
        }

        var tried = string.Join(", ", failures.Select(failure => $"{failure.Address}: {Short(failure.Error)}"));
        var kinds = failures.Select(failure => Kind(((SocketException)failure.Error).SocketErrorCode)).ToHashSet();
        return Dialling(target, Array.Find(Explanations, kinds.Contains), $"No connection to {target} ({tried}).", failures[^1].Error);
    }

    public static EppConnectionException NoClientCertificate(ConnectTarget target, Exception cause) => cause is EppClientCertificateException known
        ? new($"No connection to {target}: EppTlsOptions.ClientCertificateProvider failed. {known.Message}", EppDelivery.NotSent, cause) { Error = known.Error }
        : new(
            EppConnectionError.ClientCertificateUnavailable,
            $"No connection to {target}: EppTlsOptions.ClientCertificateProvider failed ({cause.GetType().Name}).",
            EppDelivery.NotSent,
            cause);

    public static EppConnectionException NotConfigured(ConnectTarget target, Exception cause) =>
        new($"No connection to {target}: EppTlsOptions.Configure failed: {cause.Message}", EppDelivery.NotSent, cause);

    /// <summary>
    /// A TLS 1.3 server refuses a client certificate only after the client has completed the handshake: the first read then returns
    /// the reason.
    /// </summary>
    public static EppConnectionException ClosedBeforeGreeting(ConnectionDetails facts, Exception? cause)
    {
        var finding = TlsAlert.In(cause) is { } alert
            ? TlsAlert.Explain(alert, hasServerHello: true, facts.ClientCertificate)
            : new Diagnosis(EppConnectionError.ClosedBeforeGreeting, facts.ClientCertificate is { } certificate
                ? $"It was shown the client certificate {certificate}."
                : "It was shown no client certificate.");
        return new($"The registry closed the connection before its greeting. {finding.Text}{facts.ProxyHint}", EppDelivery.NotSent, cause) { Error = finding.Error };
    }

    public static EppConnectionException Handshake(
        ConnectTarget target, IPAddress? address, ServerCertificateValidator status, TlsHandshakeRecorder transcript, ConnectionDetails facts, Exception cause)
    {
        if (status.Refusal is [var gravest, ..] refusal)
        {
            return New(target, address, gravest.Error, $"this side refused the registry's certificate: {string.Join(" ", refusal.Select(finding => finding.Text))}", facts, cause);
        }

        var finding = Received(transcript, facts, cause) ?? new Diagnosis(EppConnectionError.HandshakeFailed, $"The handshake broke off ({Detail(cause)}).");
        return New(target, address, finding.Error, finding.Text, facts, cause);
    }

    private static Diagnosis? Received(TlsHandshakeRecorder transcript, ConnectionDetails facts, Exception cause)
    {
        if (cause is not (AuthenticationException or IOException))
        {
            // The user's callback or the settings are at fault, not the peer.
            return null;
        }

        var first = transcript.First;
        if (first.IsEmpty)
        {
            return new(EppConnectionError.ClosedDuringHandshake, "The peer closed the connection during the handshake, before it sent anything.");
        }

        if (PeerProtocolDetector.IsPlainEpp(first))
        {
            return new(EppConnectionError.TlsToPlainPort, "The peer sends EPP without TLS.");
        }

        // The local TLS stack refused the peer: an alert that follows only repeats this.
        if (TlsReason.Recognize(cause) is { } reason)
        {
            return reason;
        }

        if ((transcript.Alert ?? TlsAlert.In(cause)) is { } alert)
        {
            return TlsAlert.Explain(alert, transcript.HasServerHello, facts.ClientCertificate);
        }

        // A TLS server sends a handshake record, so the failure is at a later step.
        return first[0] == HandshakeRecord ? null : PeerProtocolDetector.Recognize(first);
    }

    /// <summary>The message of the TLS stack and that of the innermost exception, because OpenSSL's own message is two levels down.</summary>
    private static string Detail(Exception cause) => TlsReason.Innermost(cause) is var inner && ReferenceEquals(inner, cause)
        ? cause.Message
        : $"{cause.Message.TrimEnd('.')}: {inner.Message}";

    private static string Short(Exception failure) => failure switch
    {
        SocketException socket => socket.SocketErrorCode.ToString(),
        EppConnectionException connection => connection.Error.ToString(),
        EppProtocolException protocol => protocol.Error.ToString(),
        _ => failure.Message,
    };

    private static EppConnectionError Kind(SocketError error) => error switch
    {
        SocketError.ConnectionRefused => EppConnectionError.Refused,
        SocketError.TimedOut => EppConnectionError.TimedOut,
        _ => EppConnectionError.Unreachable,
    };

    private static EppConnectionException Dialling(ConnectTarget target, EppConnectionError error, string what, Exception cause) => target.IsProxy
        ? new(EppConnectionError.ProxyNotReached, $"EppConnectionOptions.Proxy was not reached: {what}", EppDelivery.NotSent, cause)
        : new(error, what, EppDelivery.NotSent, cause);

    private static EppConnectionException New(
        ConnectTarget target, IPAddress? address, EppConnectionError error, string text, ConnectionDetails facts, Exception cause)
    {
        var at = address is null || address.ToString() == target.Host ? string.Empty : $" at {address}";
        return new($"No TLS connection to {target}{at}: {text}{facts.ProxyHint}", EppDelivery.NotSent, cause) { Error = error };
    }
}
