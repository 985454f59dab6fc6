using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using System.Xml;

namespace EppClient.Xml.Codec;

/// <summary>
/// Converts a document to UTF-8, and rejects characters that XML does not allow. The bytes take precedence over the declared encoding: bytes that are valid
/// UTF-8 are read as UTF-8, and bytes that begin like UTF-16 or UTF-32 as that encoding. The declared encoding is used only for other bytes, and its common
/// misspellings are accepted.
/// </summary>
internal static class XmlDocumentText
{
    /// <summary>The document in UTF-8, in an array.</summary>
    /// <exception cref="XmlException">The document contains characters that XML does not allow, or its encoding is unknown or invalid.</exception>
    public static ArraySegment<byte> InUtf8(ReadOnlyMemory<byte> document)
    {
        if (WideEncodingOf(document.Span) is { } wide)
        {
            return Transcode(document.Span, wide);
        }

        if (!Ascii.IsValid(document.Span))
        {
            if (!Utf8.IsValid(document.Span))
            {
                return DeclaredEncoding(document.Span) is { } declared ? Transcode(document.Span, declared) : throw NotUtf8(document.Span);
            }

            CheckNoCharacters(document.Span);
        }

        CheckControls(document.Span);
        return InArray(document);
    }

    /// <summary>The document in UTF-8 as far as it can be converted: the text to which <see cref="XmlFaultException.Offset"/> refers.</summary>
    /// <param name="document">The document, which has a fault.</param>
    /// <param name="encoding">The encoding it was converted from; null if its bytes are unchanged.</param>
    public static ReadOnlyMemory<byte> OfBroken(ReadOnlyMemory<byte> document, out Encoding? encoding)
    {
        encoding = WideEncodingOf(document.Span) ?? (Utf8.IsValid(document.Span) ? null : DeclaredEncoding(document.Span));
        return encoding is null ? document : Encoding.UTF8.GetBytes(WithoutMark(encoding.GetString(document.Span)));
    }

    private static ArraySegment<byte> InArray(ReadOnlyMemory<byte> document) =>
        MemoryMarshal.TryGetArray(document, out var segment) ? segment : new ArraySegment<byte>(document.ToArray());

    private static void CheckControls(ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAny(XmlBytes.Forbidden) is >= 0 and var control)
        {
            throw new XmlFaultException(
                "XML does not allow this character, not even as a reference",
                string.Create(CultureInfo.InvariantCulture, $"a control character U+{text[control]:X4}"),
                control);
        }
    }

    private static void CheckNoCharacters(ReadOnlySpan<byte> text)
    {
        foreach (var noCharacter in (ReadOnlySpan<string>)["\uFFFE", "\uFFFF"])
        {
            if (text.IndexOf(Encoding.UTF8.GetBytes(noCharacter)) is >= 0 and var offset)
            {
                throw new XmlFaultException(
                    "U+FFFE and U+FFFF are not characters", string.Create(CultureInfo.InvariantCulture, $"the code point U+{(int)noCharacter[0]:X4}"), offset);
            }
        }
    }

    private static XmlFaultException NotUtf8(ReadOnlySpan<byte> document)
    {
        var offset = FirstInvalid(document);
        CheckControls(document[..offset]);
        var bytes = string.Create(CultureInfo.InvariantCulture, $"the byte 0x{document[offset]:X2}");
        return DeclaredName(document) is { Length: > 0 } name && !IsUtf8Name(name)
            ? new XmlFaultException("The encoding of a document is supported, or UTF-8", $"the encoding {XmlFaultException.Shown(Encoding.UTF8.GetBytes(name))} is unknown, and {bytes} is not UTF-8", offset)
            : new XmlFaultException("A document that declares no other encoding is in UTF-8", $"{bytes}, which is not UTF-8", offset);
    }

    private static int FirstInvalid(ReadOnlySpan<byte> document)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(document[offset..], out _, out var length) == OperationStatus.Done)
        {
            offset += length;
        }

        return offset;
    }

    /// <summary>UTF-16 or UTF-32, if the first bytes show it: a byte order mark, or NULs next to the first characters.</summary>
    private static Encoding? WideEncodingOf(ReadOnlySpan<byte> document) => document switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [(byte)'<', 0, 0, 0, ..] => new UTF32Encoding(bigEndian: false, byteOrderMark: true),
        [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, (byte)'<', ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
        [0xFE, 0xFF, ..] or [0, (byte)'<', ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
        _ => null,
    };

    /// <summary>The single-byte or multi-byte encoding that the document declares; null if it declares none, UTF-8, or an unknown one.</summary>
    private static Encoding? DeclaredEncoding(ReadOnlySpan<byte> document) =>
        DeclaredName(document) is { Length: > 0 } name && !IsUtf8Name(name) ? Known(name) : null;

    private static Encoding? Known(string name)
    {
        try
        {
            var encoding = Plain(name) switch
            {
                "latin1" or "iso88591" or "88591" => Encoding.Latin1,
                "ascii" or "usascii" => null,
                _ => Encoding.GetEncoding(name.Trim()),
            };

            // The bytes do not begin like these encodings.
            return encoding is UnicodeEncoding or UTF32Encoding or UTF8Encoding ? null : encoding;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool IsUtf8Name(string name) => Plain(name) is "utf8" or "unicode11utf8" or "xunicode20utf8";

    /// <summary>A name without common variations: case, hyphens, underscores, white space.</summary>
    private static string Plain(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    /// <summary>The encoding that the XML declaration names; null for none.</summary>
    private static string? DeclaredName(ReadOnlySpan<byte> document)
    {
        // A longer name after "&lt;?" is a processing instruction, not a declaration.
        if (!document.StartsWith("<?xml"u8) || document.Length < 6 || document[5] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') || document.IndexOf("?>"u8) is not (> 0 and var end))
        {
            return null;
        }

        var declaration = document[..end];
        var name = declaration.IndexOf("encoding"u8);
        if (name < 0)
        {
            return null;
        }

        var quoted = declaration[(name + "encoding".Length)..];
        var open = quoted.IndexOfAny((byte)'"', (byte)'\'');
        if (open < 0)
        {
            return null;
        }

        var value = quoted[(open + 1)..];
        var close = value.IndexOf(quoted[open]);
        return close < 0 ? null : Encoding.UTF8.GetString(value[..close]);
    }

    private static ArraySegment<byte> Transcode(ReadOnlySpan<byte> document, Encoding encoding)
    {
        string text;
        try
        {
            text = Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(document);
        }
        catch (DecoderFallbackException e)
        {
            var before = Math.Clamp(e.Index, 0, document.Length);
            throw new XmlFaultException(
                "Each byte of a document belongs to a character of its encoding", $"bytes that are not {encoding.WebName}", Encoding.UTF8.GetByteCount(WithoutMark(encoding.GetString(document[..before]))), innerException: e);
        }

        var utf8 = Encoding.UTF8.GetBytes(WithoutMark(text));
        CheckControls(utf8);
        CheckNoCharacters(utf8);
        return new ArraySegment<byte>(utf8);
    }

    private static string WithoutMark(string text) => text.StartsWith('\uFEFF') ? text[1..] : text;
}
