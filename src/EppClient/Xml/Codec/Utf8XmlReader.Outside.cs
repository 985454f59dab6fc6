using System.Text;

namespace EppClient.Xml.Codec;

/// <content>What stands around the root element and between its parts without being content: the declaration, comments, instructions.</content>
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
                return _hasRoot ? false : throw Fault(_position, "The root element is missing.");
            }

            if (At(_position) != '<')
            {
                throw Fault(_position, "There is text outside of the root element.");
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
                    throw Fault(_position, "A document type declaration is not allowed.");
                case var _ when _hasRoot:
                    throw Fault(_position, "There is a second root element.");
                default:
                    _hasRoot = true;
                    ReadStartTag();
                    return true;
            }
        }
    }

    /// <summary>Passes over the XML declaration, where there is one: its parts have a fixed order.</summary>
    private void PassDeclaration()
    {
        if (!Has("<?xml"u8) || !XmlOctets.IsBlank(At(_position + 5)))
        {
            return;
        }

        var position = _position + 5;
        if (Pseudo(ref position, "version"u8) is not "1.0")
        {
            throw Fault(position, "The XML declaration has no version, or one other than 1.0.");
        }

        // A document of another encoding was brought into this one before, without its declaration.
        if (Pseudo(ref position, "encoding"u8) is { } encoding && !encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            throw Fault(position, "The XML declaration names an encoding that is none.");
        }

        if (Pseudo(ref position, "standalone"u8) is not (null or "yes" or "no"))
        {
            throw Fault(position, "The XML declaration is neither standalone nor not.");
        }

        position = PassBlanks(position);
        if (!Rest(position).StartsWith("?>"u8))
        {
            throw Fault(position, "The XML declaration has parts that are not known, or does not end.");
        }

        _position = position + 2;
    }

    private string? Pseudo(ref int position, ReadOnlySpan<byte> name)
    {
        var next = PassBlanks(position);
        if (next == position || !Rest(next).StartsWith(name))
        {
            return null;
        }

        next = PassBlanks(next + name.Length);
        if (At(next) != '=')
        {
            throw Fault(next, "A part of the XML declaration has no value.");
        }

        next = PassBlanks(next + 1);
        var quote = At(next);
        var length = quote is (byte)'"' or (byte)'\'' ? Rest(next + 1).IndexOf(quote) : -1;
        if (length < 0)
        {
            throw Fault(next, "A part of the XML declaration has no value in quotes.");
        }

        position = next + 1 + length + 1;
        return Encoding.UTF8.GetString(_document, next + 1, length);
    }

    private void PassComment()
    {
        var position = _position + CommentStart.Length;
        var end = Rest(position).IndexOf("--"u8);
        if (end < 0 || At(position + end + 2) != '>')
        {
            throw Fault(position, "A comment holds two hyphens, or does not end.");
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
            throw Fault(position, "An XML declaration stands elsewhere than at the start, or a processing instruction bears its name.");
        }

        var close = Rest(end).IndexOf("?>"u8);
        if (close < 0 || (close > 0 && !XmlOctets.IsBlank(At(end))))
        {
            throw Fault(end, "A processing instruction is broken, or does not end.");
        }

        _position = end + close + 2;
    }
}
