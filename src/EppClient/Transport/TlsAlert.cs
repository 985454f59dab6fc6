using System.Globalization;
using System.Text.RegularExpressions;

namespace EppClient.Transport;

/// <summary>Explains the alert with which a server ends a handshake (RFC 8446, section 6).</summary>
internal static partial class TlsAlert
{
    public const byte Record = 0x15;

    private const int OpenSslAlertBase = 1000;

    /// <summary>
    /// Gets the alert from an exception of the TLS stack. TLS 1.3 sends alerts about client certificates encrypted, after the client has completed the
    /// handshake. OpenSSL adds 1000 to the number of an alert and prints it in hexadecimal; other stacks do not report it.
    /// </summary>
    public static byte? In(Exception? exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (OpenSslError.Match(cause.Message) is { Success: true } match
                && int.Parse(match.ValueSpan[^3..], NumberStyles.HexNumber, CultureInfo.InvariantCulture) - OpenSslAlertBase is >= 0 and <= byte.MaxValue and var alert)
            {
                return (byte)alert;
            }
        }

        return null;
    }

    /// <summary>Explains an alert.</summary>
    /// <param name="alert">The description code of the alert.</param>
    /// <param name="hasServerHello">Whether the server had agreed on version and cipher before.</param>
    /// <param name="clientCertificate">A description of the client certificate that was offered; null for none.</param>
    public static Diagnosis Explain(byte alert, bool hasServerHello, string? clientCertificate)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"alert {alert} ({Name(alert)})");
        return alert switch
        {
            70 => new(EppConnectionError.NoCommonTlsVersion, $"The peer refused the handshake with {name}: the two sides have no version of TLS in common."),
            40 when !hasServerHello => new(EppConnectionError.NoCommonCipher, $"The peer refused the handshake with {name}: the two sides have no cipher in common."),
            71 => new(EppConnectionError.NoCommonCipher, $"The peer refused the handshake with {name}: it considers the client's ciphers too weak."),
            112 => new(EppConnectionError.ServerNameUnknown, $"The peer refused the handshake with {name}."),
            // After its hello, a server can only refuse the certificate.
            40 or (>= 42 and <= 46) or 48 or 49 or 116 => AboutClientCertificate(name, clientCertificate),
            _ => new(EppConnectionError.HandshakeRefused, $"The peer refused the handshake with {name}."),
        };
    }

    private static Diagnosis AboutClientCertificate(string name, string? clientCertificate) => clientCertificate is null
        ? new(EppConnectionError.ClientCertificateMissing, $"The peer refused the handshake with {name}: it requires a client certificate, and none is configured.")
        : new(EppConnectionError.ClientCertificateRefused, $"The peer refused our client certificate with {name}. It was shown {clientCertificate}.");

    private static string Name(byte alert) => alert switch
    {
        40 => "handshake_failure",
        42 => "bad_certificate",
        43 => "unsupported_certificate",
        44 => "certificate_revoked",
        45 => "certificate_expired",
        46 => "certificate_unknown",
        48 => "unknown_ca: it does not know the authority, or an intermediate certificate is missing",
        49 => "access_denied: the certificate is valid, but not allowed",
        70 => "protocol_version",
        71 => "insufficient_security",
        80 => "internal_error",
        112 => "unrecognized_name",
        116 => "certificate_required",
        _ => "see RFC 8446, section 6",
    };

    // Library 20 (TLS), then the reason: error:0A00045C is alert 116.
    [GeneratedRegex("error:0A000[0-9A-Fa-f]{3}(?=:)")]
    private static partial Regex OpenSslError { get; }
}
