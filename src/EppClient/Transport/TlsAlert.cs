using System.Globalization;

namespace EppClient.Transport;

/// <summary>Alerts that a server sends in the clear, before keys are agreed (RFC 8446, section 6).</summary>
internal static class TlsAlert
{
    private const byte AlertRecord = 0x15;

    /// <summary>The description in a first record that is an alert: type, version (2), length (2), level, description.</summary>
    public static byte? Read(ReadOnlySpan<byte> received) => received is [AlertRecord, 0x03, _, 0x00, 0x02, _, var description, ..] ? description : null;

    public static string Explain(byte alert, bool hasClientCertificate) => alert switch
    {
        40 => $"alert handshake_failure: the two sides have no TLS version and cipher in common, or it wants a client certificate. {ClientCertificate(hasClientCertificate)}",
        70 => "alert protocol_version: it supports neither TLS 1.2 nor what this machine's settings allow above it.",
        112 => "alert unrecognized_name: check EppOptions.Host and EppTlsOptions.ServerName.",
        // bad_certificate to unknown_ca, and certificate_required
        (>= 42 and <= 48) or 116 => $"alert {Number(alert)}, about certificates. {ClientCertificate(hasClientCertificate)}",
        _ => $"alert {Number(alert)}.",
    };

    public static string ClientCertificate(bool hasClientCertificate) => hasClientCertificate
        ? "It may not accept the certificate in EppTlsOptions.ClientCertificate: check that the registry knows it, that it has not expired and that its chain is complete."
        : "It may demand a client certificate: set EppTlsOptions.ClientCertificate.";

    private static string Number(byte alert) => alert.ToString(CultureInfo.InvariantCulture);
}
