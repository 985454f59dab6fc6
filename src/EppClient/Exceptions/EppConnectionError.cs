namespace EppClient;

/// <summary>
/// The reason why a connection was not established, or a session could not continue. Names are stable: programs may branch on them and support may
/// quote them. <see cref="EppConnectionErrorExtensions.Remedy"/> returns the remedy.
/// </summary>
public enum EppConnectionError
{
    /// <summary>None of the other errors; the message gives the reason.</summary>
    Other,

    /// <summary>The registry's host name could not be resolved.</summary>
    NameNotFound,

    /// <summary>The name has no address of the same kind (IPv4 or IPv6) as <see cref="EppConnectionOptions.LocalAddress"/>.</summary>
    NoUsableAddress,

    /// <summary><see cref="EppConnectionOptions.LocalAddress"/> is not an address of this machine.</summary>
    LocalAddressUnusable,

    /// <summary>The registry's server, or a firewall in front of it, refused the TCP connection.</summary>
    Refused,

    /// <summary>There is no route to the registry's address.</summary>
    Unreachable,

    /// <summary>The TCP connection attempt got no response.</summary>
    TimedOut,

    /// <summary>The proxy could not be reached.</summary>
    ProxyNotReached,

    /// <summary>The proxy requires credentials, or rejected them.</summary>
    ProxyUnauthorized,

    /// <summary>The proxy refused to open a tunnel to the registry.</summary>
    ProxyRefused,

    /// <summary>The proxy could not reach the registry.</summary>
    ProxyTargetNotReached,

    /// <summary>The peer is not a proxy of the configured kind.</summary>
    NotAProxy,

    /// <summary>The peer closed the connection during the TLS handshake before it sent anything.</summary>
    ClosedDuringHandshake,

    /// <summary>The peer speaks EPP without TLS.</summary>
    TlsToPlainPort,

    /// <summary>The two sides have no version of TLS in common.</summary>
    NoCommonTlsVersion,

    /// <summary>The two sides have no cipher in common.</summary>
    NoCommonCipher,

    /// <summary>This machine's TLS implementation rejected a key, a certificate or a signature of the peer as too weak.</summary>
    WeakServerKey,

    /// <summary>This machine's TLS implementation rejected the peer because it does not support secure renegotiation (RFC 5746).</summary>
    InsecureRenegotiation,

    /// <summary>The peer does not serve the requested name.</summary>
    ServerNameUnknown,

    /// <summary>The client rejected the registry's certificate: it is for another name.</summary>
    ServerCertificateForAnotherName,

    /// <summary>The client rejected the registry's certificate: it has expired, or is not valid yet.</summary>
    ServerCertificateExpired,

    /// <summary>The client rejected the registry's certificate: its chain does not end in a trusted root.</summary>
    ServerCertificateUntrusted,

    /// <summary>The client rejected the registry's certificate: the server did not send the issuer's certificate, and the client does not have it.</summary>
    ServerCertificateIntermediateMissing,

    /// <summary>The client rejected the registry's certificate: it was revoked.</summary>
    ServerCertificateRevoked,

    /// <summary>The client rejected the registry's certificate: no key of its chain is in <see cref="EppTlsOptions.PublicKeyPins"/>.</summary>
    ServerCertificateNotPinned,

    /// <summary>The client rejected the registry's certificate for another reason, or the registry sent none.</summary>
    ServerCertificateInvalid,

    /// <summary>The callback set with <see cref="EppTlsOptions.Configure"/> rejected the registry's certificate.</summary>
    ServerCertificateRefusedByCallback,

    /// <summary><see cref="EppTlsOptions.ClientCertificateProvider"/> returned no certificate.</summary>
    ClientCertificateUnavailable,

    /// <summary>The client certificate data contain no certificate, or have an unsupported format.</summary>
    ClientCertificateUnreadable,

    /// <summary>The data contain no private key of the client certificate.</summary>
    ClientKeyMissing,

    /// <summary>The private key of the client certificate is damaged, or its algorithm is not supported.</summary>
    ClientKeyUnreadable,

    /// <summary>The private key of the client certificate is encrypted, and no password was given.</summary>
    ClientKeyPasswordMissing,

    /// <summary>The password does not decrypt the private key of the client certificate.</summary>
    ClientKeyPasswordWrong,

    /// <summary>The private key of the client certificate is encrypted in the traditional OpenSSL format.</summary>
    ClientKeyInOldEncryption,

    /// <summary>The private key does not match any of the given certificates.</summary>
    ClientKeyForAnotherCertificate,

    /// <summary>The registry requires a client certificate, and none was sent.</summary>
    ClientCertificateMissing,

    /// <summary>The registry rejected the client certificate.</summary>
    ClientCertificateRefused,

    /// <summary>The peer rejected the TLS handshake with another alert.</summary>
    HandshakeRefused,

    /// <summary>The TLS handshake failed.</summary>
    HandshakeFailed,

    /// <summary>The connection was established, and the registry closed it before its greeting.</summary>
    ClosedBeforeGreeting,

    /// <summary>The first bytes received are a TLS alert: the client connected without TLS to a TLS port.</summary>
    PlainTcpToTlsPort,

    /// <summary>The peer sent TLS data where EPP was expected.</summary>
    TlsInsteadOfEpp,

    /// <summary>A TLS alert arrived in place of a frame's length, in the middle of a session.</summary>
    TlsAlertReadAsLength,

    /// <summary>The peer is a web server or an HTTP proxy.</summary>
    HttpServer,

    /// <summary>The peer is an SSH server.</summary>
    SshServer,

    /// <summary>The peer sends XML without the length header of RFC 5734, section 4.</summary>
    UnframedXml,

    /// <summary>The peer sends plain text; the message quotes it.</summary>
    UnframedText,

    /// <summary>The first bytes received are neither a frame nor any other known protocol.</summary>
    NotFramed,

    /// <summary>A frame is larger than <see cref="EppFrameOptions.MaxIncomingBytes"/>.</summary>
    FrameTooLarge,

    /// <summary>The length of a later frame is impossible: the two sides are no longer synchronized.</summary>
    OutOfStep,

    /// <summary>A message is XML but not EPP.</summary>
    NotEpp,

    /// <summary>A message is EPP in another namespace than the profile's.</summary>
    WrongNamespace,

    /// <summary>The greeting offers no protocol version that the client supports.</summary>
    UnsupportedVersion,

    /// <summary>A message is not well-formed, or lacks a part that the schema requires.</summary>
    InvalidMessage,

    /// <summary>A message was received without a request, or is the response to another command.</summary>
    UnexpectedMessage,

    /// <summary>The registry closed the connection between two messages.</summary>
    ClosedByRegistry,

    /// <summary>The registry closed the connection inside a message.</summary>
    ClosedInsideFrame,

    /// <summary>The connection was lost.</summary>
    ConnectionLost,

    /// <summary>The client closed the session, because of another command on it or because the pool was disposed.</summary>
    SessionEnded,
}
