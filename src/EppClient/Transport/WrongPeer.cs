using System.Buffers;
using System.Text;

namespace EppClient.Transport;

/// <summary>Knows by their first octets the peers that are no EPP server, or no client of one, and says what to do.</summary>
internal static class WrongPeer
{
    private const string CheckEndpoint = "Check EppOptions.Host and EppOptions.Port";

    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n\0"u8);

    public static string? Recognise(ReadOnlySpan<byte> start) => start switch
    {
        [0x15, 0x03, <= 0x04, ..] => "The peer answered with a TLS alert: plain TCP was spoken to a TLS port. Connect with TLS.",
        [0x14 or 0x16 or 0x17, 0x03, <= 0x04, ..] => "The peer speaks TLS where plain EPP frames were expected. Connect with TLS, or terminate it before this point.",
        _ when start.StartsWith("HTTP"u8) => $"The peer is an HTTP server: a web server or a proxy answers on this port. {CheckEndpoint}.",
        _ when start.StartsWith("SSH-"u8) => $"The peer is an SSH server. {CheckEndpoint}.",
        _ when IsXml(start) => "The peer sends XML without the length that RFC 5734, section 4 puts before each message. It is no EPP over TCP server, or a gateway strips the frames.",
        _ when IsText(start) => $"The peer sends plain text where the greeting was expected: \"{FirstLine(start)}\". Often this tells that the address is not on the registry's list of allowed addresses. {CheckEndpoint}.",
        _ => null,
    };

    /// <summary>The first octets of an EPP frame: a small length, then XML.</summary>
    public static bool IsPlainEpp(ReadOnlySpan<byte> start) => start.Length > FrameHeader.Length && start[0] == 0 && IsXml(start[FrameHeader.Length..]);

    private static bool IsXml(ReadOnlySpan<byte> start) => start.StartsWith("<"u8) || start.StartsWith("\uFEFF<"u8);

    private static bool IsText(ReadOnlySpan<byte> start) => start.Length >= FrameHeader.Length && !start[..FrameHeader.Length].ContainsAnyExceptInRange((byte)' ', (byte)'~');

    private static string FirstLine(ReadOnlySpan<byte> start)
    {
        var end = start.IndexOfAny(LineEnds);
        var line = Encoding.ASCII.GetString(end < 0 ? start : start[..end]);
        return string.Create(line.Length, line, static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = char.IsControl(source[i]) ? '?' : source[i];
            }
        });
    }
}
