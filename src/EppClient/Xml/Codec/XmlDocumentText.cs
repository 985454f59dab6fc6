using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using System.Xml;

namespace EppClient.Xml.Codec;

/// <summary>Brings a document into UTF-8, and refuses what no XML document can hold.</summary>
internal static class XmlDocumentText
{
    private static readonly XmlReaderSettings ReaderSettings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private static readonly XmlWriterSettings WriterSettings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
        OmitXmlDeclaration = true,
    };

    /// <summary>The document in UTF-8, in an array.</summary>
    /// <exception cref="XmlException">It holds characters that are none, or is in another encoding and broken.</exception>
    public static ArraySegment<byte> InUtf8(ReadOnlyMemory<byte> document)
    {
        if (IsOtherEncoding(document.Span))
        {
            return Transcode(document);
        }

        Check(document.Span);
        return InArray(document);
    }

    private static ArraySegment<byte> InArray(ReadOnlyMemory<byte> document) =>
        MemoryMarshal.TryGetArray(document, out var segment) ? segment : new ArraySegment<byte>(document.ToArray());

    private static void Check(ReadOnlySpan<byte> document)
    {
        if (document.IndexOfAny(XmlOctets.Forbidden) is >= 0 and var control)
        {
            throw XmlFault.At(document, control, "A control character is not allowed.");
        }

        if (Ascii.IsValid(document))
        {
            return;
        }

        if (!Utf8.IsValid(document))
        {
            throw XmlFault.At(document, FirstInvalid(document), "The octets are no UTF-8.");
        }

        foreach (var noCharacter in (ReadOnlySpan<string>)["\uFFFE", "\uFFFF"])
        {
            if (document.IndexOf(Encoding.UTF8.GetBytes(noCharacter)) is >= 0 and var offset)
            {
                throw XmlFault.At(document, offset, "U+FFFE and U+FFFF are no characters.");
            }
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> document)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(document[offset..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            offset += length;
        }

        return offset;
    }

    /// <summary>Whether the first octets, or the XML declaration, name another encoding than UTF-8.</summary>
    private static bool IsOtherEncoding(ReadOnlySpan<byte> document)
    {
        if (document is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] or [_, 0, ..] or [0, ..])
        {
            return true;
        }

        if (!document.StartsWith("<?xml"u8) || document.IndexOf("?>"u8) is not (> 0 and var end))
        {
            return false;
        }

        var declaration = document[..end];
        var name = declaration.IndexOf("encoding"u8);
        if (name < 0)
        {
            return false;
        }

        var quoted = declaration[(name + "encoding".Length)..];
        var open = quoted.IndexOfAny((byte)'"', (byte)'\'');
        if (open < 0)
        {
            return false;
        }

        var value = quoted[(open + 1)..];
        var close = value.IndexOf(quoted[open]);
        return close >= 0 && !Ascii.EqualsIgnoreCase(value[..close], "utf-8"u8);
    }

    private static ArraySegment<byte> Transcode(ReadOnlyMemory<byte> document)
    {
        using var reader = new ShallowXmlReader(XmlReader.Create(new MemoryStream(document.ToArray()), ReaderSettings));
        var output = new MemoryStream(document.Length);
        try
        {
            using var writer = XmlWriter.Create(output, WriterSettings);
            writer.WriteNode(reader, defattr: false);
        }
        catch (ArgumentException e)
        {
            // What System.Xml throws where a document declares the prefix xmlns.
            throw new XmlException("A namespace is declared by a prefix that must not.", e);
        }

        return new ArraySegment<byte>(output.GetBuffer(), 0, (int)output.Length);
    }
}
