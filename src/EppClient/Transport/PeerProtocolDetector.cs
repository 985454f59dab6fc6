using System.Buffers;
using System.Text;

namespace EppClient.Transport;

/// <summary>Recognizes, by its first bytes, a peer that is not an EPP server or not a TLS server.</summary>
internal static class PeerProtocolDetector
{
    public static Diagnosis? Recognize(ReadOnlySpan<byte> start) => start switch
    {
        _ when IsTlsAlert(start) => new(EppConnectionError.PlainTcpToTlsPort, "The peer responded with a TLS alert: plain TCP was used with a TLS port."),
        [0x14 or 0x16 or 0x17, 0x03, <= 0x04, ..] => new(EppConnectionError.TlsInsteadOfEpp, "The peer speaks TLS where plain EPP frames were expected."),
        _ when start.StartsWith("HTTP"u8) => new(EppConnectionError.HttpServer, $"The peer is an HTTP server: a web server or a proxy responds on this port: {PeerText.Quote(start)}."),
        _ when start.StartsWith("SSH-"u8) => new(EppConnectionError.SshServer, "The peer is an SSH server."),
        _ when IsXml(start) => new(EppConnectionError.UnframedXml, "The peer sends XML without the length that RFC 5734, section 4 puts before each message."),
        _ when IsText(start) => new(EppConnectionError.UnframedText, $"The peer sends plain text where the greeting was expected: {PeerText.Quote(start)}."),
        _ => null,
    };

    /// <summary>Whether the bytes are a TLS alert record. Read as a length, its first bytes are about 350 million.</summary>
    public static bool IsTlsAlert(ReadOnlySpan<byte> start) => start is [0x15, 0x03, <= 0x04, ..];

    /// <summary>Whether the bytes begin an EPP frame: a small length, then XML.</summary>
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

/// <summary>What was recognized, and which kind of error it is.</summary>
/// <param name="Error">The kind of error.</param>
/// <param name="What">A description, as a sentence.</param>
internal readonly record struct Diagnosis(EppConnectionError Error, string What)
{
    /// <summary>The description and the remedy.</summary>
    public string Text => $"{What} {Error.Remedy()}";
}

/// <summary>Formats data of an unknown peer for a message: one line, printable, short.</summary>
internal static class PeerText
{
    public const int MaxLength = 120;

    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n\0"u8);

    /// <summary>Returns the first line that is not blank, in quotes.</summary>
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
