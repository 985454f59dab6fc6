using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace EppClient.Transport;

/// <summary>Says what kept a connection from being made, and what to do. Nothing of a command was sent.</summary>
internal static class ConnectFailure
{
    private const byte HandshakeRecord = 0x16;

    public static EppConnectionException NameNotFound(ConnectTarget target, SocketException cause) =>
        New($"The name {target.Host} was not resolved ({cause.SocketErrorCode}). Check EppOptions.Host and this machine's DNS settings.", cause);

    public static EppConnectionException NoUsableAddress(ConnectTarget target, int resolved) =>
        New(string.Create(CultureInfo.InvariantCulture, $"{target.Host} has {resolved} addresses, none of the same kind (IPv4 or IPv6) as EppOptions.LocalAddress {target.LocalAddress}. Set an address of the other kind."), null);

    public static EppConnectionException LocalAddressUnusable(IPAddress local, SocketException cause) =>
        New($"EppOptions.LocalAddress {local} cannot be used ({cause.SocketErrorCode}): it must be an address of this machine.", cause);

    public static EppConnectionException NoAddressAnswers(ConnectTarget target, IReadOnlyList<(IPAddress Address, SocketException Error)> failures)
    {
        var tried = string.Join(", ", failures.Select(failure => $"{failure.Address}: {failure.Error.SocketErrorCode}"));
        return New($"No connection to {target} ({tried}). {Remedy(failures[^1].Error.SocketErrorCode)}", failures[^1].Error);
    }

    public static EppConnectionException Handshake(
        ConnectTarget target, ServerCertificateVerdict verdict, ReadOnlySpan<byte> received, bool hasClientCertificate, Exception cause)
    {
        var reason = verdict.Refusal is { } refusal
            ? $"this side refused the registry's certificate: {refusal}"
            : Received(received, hasClientCertificate) ?? BrokenOff(hasClientCertificate, cause);
        return New($"No TLS connection to {target}: {reason}", cause);
    }

    private static string? Received(ReadOnlySpan<byte> received, bool hasClientCertificate)
    {
        if (received.IsEmpty)
        {
            return "the peer closed the connection during the handshake, before it sent anything. Often this address is not on the registry's list of allowed addresses; or the port is not that of EPP.";
        }

        if (WrongPeer.IsPlainEpp(received))
        {
            return "the peer sends EPP without TLS. Connect to the registry's TLS port.";
        }

        if (TlsAlert.Read(received) is { } alert)
        {
            return $"the peer refused the handshake with {TlsAlert.Explain(alert, hasClientCertificate)}";
        }

        // A handshake record is what a TLS server sends: then the failure lies further on.
        return received[0] == HandshakeRecord ? null : WrongPeer.Recognise(received);
    }

    private static string BrokenOff(bool hasClientCertificate, Exception cause)
    {
        var detail = cause.InnerException is { } inner ? $"{cause.Message} {inner.Message}" : cause.Message;
        return $"the handshake broke off ({detail}). {TlsAlert.ClientCertificate(hasClientCertificate)}";
    }

    private static string Remedy(SocketError error) => error switch
    {
        SocketError.ConnectionRefused => "Nothing listens there, or a firewall refuses: check EppOptions.Host and EppOptions.Port, and whether this address is on the registry's list of allowed addresses.",
        SocketError.TimedOut => "Nothing answers: a firewall on the way may drop the packets, or this address is not on the registry's list of allowed addresses.",
        SocketError.NetworkUnreachable or SocketError.HostUnreachable => "There is no route: check this machine's network and EppOptions.LocalAddress.",
        _ => "Check EppOptions.Host, EppOptions.Port and this machine's network.",
    };

    private static EppConnectionException New(string message, Exception? cause) => new(message, EppDelivery.NotSent, cause);
}
