namespace EppClient;

/// <summary>Remedies for each <see cref="EppConnectionError"/>. The page docs/guide/troubleshooting.md contains the same texts.</summary>
public static class EppConnectionErrorExtensions
{
    private const string AllowedAddresses = "whether this address is on the registry's list of allowed addresses";

    /// <summary>Gets what to do about the error: which option to set, whom to ask.</summary>
    /// <param name="error">The error.</param>
    /// <returns>One or more sentences. Empty for <see cref="EppConnectionError.Other"/>.</returns>
    public static string Remedy(this EppConnectionError error) => Reaching(error) ?? Securing(error) ?? Speaking(error) ?? string.Empty;

    /// <summary>Whether the error recurs until an option, a certificate or a machine is changed.</summary>
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
        EppConnectionError.NoUsableAddress => "Set EppConnectionOptions.LocalAddress to an address of the other kind (IPv4 or IPv6), or do not set it.",
        EppConnectionError.LocalAddressUnusable => "Set EppConnectionOptions.LocalAddress to an address of this machine, or do not set it.",
        EppConnectionError.Refused => $"Nothing listens there, or a firewall refuses the connection: check EppOptions.Host and EppOptions.Port, and {AllowedAddresses}.",
        EppConnectionError.Unreachable => "Check this machine's network and routes, and EppConnectionOptions.LocalAddress.",
        EppConnectionError.TimedOut => $"A firewall may drop the packets: check EppOptions.Port, and {AllowedAddresses}.",
        EppConnectionError.ProxyNotReached => "Check Host and Port of EppConnectionOptions.Proxy.",
        EppConnectionError.ProxyUnauthorized => "Set UserName and Password of EppConnectionOptions.Proxy to credentials that the proxy accepts. For HTTP proxies, only Basic authentication is supported.",
        EppConnectionError.ProxyRefused => "Ask the proxy's administrator to allow connections to the registry's host and port.",
        EppConnectionError.ProxyTargetNotReached => $"Check EppOptions.Host and EppOptions.Port, and whether the proxy's address is on the registry's list of allowed addresses.",
        EppConnectionError.NotAProxy => "Check Host, Port and Kind of EppConnectionOptions.Proxy.",
        _ => null,
    };

    private static string? Securing(EppConnectionError error) => error switch
    {
        EppConnectionError.ClosedDuringHandshake => $"Check {AllowedAddresses}, and that EppOptions.Port is the port of EPP.",
        EppConnectionError.TlsToPlainPort => "Connect to the registry's TLS port: set EppOptions.Port.",
        EppConnectionError.NoCommonTlsVersion => "Set EppTlsOptions.Versions to the versions that the registry documents; TLS 1.2 is the lowest.",
        EppConnectionError.NoCommonCipher => "Ask the registry which ciphers it accepts, and set them through EppTlsOptions.Configure or in this machine's TLS settings.",
        EppConnectionError.WeakServerKey => "Ask the registry to renew its keys and certificates. Until then, lower the security level of TLS for this program only: CipherString = DEFAULT:@SECLEVEL=1 in a file that OPENSSL_CONF names.",
        EppConnectionError.InsecureRenegotiation => "Ask the registry to renew its TLS server. Until then, allow it for this program only: Options = UnsafeLegacyServerConnect in a file that OPENSSL_CONF names.",
        EppConnectionError.ServerNameUnknown => "Check EppOptions.Host, or set EppTlsOptions.ServerName to the name that the registry documents.",
        EppConnectionError.ServerCertificateForAnotherName => "Check EppOptions.Host, or set EppTlsOptions.ServerName to the name that the registry documents.",
        EppConnectionError.ServerCertificateExpired => "Check this machine's clock, then report the certificate to the registry.",
        EppConnectionError.ServerCertificateUntrusted => "If the registry has its own certificate authority, add the certificate of that authority to EppTlsOptions.TrustedRoots.",
        EppConnectionError.ServerCertificateIntermediateMissing => "Add the issuer's certificate, as the registry or its authority publishes it, to EppTlsOptions.TrustedRoots, together with the root, and report to the registry that its server does not send it. If the issuer is itself the root of the registry's own authority, add that to EppTlsOptions.TrustedRoots.",
        EppConnectionError.ServerCertificateRevoked => "Do not connect. Report it to the registry.",
        EppConnectionError.ServerCertificateNotPinned => "Ask the registry, through another channel, whether its keys have changed; if so, update EppTlsOptions.PublicKeyPins.",
        EppConnectionError.ServerCertificateInvalid => "Report it to the registry.",
        EppConnectionError.ServerCertificateRefusedByCallback => "Check the callback that is set through EppTlsOptions.Configure.",
        EppConnectionError.ClientCertificateUnavailable => "Check EppTlsOptions.ClientCertificateProvider and the store or module that it uses.",
        EppConnectionError.ClientCertificateUnreadable => "Use a file that contains the certificate that was issued to you, in PEM form, which begins with -----BEGIN CERTIFICATE-----: openssl x509 -inform der converts the binary form, openssl pkcs7 -print_certs a .p7b. Load a .pfx or .p12 as PKCS#12.",
        EppConnectionError.ClientKeyMissing => "Also provide the private key that the certificate was requested with: the certificate alone is not sufficient.",
        EppConnectionError.ClientKeyUnreadable => "Use an RSA or ECDSA key in PKCS#8, PKCS#1 or SEC 1 form: openssl pkey converts other forms.",
        EppConnectionError.ClientKeyPasswordMissing => "Provide the password that the key was encrypted with.",
        EppConnectionError.ClientKeyPasswordWrong => "Check the password: openssl pkey -noout -in with the key file, or openssl pkcs12 -noout -in with a .pfx, asks for it and reports whether it is correct.",
        EppConnectionError.ClientKeyInOldEncryption => "Convert the key: openssl pkcs8 -topk8 -in old.pem -out new.pem asks for its password and for that of the new file.",
        EppConnectionError.ClientKeyForAnotherCertificate => "Use the key that the certificate was requested with: if they belong together, openssl x509 -pubkey -noout -in with the certificate prints the same as openssl pkey -pubout -in with the key.",
        EppConnectionError.ClientCertificateMissing => "Set EppTlsOptions.ClientCertificate to the certificate that the registry knows.",
        EppConnectionError.ClientCertificateRefused => "Check that the registry knows the certificate in EppTlsOptions.ClientCertificate, that it has not expired, and that the certificates between it and its root are included.",
        EppConnectionError.HandshakeRefused => "Ask the registry what it requires of TLS clients; EppTlsOptions.Configure sets what has no option.",
        EppConnectionError.HandshakeFailed => "Check EppOptions.Port, EppTlsOptions.ClientCertificate, and the devices between this machine and the registry.",
        EppConnectionError.ClosedBeforeGreeting => "Common causes: this address is not on the registry's list of allowed addresses; the session limit is reached (EppPoolOptions.MaxSessions); the client certificate is missing or not accepted (EppTlsOptions.ClientCertificate).",
        _ => null,
    };

    private static string? Speaking(EppConnectionError error) => error switch
    {
        EppConnectionError.PlainTcpToTlsPort => "Connect with TLS.",
        EppConnectionError.TlsInsteadOfEpp => "The tunnel or device that terminates TLS must connect to a port without TLS, or be removed.",
        EppConnectionError.TlsAlertReadAsLength => "The tunnel or device that terminates TLS forwarded a TLS alert as data: look for the cause there.",
        EppConnectionError.HttpServer or EppConnectionError.SshServer => "Check EppOptions.Host and EppOptions.Port.",
        EppConnectionError.UnframedXml => "Check EppOptions.Port; a gateway in between may remove the frame headers.",
        EppConnectionError.UnframedText => $"Do what the text says. Check {AllowedAddresses}, and EppOptions.Host and EppOptions.Port.",
        EppConnectionError.NotFramed => "Check EppOptions.Host and EppOptions.Port.",
        EppConnectionError.FrameTooLarge => "Raise EppFrameOptions.MaxIncomingBytes if the registry has messages of that size.",
        EppConnectionError.OutOfStep => "Report it to the registry: an earlier message was longer or shorter than its length header says.",
        EppConnectionError.NotEpp => "Check EppOptions.Host and EppOptions.Port.",
        EppConnectionError.WrongNamespace => "If the registry has its own namespaces, map them in EppProfile.Namespaces.",
        EppConnectionError.UnsupportedVersion => "Ask the registry for a server that supports EPP 1.0.",
        EppConnectionError.InvalidMessage => "Report it to the registry; the message says what is wrong and where.",
        EppConnectionError.UnexpectedMessage => "Report it to the registry, with both transaction ids.",
        EppConnectionError.ClosedByRegistry => "Compare the limits of EppProfile with those that the registry documents: idle time, session lifetime, commands and errors per session.",
        EppConnectionError.ClosedInsideFrame => "If it recurs, report it to the registry.",
        EppConnectionError.ConnectionLost => "If it recurs, look for firewalls that drop idle connections, and lower EppPoolOptions.KeepAliveInterval.",
        EppConnectionError.SessionEnded => "The pool opens another session for the next command.",
        _ => null,
    };
}
