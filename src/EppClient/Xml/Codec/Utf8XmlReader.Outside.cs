using System.Text;

namespace EppClient.Xml.Codec;

/// <content>Reads markup that is not content, around and inside the root element: the declaration, comments, processing instructions.</content>
internal sealed partial class Utf8XmlReader
{
    private static ReadOnlySpan<byte> CommentStart => "<!--"u8;

    private static ReadOnlySpan<byte> CharacterDataStart => "<![CDATA["u8;

    private bool ReadOutside()
    {
        if (_position == _start)
        {
            PassDeclaration();
        }

        while (true)
        {
            _position = PassBlanks(_position);
            if (_position >= _end)
            {
                Node = XmlNodeKind.None;
                return _hasRoot ? false : throw Fault(_position, "A document has a root element", "the end of the document before any element");
            }

            if (At(_position) != '<')
            {
                throw Fault(_position, "Text is inside the root element", _hasRoot ? "text after the root element" : "text where an element was expected");
            }

            switch (At(_position + 1))
            {
                case (byte)'?':
                    PassInstruction();
                    break;
                case (byte)'!' when Has(CommentStart):
                    PassComment();
                    break;
                case (byte)'!':
                    throw Fault(_position, "EPP does not allow document type declarations", "a document type declaration");
                case var _ when _hasRoot:
                    throw Fault(_position, "A document has one root element", "a second root element");
                default:
                    _hasRoot = true;
                    ReadStartTag();
                    return true;
            }
        }
    }

    /// <summary>Skips the XML declaration, if there is one. Its parts have a fixed order.</summary>
    private void PassDeclaration()
    {
        if (!Has("<?xml"u8) || !XmlBytes.IsBlank(At(_position + 5)))
        {
            return;
        }

        var position = _position + 5;
        if (!Pseudo(ref position, "version"u8, out var version) || !version.SequenceEqual("1.0"u8))
        {
            throw Fault(position, "The XML declaration names version 1.0", "an XML declaration with no version, or another one");
        }

        // The encoding was detected from the bytes, and the document was converted to UTF-8.
        Pseudo(ref position, "encoding"u8, out _);
        if (Pseudo(ref position, "standalone"u8, out var standalone) && !standalone.SequenceEqual("yes"u8) && !standalone.SequenceEqual("no"u8))
        {
            throw Fault(position, "The value of standalone is 'yes' or 'no'", "another value of standalone");
        }

        position = PassBlanks(position);
        if (!Rest(position).StartsWith("?>"u8))
        {
            throw Fault(position, "The XML declaration has version, encoding and standalone, in this order, and ends with '?>'", "an unexpected part of the XML declaration");
        }

        _position = position + 2;
    }

    private bool Pseudo(ref int position, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        value = default;
        var next = PassBlanks(position);
        if (next == position || !Rest(next).StartsWith(name))
        {
            return false;
        }

        next = PassBlanks(next + name.Length);
        if (At(next) != '=')
        {
            throw Fault(next, "Each part of the XML declaration has a value", "a part of the XML declaration without a value");
        }

        next = PassBlanks(next + 1);
        var quote = At(next);
        var length = quote is (byte)'"' or (byte)'\'' ? Rest(next + 1).IndexOf(quote) : -1;
        if (length < 0)
        {
            throw Fault(next, "The values in the XML declaration are quoted", "a value without quotes in the XML declaration");
        }

        position = next + 1 + length + 1;
        value = Rest(next + 1)[..length];
        return true;
    }

    private void PassComment()
    {
        var position = _position + CommentStart.Length;
        var end = Rest(position).IndexOf("--"u8);
        if (end < 0 || At(position + end + 2) != '>')
        {
            throw Fault(position, "A comment ends with '-->' and holds no other two hyphens", end < 0 ? "a comment without an end" : "two hyphens in a comment");
        }

        _position = position + end + 3;
    }

    private void PassInstruction()
    {
        var position = _position + 2;
        var end = PassName(position, allowColon: false, out _);
        var target = Encoding.UTF8.GetString(_document, position, end - position);
        if (target.Equals("xml", StringComparison.OrdinalIgnoreCase))
        {
            throw Fault(position, "The XML declaration is at the beginning of the document", "an XML declaration that is not at the beginning of the document");
        }

        var close = Rest(end).IndexOf("?>"u8);
        if (close < 0 || (close > 0 && !XmlBytes.IsBlank(At(end))))
        {
            throw Fault(end, "A processing instruction ends with '?>'", "a processing instruction without an end, or a broken one");
        }

        _position = end + close + 2;
    }
}
