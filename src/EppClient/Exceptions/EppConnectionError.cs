namespace EppClient;

/// <summary>
/// Why a connection was not made, or a session could not go on. Names are stable: programs may branch on them and support may
/// quote them. <see cref="EppConnectionErrorExtensions.Remedy"/> says what to do.
/// </summary>
public enum EppConnectionError
{
    /// <summary>None of the others: the message tells.</summary>
    Other,

    /// <summary>The registry's name was not resolved.</summary>
    NameNotFound,

    /// <summary>The name has no address of the same kind (IPv4 or IPv6) as <see cref="EppOptions.LocalAddress"/>.</summary>
    NoUsableAddress,

    /// <summary><see cref="EppOptions.LocalAddress"/> is no address of this machine.</summary>
    LocalAddressUnusable,

    /// <summary>The registry's machine, or a firewall before it, refused the TCP connection.</summary>
    Refused,

    /// <summary>No way leads to the registry's address.</summary>
    Unreachable,

    /// <summary>Nothing answered the TCP connection.</summary>
    TimedOut,

    /// <summary>The proxy itself was not reached.</summary>
    ProxyNotReached,

    /// <summary>The proxy wants other credentials, or credentials at all.</summary>
    ProxyUnauthorized,

    /// <summary>The proxy does not open a tunnel to the registry for us.</summary>
    ProxyRefused,

    /// <summary>The proxy did not reach the registry.</summary>
    ProxyTargetNotReached,

    /// <summary>What answers is no proxy of the kind that was set.</summary>
    NotAProxy,

    /// <summary>The peer closed the connection during the TLS handshake, before it sent anything.</summary>
    ClosedDuringHandshake,

    /// <summary>The peer speaks EPP without TLS.</summary>
    TlsToPlainPort,

    /// <summary>The two sides have no version of TLS in common.</summary>
    NoCommonTlsVersion,

    /// <summary>The two sides have no cipher in common.</summary>
    NoCommonCipher,

    /// <summary>This machine's TLS refused a key, a certificate or a signature of the peer as too weak.</summary>
    WeakServerKey,

    /// <summary>This machine's TLS refused the peer because it does not know secure renegotiation (RFC 5746).</summary>
    InsecureRenegotiation,

    /// <summary>The peer does not serve the name that was asked for.</summary>
    ServerNameUnknown,

    /// <summary>We refused the registry's certificate: it is for another name.</summary>
    ServerCertificateForAnotherName,

    /// <summary>We refused the registry's certificate: it has expired, or is not valid yet.</summary>
    ServerCertificateExpired,

    /// <summary>We refused the registry's certificate: its chain does not end in a trusted root.</summary>
    ServerCertificateUntrusted,

    /// <summary>The client refused the registry's certificate: the server did not send the issuer's certificate, and the client does not have it.</summary>
    ServerCertificateIntermediateMissing,

    /// <summary>We refused the registry's certificate: it was revoked.</summary>
    ServerCertificateRevoked,

    /// <summary>We refused the registry's certificate: no key of its chain is among <see cref="EppTlsOptions.PublicKeyPins"/>.</summary>
    ServerCertificateNotPinned,

    /// <summary>We refused the registry's certificate for another reason, or it showed none.</summary>
    ServerCertificateInvalid,

    /// <summary>The callback set through <see cref="EppTlsOptions.Configure"/> refused the registry's certificate.</summary>
    ServerCertificateRefusedByCallback,

    /// <summary><see cref="EppTlsOptions.ClientCertificateProvider"/> gave no certificate.</summary>
    ClientCertificateUnavailable,

    /// <summary>The data given as the client certificate contain no certificate, or are in an unsupported form.</summary>
    ClientCertificateUnreadable,

    /// <summary>The data contain no private key of the client certificate.</summary>
    ClientKeyMissing,

    /// <summary>The private key of the client certificate is damaged, or its algorithm is not supported.</summary>
    ClientKeyUnreadable,

    /// <summary>The private key of the client certificate is encrypted, and no password was given.</summary>
    ClientKeyPasswordMissing,

    /// <summary>The password does not decrypt the private key of the client certificate.</summary>
    ClientKeyPasswordWrong,

    /// <summary>The private key of the client certificate is encrypted in the traditional form of OpenSSL.</summary>
    ClientKeyInOldEncryption,

    /// <summary>The private key does not match any of the given certificates.</summary>
    ClientKeyForAnotherCertificate,

    /// <summary>The registry wants a client certificate, and was shown none.</summary>
    ClientCertificateMissing,

    /// <summary>The registry refused our client certificate.</summary>
    ClientCertificateRefused,

    /// <summary>The peer refused the TLS handshake with another alert.</summary>
    HandshakeRefused,

    /// <summary>The TLS handshake broke off.</summary>
    HandshakeFailed,

    /// <summary>The connection stood, and the registry closed it before its greeting.</summary>
    ClosedBeforeGreeting,

    /// <summary>The first octets received are a TLS alert: plain TCP was spoken to a TLS port.</summary>
    PlainTcpToTlsPort,

    /// <summary>The peer speaks TLS where EPP was due.</summary>
    TlsInsteadOfEpp,

    /// <summary>A TLS alert arrived in the place of a frame's length, in the middle of a session.</summary>
    TlsAlertReadAsLength,

    /// <summary>The peer is a web server or an HTTP proxy.</summary>
    HttpServer,

    /// <summary>The peer is an SSH server.</summary>
    SshServer,

    /// <summary>The peer sends XML without the length of RFC 5734, section 4 before it.</summary>
    UnframedXml,

    /// <summary>The peer sends plain text; the message quotes it.</summary>
    UnframedText,

    /// <summary>The first octets received are no frame, and nothing else that we know.</summary>
    NotFramed,

    /// <summary>A frame is larger than <see cref="EppFrameOptions.MaxIncomingBytes"/>.</summary>
    FrameTooLarge,

    /// <summary>The length of a later frame is impossible: the two sides are out of step.</summary>
    OutOfStep,

    /// <summary>A message is XML, but no EPP.</summary>
    NotEpp,

    /// <summary>A message is EPP of another namespace than the profile's.</summary>
    WrongNamespace,

    /// <summary>The greeting offers no version of the protocol that we speak.</summary>
    UnsupportedVersion,

    /// <summary>A message is not well-formed, or lacks what the schema requires.</summary>
    InvalidMessage,

    /// <summary>A message came that nobody asked for, or the answer to another command.</summary>
    UnexpectedMessage,

    /// <summary>The registry closed the connection between two messages.</summary>
    ClosedByRegistry,

    /// <summary>The registry closed the connection inside a message.</summary>
    ClosedInsideFrame,

    /// <summary>The connection broke.</summary>
    ConnectionLost,

    /// <summary>We closed the session, because of another command on it or because the pool was disposed.</summary>
    SessionEnded,
}
