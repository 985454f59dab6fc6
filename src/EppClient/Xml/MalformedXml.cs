using System.Text;
using System.Xml;
using EppClient.Xml.Codec;

namespace EppClient.Xml;

/// <summary>Describes the fault of a message that is not well-formed: the rule, the position, and what was found.</summary>
internal static class MalformedXml
{
    private const int MaxTitleLength = 80;

    /// <summary>The exception for a message that is not well-formed.</summary>
    /// <param name="cause">The exception of the reader.</param>
    /// <param name="message">The unchanged message.</param>
    /// <param name="dialect">The dialect of the message.</param>
    /// <param name="schemas">The schemas, which mark secret and personal elements.</param>
    public static EppProtocolException Error(XmlException cause, ReadOnlyMemory<byte> message, EppXmlDialect dialect, EppSchemaSet schemas) =>
        new(Describe(cause, message, dialect, schemas), message.ToArray());

    /// <summary>Finds the first fault of a message; null for none.</summary>
    /// <inheritdoc cref="Error" path="/param"/>
    public static EppXmlFault? Find(ReadOnlyMemory<byte> message, EppXmlDialect dialect, EppSchemaSet schemas)
    {
        try
        {
            using var reader = Utf8XmlReader.OfMessage(message);
            while (reader.Read())
            {
            }

            return null;
        }
        catch (XmlException e)
        {
            return Describe(e, message, dialect, schemas);
        }
    }

    /// <summary>
    /// The message in UTF-8 as far as it can be converted, and the length of its well-formed part. A character that XML does not allow is found before a
    /// malformed tag, even if it comes later.
    /// </summary>
    /// <param name="message">The unchanged message.</param>
    public static (ReadOnlyMemory<byte> Text, int WellFormed) TextOf(ReadOnlyMemory<byte> message)
    {
        var text = XmlDocumentText.OfBroken(EppDocumentTrim.Trim(message), out _);
        return (text, FirstFault(text));
    }

    /// <summary>The kind of a message that is not EPP, such as <c>an HTML page</c>; null if it may be EPP.</summary>
    /// <param name="message">The unchanged message.</param>
    public static string? KindOf(ReadOnlyMemory<byte> message) => DocumentKind(XmlDocumentText.OfBroken(EppDocumentTrim.Trim(message), out _).Span);

    private static EppXmlFault Describe(XmlException cause, ReadOnlyMemory<byte> message, EppXmlDialect dialect, EppSchemaSet schemas)
    {
        var source = EppDocumentTrim.Trim(message);
        var text = XmlDocumentText.OfBroken(source, out var encoding);
        var fault = cause as XmlFaultException;
        var offset = Math.Clamp(fault?.Offset ?? FirstFault(text), 0, text.Length);
        var excerpt = XmlExcerpt.Of(text, Math.Min(offset, FirstFault(text)), dialect, schemas);
        var before = text.Span[..offset];
        var leading = message.Span[..EppDocumentTrim.StartOf(message.Span)];
        var line = before.LastIndexOf((byte)'\n') + 1;
        return new EppXmlFault
        {
            Rule = fault?.Rule ?? "The rules of XML",
            LooksLike = DocumentKind(text.Span) ?? Found(fault, excerpt.IsMasked),
            Line = leading.Count((byte)'\n') + before.Count((byte)'\n') + 1,
            Column = Encoding.UTF8.GetCharCount(before[line..]) + 1 + (line == 0 ? leading[(leading.LastIndexOf((byte)'\n') + 1)..].CountAny((byte)' ', (byte)'\t', (byte)'\r') : 0),
            ByteOffset = leading.Length + OffsetInSource(source.Span, before, encoding),
            XmlPath = excerpt.Path,
            Excerpt = excerpt.ToString(),
            IsLimit = fault?.IsLimit ?? false,
        };
    }

    private static string Found(XmlFaultException? fault, bool isMasked) =>
        fault?.Found is not { } found ? "something other than XML" : fault.Name is null || isMasked ? found : $"{found} {fault.Name}";

    private static int OffsetInSource(ReadOnlySpan<byte> source, ReadOnlySpan<byte> before, Encoding? encoding)
    {
        if (encoding is null)
        {
            return before.Length;
        }

        var mark = encoding.GetPreamble() is { Length: > 0 } preamble && source.StartsWith(preamble) ? preamble.Length : 0;
        return mark + encoding.GetByteCount(Encoding.UTF8.GetString(before));
    }

    private static int FirstFault(ReadOnlyMemory<byte> text)
    {
        var copy = text.ToArray();
        var first = copy.Length;
        for (var i = 0; i < copy.Length;)
        {
            var isCharacter = Rune.DecodeFromUtf8(copy.AsSpan(i), out var rune, out var length) == System.Buffers.OperationStatus.Done
                && rune.Value is >= 0x20 and not (0xFFFE or 0xFFFF) or '\t' or '\n' or '\r';
            if (!isCharacter)
            {
                first = Math.Min(first, i);
                copy.AsSpan(i, length).Fill((byte)'?');
            }

            i += length;
        }

        try
        {
            using var reader = Utf8XmlReader.Of(copy);
            while (reader.Read())
            {
            }
        }
        catch (XmlFaultException e)
        {
            first = Math.Min(first, e.Offset);
        }
        catch (XmlException)
        {
            // The exception has no position, so no part counts as well-formed.
            first = 0;
        }

        return first;
    }

    /// <summary>The kind of a document that is not EPP; null if it may be EPP.</summary>
    private static string? DocumentKind(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return "an empty message";
        }

        var start = Encoding.UTF8.GetString(text[..Math.Min(text.Length, 1024)]).TrimStart();
        while (start.StartsWith("<?", StringComparison.Ordinal) || start.StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = start.IndexOf('>', StringComparison.Ordinal);
            start = end < 0 ? string.Empty : start[(end + 1)..].TrimStart();
        }

        return start switch
        {
            _ when Begins(start, "<!doctype html") || Begins(start, "<html") => $"an HTML page{Title(text)}",
            _ when Begins(start, "HTTP/1.") => "an HTTP response",
            _ when start.StartsWith('{') || start.StartsWith('[') => "JSON",
            ['\u001F', '\uFFFD', ..] => "compressed data (gzip)",
            _ when !start.Contains('<', StringComparison.Ordinal) && text.Length <= 1024 && start.Length > 0 && !start.Any(char.IsControl) => "plain text",
            _ => null,
        };
    }

    private static bool Begins(string text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    /// <summary>The title of a page, which often states the problem, for example that the service is unavailable.</summary>
    private static string Title(ReadOnlySpan<byte> text)
    {
        var page = Encoding.UTF8.GetString(text[..Math.Min(text.Length, 4096)]);
        var start = page.IndexOf("<title>", StringComparison.OrdinalIgnoreCase) + "<title>".Length;
        var end = start < "<title>".Length ? -1 : page.IndexOf('<', start);
        if (end < 0)
        {
            return string.Empty;
        }

        var title = EppWhiteSpaces.Normalize(page[start..Math.Min(end, start + MaxTitleLength)], EppWhiteSpace.Collapse);
        return title.Length == 0 || title.Any(c => char.IsControl(c) || c == '@') ? string.Empty : $" with the title \"{title}\"";
    }
}
