namespace EppClient.Xml;

/// <summary>
/// Removes data that servers send around a document although XML forbids it: blanks, NULs and byte order marks before the XML declaration or after the root
/// element, also in UTF-16 and UTF-32. The byte order mark of such a document stays if it is next to it.
/// </summary>
internal static class EppDocumentTrim
{
    private static ReadOnlySpan<byte> Utf8ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> document)
    {
        var (start, width) = Find(document.Span);
        return document[start..EndOf(document.Span, start, width)];
    }

    /// <summary>The start of the document in the received bytes.</summary>
    /// <param name="document">The received bytes.</param>
    public static int StartOf(ReadOnlySpan<byte> document) => Find(document).Start;

    /// <summary>The start of the document, and the number of bytes of its code units: 1, 2 in UTF-16, or 4 in UTF-32.</summary>
    private static (int Start, int Width) Find(ReadOnlySpan<byte> document)
    {
        // In each encoding, blanks and NULs consist of bytes that are blanks or NULs.
        var start = 0;
        while (true)
        {
            if (start < document.Length && IsFiller(document[start]))
            {
                start++;
            }
            else if (document[start..].StartsWith(Utf8ByteOrderMark))
            {
                start += Utf8ByteOrderMark.Length;
            }
            else
            {
                break;
            }
        }

        return WidthAt(document, start, out var isBigEndian) switch
        {
            1 => (start, 1),
            var width => (StartOfWide(document, start - FillersBefore(document[start], width, isBigEndian), width, isBigEndian), width),
        };
    }

    /// <summary>Determines the width of the code units from the first byte that is neither a blank nor a NUL, and those around it.</summary>
    private static int WidthAt(ReadOnlySpan<byte> document, int position, out bool isBigEndian)
    {
        var before = document[..position];
        var rest = document[position..];
        isBigEndian = true;
        switch (rest)
        {
            case [0xFE, 0xFF, ..]:
                // Two NULs before it belong to it only if the next character has two as well.
                return before is [.., 0, 0] && rest is [_, _] or [_, _, 0, 0, ..] ? 4 : 2;
            case [(byte)'<', 0, 0, 0, ..] when before is [.., 0, 0, 0] && position % 4 == 3:
                return 4;
            case [(byte)'<', 0, 0, 0, ..]:
                isBigEndian = false;
                return 4;
            case [(byte)'<', 0, ..]:
                // From the bytes before it alone, a NUL that ends a blank cannot be distinguished from one that begins this character.
                isBigEndian = before is [.., 0] && position % 2 == 1;
                return 2;
            case [0xFF, 0xFE, 0, 0] or [0xFF, 0xFE, 0, 0, _, _, 0, ..]:
                isBigEndian = false;
                return 4;
            case [0xFF, 0xFE, ..]:
                isBigEndian = false;
                return 2;
            default:
                return 1;
        }
    }

    /// <summary>The number of NULs of the first character that were counted as preceding data.</summary>
    private static int FillersBefore(byte first, int width, bool isBigEndian) => !isBigEndian ? 0 : first == '<' ? width - 1 : width - 2;

    private static int StartOfWide(ReadOnlySpan<byte> document, int first, int width, bool isBigEndian)
    {
        var (start, mark) = (first, -1);
        for (; document.Length - start >= width; start += width)
        {
            var unit = document.Slice(start, width);
            if (IsMark(unit, isBigEndian))
            {
                mark = start;
            }
            else if (IsFiller(unit))
            {
                mark = -1;
            }
            else
            {
                // Without its byte order mark, the text could not be distinguished from bytes of another encoding.
                return mark >= 0 ? mark : unit[isBigEndian ? width - 1 : 0] == '<' ? start : first;
            }
        }

        return first;
    }

    private static int EndOf(ReadOnlySpan<byte> document, int start, int width)
    {
        var end = document.Length;
        if (width > 1 && (end - start) % width is > 0 and var odd && IsFiller(document[^odd..]))
        {
            end -= odd;
        }

        while (true)
        {
            if (width > 1 ? end - start > width && IsFiller(document[(end - width)..end]) : end > start && IsFiller(document[end - 1]))
            {
                end -= width;
            }
            else if (width > 1 ? end - start > width && IsMark(document[(end - width)..end]) : document[start..end].EndsWith(Utf8ByteOrderMark))
            {
                end -= width > 1 ? width : Utf8ByteOrderMark.Length;
            }
            else
            {
                return end;
            }
        }
    }

    private static bool IsMark(ReadOnlySpan<byte> unit) => IsMark(unit, isBigEndian: true) || IsMark(unit, isBigEndian: false);

    private static bool IsMark(ReadOnlySpan<byte> unit, bool isBigEndian) =>
        isBigEndian ? unit is [0xFE, 0xFF] or [0, 0, 0xFE, 0xFF] : unit is [0xFF, 0xFE] or [0xFF, 0xFE, 0, 0];

    private static bool IsFiller(ReadOnlySpan<byte> unit)
    {
        foreach (var value in unit)
        {
            if (!IsFiller(value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsFiller(byte value) => value is 0 or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
