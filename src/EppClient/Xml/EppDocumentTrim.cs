namespace EppClient.Xml;

/// <summary>
/// Drops what servers put around a document although XML forbids it: byte order marks before blanks, blanks and NULs before
/// the XML declaration or behind the root element.
/// </summary>
internal static class EppDocumentTrim
{
    private static ReadOnlySpan<byte> Utf8ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> document)
    {
        var span = document.Span;
        if (IsWide(span))
        {
            // In these encodings a NUL is part of a character.
            return document;
        }

        var start = StartOf(span);
        var end = span.Length;
        while (end > start && IsFiller(span[end - 1]))
        {
            end--;
        }

        return document[start..end];
    }

    /// <summary>The start of the document in the received bytes.</summary>
    /// <param name="document">The received bytes.</param>
    public static int StartOf(ReadOnlySpan<byte> document)
    {
        if (IsWide(document))
        {
            return 0;
        }

        for (var start = 0; ;)
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
                return start;
            }
        }
    }

    private static bool IsFiller(byte octet) => octet is 0 or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private static bool IsWide(ReadOnlySpan<byte> document) =>
        document is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] or [0, (byte)'<', 0, ..] or [0, 0, 0, (byte)'<', ..] or [0, 0, 0xFE, 0xFF, ..];
}
