namespace EppClient.Transport;

/// <summary>Why the TLS stack of this machine refused the peer. OpenSSL reports the reason as text; other stacks do not.</summary>
internal static class TlsReason
{
    /// <summary>The innermost exception: .NET wraps OpenSSL's error twice.</summary>
    public static Exception Innermost(Exception exception)
    {
        while (exception.InnerException is { } inner)
        {
            exception = inner;
        }

        return exception;
    }

    /// <summary>The diagnosis for a known text; null for other texts.</summary>
    public static Diagnosis? Recognize(Exception exception)
    {
        var text = Innermost(exception).Message;
        return text switch
        {
            _ when Says(text, "unsafe legacy renegotiation disabled") => new(
                EppConnectionError.InsecureRenegotiation, "This machine's TLS refused the peer: it does not support secure renegotiation (RFC 5746): unsafe legacy renegotiation disabled."),
            _ when Says(text, "dh key too small") || Says(text, "ee key too small") || Says(text, "ca key too small") || Says(text, "ca md too weak")
                || Says(text, "legacy sigalg disallowed") || Says(text, "wrong signature type") =>
                new(EppConnectionError.WeakServerKey, $"This machine's TLS refused what the peer offers as too weak: {Reason(text)}."),
            _ when Says(text, "unsupported protocol") || Says(text, "wrong ssl version") || Says(text, "no protocols available") =>
                new(EppConnectionError.NoCommonTlsVersion, $"The two sides have no version of TLS in common: {Reason(text)}."),
            _ when Says(text, "no ciphers available") || Says(text, "wrong cipher returned") || Says(text, "unknown cipher returned") =>
                new(EppConnectionError.NoCommonCipher, $"The two sides have no cipher in common: {Reason(text)}."),
            _ => null,
        };
    }

    // Such as error:0A000152:SSL routines::unsafe legacy renegotiation disabled.
    private static bool Says(string text, string reason) =>
        text.Contains("SSL routines", StringComparison.Ordinal) && text.Contains(reason, StringComparison.Ordinal);

    private static string Reason(string text) => text[(text.LastIndexOf(':') + 1)..].Trim();
}
