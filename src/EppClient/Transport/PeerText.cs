using System.Buffers;
using System.Text;

namespace EppClient.Transport;

/// <summary>Makes what an unknown peer sent fit for a message: one line, printable, short.</summary>
internal static class PeerText
{
    public const int MaxLength = 120;

    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n\0"u8);

    /// <summary>The first line that has something on it, between quotes.</summary>
    public static string Quote(ReadOnlySpan<byte> octets)
    {
        octets = octets.TrimStart("\r\n\t \0"u8);
        var end = octets.IndexOfAny(LineEnds);
        var line = end < 0 ? octets : octets[..end];
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
