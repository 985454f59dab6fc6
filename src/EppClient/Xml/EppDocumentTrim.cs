namespace EppClient.Xml;

/// <summary>
/// Drops what servers put around a document although XML forbids it: a byte order mark before blanks, blanks and NULs before
/// the XML declaration or behind the root element.
/// </summary>
internal static class EppDocumentTrim
{
    private static ReadOnlySpan<byte> Utf8ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> document)
    {
        var span = document.Span;
        if (IsUtf16(span))
        {
            // There a NUL is half of a character.
            return document;
        }

        var start = span.StartsWith(Utf8ByteOrderMark) ? Utf8ByteOrderMark.Length : 0;
        while (start < span.Length && IsFiller(span[start]))
        {
            start++;
        }

        var end = span.Length;
        while (end > start && IsFiller(span[end - 1]))
        {
            end--;
        }

        return document[start..end];
    }

    private static bool IsFiller(byte octet) => octet is 0 or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private static bool IsUtf16(ReadOnlySpan<byte> document) =>
        document is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] or [0, (byte)'<', 0, ..];
}
