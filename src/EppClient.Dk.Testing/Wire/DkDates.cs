using System.Buffers;

namespace EppClient.Dk.Testing.Wire;

/// <summary>Writes dates as the registry does, with one decimal of the second: <c>2026-11-23T10:00:00.0Z</c>.</summary>
internal static class DkDates
{
    // The Z of a date without a fraction follows after this many bytes.
    private const int Length = 19;

    private static ReadOnlySpan<byte> Form => "0000-00-00T00:00:00"u8;

    private static ReadOnlySpan<byte> Fraction => ".0"u8;

    // The client's transaction id is returned unchanged.
    private static ReadOnlySpan<byte> Identifier => "clTRID>"u8;

    public static ReadOnlyMemory<byte> WithFraction(ReadOnlyMemory<byte> document)
    {
        var bytes = document.Span;
        ArrayBufferWriter<byte>? output = null;
        var (copied, from) = (0, 0);
        while (bytes[from..].IndexOf((byte)'Z') is >= 0 and var next)
        {
            var at = from + next;
            from = at + 1;
            if (IsDate(bytes[..at]))
            {
                output ??= new ArrayBufferWriter<byte>(bytes.Length + 64);
                output.Write(bytes[copied..at]);
                output.Write(Fraction);
                copied = at;
            }
        }

        if (output is null)
        {
            return document;
        }

        output.Write(bytes[copied..]);
        return output.WrittenMemory;
    }

    private static bool IsDate(ReadOnlySpan<byte> before)
    {
        // The element or attribute contains only the date.
        if (before.Length <= Length || before[^(Length + 1)] is not ((byte)'>' or (byte)'"') || before[..^Length].EndsWith(Identifier))
        {
            return false;
        }

        var date = before[^Length..];
        for (var i = 0; i < Length; i++)
        {
            if (Form[i] == (byte)'0' ? !char.IsAsciiDigit((char)date[i]) : date[i] != Form[i])
            {
                return false;
            }
        }

        return true;
    }
}
