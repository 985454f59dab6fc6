namespace EppClient.Transport;

/// <summary>Why the TLS stack of this machine refused what the peer sent. OpenSSL tells it in words; other stacks do not.</summary>
internal static class TlsReason
{
    /// <summary>The exception at the bottom: .NET wraps what OpenSSL says twice.</summary>
    public static Exception Innermost(Exception exception)
    {
        while (exception.InnerException is { } inner)
        {
            exception = inner;
        }

        return exception;
    }

    /// <summary>What the words mean; null for those that are not known.</summary>
    public static Finding? Recognise(Exception exception)
    {
        var text = Innermost(exception).Message;
        return text switch
        {
            _ when Says(text, "unsafe legacy renegotiation disabled") => new(
                EppConnectionError.InsecureRenegotiation, "This machine's TLS refused the peer: it does not know secure renegotiation (RFC 5746): unsafe legacy renegotiation disabled."),
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

    // As in error:0A000152:SSL routines::unsafe legacy renegotiation disabled.
    private static bool Says(string text, string reason) =>
        text.Contains("SSL routines", StringComparison.Ordinal) && text.Contains(reason, StringComparison.Ordinal);

    private static string Reason(string text) => text[(text.LastIndexOf(':') + 1)..].Trim();
}
