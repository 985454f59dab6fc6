using System.Buffers;
using System.Text;

namespace EppClient.Transport;

/// <summary>Knows by their first octets the peers that are no EPP server, or no client of one.</summary>
internal static class PeerProtocolDetector
{
    public static Diagnosis? Recognise(ReadOnlySpan<byte> start) => start switch
    {
        _ when IsTlsAlert(start) => new(EppConnectionError.PlainTcpToTlsPort, "The peer answered with a TLS alert: plain TCP was spoken to a TLS port."),
        [0x14 or 0x16 or 0x17, 0x03, <= 0x04, ..] => new(EppConnectionError.TlsInsteadOfEpp, "The peer speaks TLS where plain EPP frames were expected."),
        _ when start.StartsWith("HTTP"u8) => new(EppConnectionError.HttpServer, $"The peer is an HTTP server: a web server or a proxy answers on this port: {PeerText.Quote(start)}."),
        _ when start.StartsWith("SSH-"u8) => new(EppConnectionError.SshServer, "The peer is an SSH server."),
        _ when IsXml(start) => new(EppConnectionError.UnframedXml, "The peer sends XML without the length that RFC 5734, section 4 puts before each message."),
        _ when IsText(start) => new(EppConnectionError.UnframedText, $"The peer sends plain text where the greeting was expected: {PeerText.Quote(start)}."),
        _ => null,
    };

    /// <summary>An alert record, whose first octets read as a length of some 350 million.</summary>
    public static bool IsTlsAlert(ReadOnlySpan<byte> start) => start is [0x15, 0x03, <= 0x04, ..];

    /// <summary>The first octets of an EPP frame: a small length, then XML.</summary>
    public static bool IsPlainEpp(ReadOnlySpan<byte> start) => start.Length > FrameHeader.Length && start[0] == 0 && IsXml(start[FrameHeader.Length..]);

    private static bool IsXml(ReadOnlySpan<byte> start)
    {
        start = start.TrimStart("\r\n\t "u8);
        return start.StartsWith("<"u8) || start.StartsWith("\uFEFF<"u8);
    }

    private static bool IsText(ReadOnlySpan<byte> start)
    {
        start = start.TrimStart("\r\n\t "u8);
        return start.Length >= FrameHeader.Length && !start[..FrameHeader.Length].ContainsAnyExceptInRange((byte)' ', (byte)'~');
    }
}

/// <summary>What was recognised, and of which kind it is.</summary>
/// <param name="Error">The kind.</param>
/// <param name="What">A sentence.</param>
internal readonly record struct Diagnosis(EppConnectionError Error, string What)
{
    /// <summary>The sentence, and what to do.</summary>
    public string Text => $"{What} {Error.Remedy()}";
}

/// <summary>Makes what an unknown peer sent fit for a message: one line, printable, short.</summary>
internal static class PeerText
{
    public const int MaxLength = 120;

    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n\0"u8);

    /// <summary>The first line that has something on it, between quotes.</summary>
    public static string Quote(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes.TrimStart("\r\n\t \0"u8);
        var end = bytes.IndexOfAny(LineEnds);
        var line = end < 0 ? bytes : bytes[..end];
        var isCut = line.Length > MaxLength;
        var text = Encoding.ASCII.GetString(isCut ? line[..MaxLength] : line);
        var cleaned = string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = char.IsControl(source[i]) ? '?' : source[i];
            }
        });
        return $"\"{cleaned}{(isCut ? "..." : string.Empty)}\"";
    }
}
