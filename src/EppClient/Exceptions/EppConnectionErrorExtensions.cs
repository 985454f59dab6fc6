namespace EppClient;

/// <summary>What to do about an <see cref="EppConnectionError"/>. The page docs/guide/troubleshooting.md holds the same texts.</summary>
public static class EppConnectionErrorExtensions
{
    private const string AllowedAddresses = "whether this address is on the registry's list of allowed addresses";

    /// <summary>What a person can do: which option to set, whom to ask.</summary>
    /// <param name="error">What went wrong.</param>
    /// <returns>One or more sentences. Empty for <see cref="EppConnectionError.Other"/>.</returns>
    public static string Remedy(this EppConnectionError error) => Reaching(error) ?? Securing(error) ?? Speaking(error) ?? string.Empty;

    /// <summary>Whether the same will happen again until somebody changes an option, a certificate or a machine.</summary>
    internal static bool NeedsPerson(this EppConnectionError error) => error
        is EppConnectionError.NoUsableAddress or EppConnectionError.LocalAddressUnusable
        or EppConnectionError.ProxyUnauthorized or EppConnectionError.NotAProxy
        or EppConnectionError.TlsToPlainPort or EppConnectionError.PlainTcpToTlsPort or EppConnectionError.ServerNameUnknown
        or (>= EppConnectionError.NoCommonTlsVersion and <= EppConnectionError.InsecureRenegotiation)
        or (>= EppConnectionError.ServerCertificateForAnotherName and <= EppConnectionError.ServerCertificateRefusedByCallback)
        or (>= EppConnectionError.ClientCertificateUnreadable and <= EppConnectionError.ClientCertificateRefused);

    /// <summary>Whether the client's own certificate cannot be loaded, whichever server it connects to.</summary>
    internal static bool IsAboutOwnCertificate(this EppConnectionError error) =>
        error is >= EppConnectionError.ClientCertificateUnavailable and <= EppConnectionError.ClientKeyForAnotherCertificate;

    private static string? Reaching(EppConnectionError error) => error switch
    {
        EppConnectionError.NameNotFound => "Check EppOptions.Host and this machine's DNS settings.",
        EppConnectionError.NoUsableAddress => "Set EppOptions.LocalAddress to an address of the other kind, or leave it out.",
        EppConnectionError.LocalAddressUnusable => "Set EppOptions.LocalAddress to an address of this machine, or leave it out.",
        EppConnectionError.Refused => $"Nothing listens there, or a firewall refuses: check EppOptions.Host and EppOptions.Port, and {AllowedAddresses}.",
        EppConnectionError.Unreachable => "Check this machine's network and routes, and EppOptions.LocalAddress.",
        EppConnectionError.TimedOut => $"A firewall on the way may drop the packets: check EppOptions.Port, and {AllowedAddresses}.",
        EppConnectionError.ProxyNotReached => "Check Host and Port of EppOptions.Proxy.",
        EppConnectionError.ProxyUnauthorized => "Set UserName and Password of EppOptions.Proxy to what the proxy knows. Of HTTP proxies, those that take Basic are supported.",
        EppConnectionError.ProxyRefused => "Ask the proxy's administrator to allow connections to the registry's host and port.",
        EppConnectionError.ProxyTargetNotReached => $"Check EppOptions.Host and EppOptions.Port, and whether the proxy's address is on the registry's list of allowed addresses.",
        EppConnectionError.NotAProxy => "Check Host, Port and Kind of EppOptions.Proxy.",
        _ => null,
    };

    private static string? Securing(EppConnectionError error) => error switch
    {
        EppConnectionError.ClosedDuringHandshake => $"Check {AllowedAddresses}, and that EppOptions.Port is the port of EPP.",
        EppConnectionError.TlsToPlainPort => "Connect to the registry's TLS port: set EppOptions.Port.",
        EppConnectionError.NoCommonTlsVersion => "Set EppTlsOptions.Versions to what the registry documents; TLS 1.2 is the lowest.",
        EppConnectionError.NoCommonCipher => "Ask the registry which ciphers it takes, and set them through EppTlsOptions.Configure or in this machine's TLS settings.",
        EppConnectionError.WeakServerKey => "Ask the registry to renew its keys and certificates. Until then lower the security level of this machine's TLS settings for this program alone: CipherString = DEFAULT:@SECLEVEL=1 in a file that OPENSSL_CONF names.",
        EppConnectionError.InsecureRenegotiation => "Ask the registry to renew its TLS server. Until then allow it for this program alone: Options = UnsafeLegacyServerConnect in a file that OPENSSL_CONF names.",
        EppConnectionError.ServerNameUnknown => "Check EppOptions.Host, or set EppTlsOptions.ServerName to the name that the registry documents.",
        EppConnectionError.ServerCertificateForAnotherName => "Check EppOptions.Host, or set EppTlsOptions.ServerName to the name that the registry documents.",
        EppConnectionError.ServerCertificateExpired => "Check this machine's clock, then tell the registry.",
        EppConnectionError.ServerCertificateUntrusted => "Where the registry has a certificate authority of its own, put that into EppTlsOptions.TrustedRoots.",
        EppConnectionError.ServerCertificateIntermediateMissing => "Add the certificate that issued it, as the registry or its authority publishes it, to EppTlsOptions.TrustedRoots, together with the root, and tell the registry that its server does not send it. Where the issuer is itself the root of the registry's own authority, put that into EppTlsOptions.TrustedRoots.",
        EppConnectionError.ServerCertificateRevoked => "Do not connect. Tell the registry.",
        EppConnectionError.ServerCertificateNotPinned => "Ask the registry, on another way, whether it has changed its keys; if so, set EppTlsOptions.PublicKeyPins anew.",
        EppConnectionError.ServerCertificateInvalid => "Tell the registry.",
        EppConnectionError.ServerCertificateRefusedByCallback => "Look into the callback that is set through EppTlsOptions.Configure.",
        EppConnectionError.ClientCertificateUnavailable => "Look into EppTlsOptions.ClientCertificateProvider and the store or module that it asks.",
        EppConnectionError.ClientCertificateUnreadable => "Give a file that holds the certificate that was issued to you, in PEM form, which begins with -----BEGIN CERTIFICATE-----: openssl x509 -inform der converts the binary form, openssl pkcs7 -print_certs a .p7b. Where a .pfx or .p12 is meant, give it as such.",
        EppConnectionError.ClientKeyMissing => "Give the private key that the certificate was requested with, too: a certificate alone proves nothing.",
        EppConnectionError.ClientKeyUnreadable => "Give an RSA or ECDSA key in PKCS#8, PKCS#1 or SEC 1 form: openssl pkey converts others.",
        EppConnectionError.ClientKeyPasswordMissing => "Give the password that the key was encrypted with.",
        EppConnectionError.ClientKeyPasswordWrong => "Check the password: openssl pkey -noout -in with the file of the key, or openssl pkcs12 -noout -in with a .pfx, asks for it and reports whether it is correct.",
        EppConnectionError.ClientKeyInOldEncryption => "Convert the key: openssl pkcs8 -topk8 -in old.pem -out new.pem asks for its password and for that of the new file.",
        EppConnectionError.ClientKeyForAnotherCertificate => "Give the key that the certificate was requested with: if they belong together, openssl x509 -pubkey -noout -in with the certificate prints the same as openssl pkey -pubout -in with the key.",
        EppConnectionError.ClientCertificateMissing => "Set EppTlsOptions.ClientCertificate to the certificate that the registry knows.",
        EppConnectionError.ClientCertificateRefused => "Check that the registry knows the certificate in EppTlsOptions.ClientCertificate, that it has not expired, and that it brings along the certificates between it and its root.",
        EppConnectionError.HandshakeRefused => "Ask the registry what it expects of TLS clients; EppTlsOptions.Configure sets what has no option.",
        EppConnectionError.HandshakeFailed => "Check EppOptions.Port, EppTlsOptions.ClientCertificate, and what lies between this machine and the registry.",
        EppConnectionError.ClosedBeforeGreeting => "Usual reasons: this address is not on the registry's list of allowed addresses; the limit of sessions is reached (EppPoolOptions.MaxSessions); the client certificate is missing or not accepted (EppTlsOptions.ClientCertificate).",
        _ => null,
    };

    private static string? Speaking(EppConnectionError error) => error switch
    {
        EppConnectionError.PlainTcpToTlsPort => "Connect with TLS.",
        EppConnectionError.TlsInsteadOfEpp => "Whatever takes TLS off on the way must connect to a port without TLS, or be left out.",
        EppConnectionError.TlsAlertReadAsLength => "Whatever takes TLS off on the way has passed an alert on as data: look there for the reason.",
        EppConnectionError.HttpServer or EppConnectionError.SshServer => "Check EppOptions.Host and EppOptions.Port.",
        EppConnectionError.UnframedXml => "Check EppOptions.Port; a gateway on the way may strip the frames.",
        EppConnectionError.UnframedText => $"Do what the text says. Check {AllowedAddresses}, and EppOptions.Host and EppOptions.Port.",
        EppConnectionError.NotFramed => "Check EppOptions.Host and EppOptions.Port.",
        EppConnectionError.FrameTooLarge => "Raise EppFrameOptions.MaxIncomingBytes if the registry has messages of that size.",
        EppConnectionError.OutOfStep => "Tell the registry: an earlier message was longer or shorter than its length says.",
        EppConnectionError.NotEpp => "Check EppOptions.Host and EppOptions.Port.",
        EppConnectionError.WrongNamespace => "Where the registry has namespaces of its own, map them in EppProfile.Namespaces.",
        EppConnectionError.UnsupportedVersion => "Ask the registry for a server of EPP 1.0.",
        EppConnectionError.InvalidMessage => "Tell the registry; the message says what is wrong and where.",
        EppConnectionError.UnexpectedMessage => "Tell the registry, with both transaction ids.",
        EppConnectionError.ClosedByRegistry => "Compare the limits of EppProfile with what the registry documents: idle time, age, commands and errors of a session.",
        EppConnectionError.ClosedInsideFrame => "Send again what may be sent again; where it recurs, tell the registry.",
        EppConnectionError.ConnectionLost => "Send again what may be sent again; where it recurs, look for firewalls that drop silent connections, and lower EppPoolOptions.KeepAliveInterval.",
        EppConnectionError.SessionEnded => "Send again what may be sent again.",
        _ => null,
    };
}
