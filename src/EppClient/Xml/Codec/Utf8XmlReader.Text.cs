using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;

namespace EppClient.Xml.Codec;

/// <content>Reads characters: text, CDATA sections, references.</content>
internal sealed partial class Utf8XmlReader
{
    private byte[] _scratch = new byte[256];
    private int _scratchLength;

    /// <summary>Reads the text of the current element, and moves to the next node.</summary>
    /// <param name="likely">A text in ASCII that is returned if the element has the same text.</param>
    /// <exception cref="XmlException">The element contains elements, or the document is not well-formed.</exception>
    public string ReadElementText(string? likely = null)
    {
        var text = ReadTextToEnd(likely);
        Read();
        return text;
    }

    /// <summary>Reads the text of the current element, and moves to its end tag, where its prefixes can still be resolved.</summary>
    /// <param name="likely">A text in ASCII that is returned if the element has the same text.</param>
    /// <exception cref="XmlException">The element contains elements, or the document is not well-formed.</exception>
    public string ReadTextToEnd(string? likely = null)
    {
        if (IsEmptyElement)
        {
            return string.Empty;
        }

        var text = ReadText(likely);
        ReadEndTag();
        return text;
    }

    /// <summary>Reads all characters up to the end tag.</summary>
    private string ReadText(string? likely)
    {
        var length = Rest(_position).IndexOfAny(XmlBytes.InText);
        if (length >= 0 && At(_position + length) == '<' && At(_position + length + 1) == '/')
        {
            var start = _position;
            _position += length;
            return likely is not null && Ascii.Equals(_document.AsSpan(start, length), likely) ? likely : Encoding.UTF8.GetString(_document, start, length);
        }

        _scratchLength = 0;
        while (true)
        {
            if (At(_position) != '<')
            {
                if (_position >= _end)
                {
                    throw Truncated();
                }

                ScanText(keep: true);
                continue;
            }

            switch (At(_position + 1))
            {
                case (byte)'/':
                    return Encoding.UTF8.GetString(_scratch, 0, _scratchLength);
                case (byte)'?':
                    PassInstruction();
                    break;
                case (byte)'!' when Has(CommentStart):
                    PassComment();
                    break;
                case (byte)'!' when Has(CharacterDataStart):
                    KeepLines(PassCharacterData());
                    break;
                default:
                    throw Fault(_position, "An element with a text type contains no elements", "an element, or a '<' that does not begin one");
            }
        }
    }

    /// <summary>The current text, unchanged; null for white space, and for other nodes.</summary>
    public string? StrayText => Node == XmlNodeKind.Text && _document.AsSpan(_textStart, _position - _textStart).IndexOfAnyExcept(XmlBytes.Blank) >= 0
        ? Encoding.UTF8.GetString(_document, _textStart, _position - _textStart)
        : null;

    private void PassText() => ScanText(keep: false);

    /// <summary>Moves to the next tag, and checks the text before it.</summary>
    private void ScanText(bool keep)
    {
        while (true)
        {
            var length = Rest(_position).IndexOfAny(XmlBytes.InText);
            length = length < 0 ? _end - _position : length;
            if (keep)
            {
                Keep(Rest(_position)[..length]);
            }

            _position += length;
            switch (At(_position))
            {
                case (byte)'&':
                    ReadReference(ref _position, keep);
                    break;
                case (byte)']' when Rest(_position).StartsWith("]]>"u8):
                    throw Fault(_position, "Text does not hold ']]>'", "the end of a CDATA section that has not begun");
                case (byte)']':
                    KeepOne((byte)']', keep);
                    _position++;
                    break;
                case (byte)'\r':
                    KeepOne((byte)'\n', keep);
                    _position += At(_position + 1) == '\n' ? 2 : 1;
                    break;
                default:
                    return;
            }
        }
    }

    /// <summary>Skips a CDATA section.</summary>
    /// <returns>The content of the section.</returns>
    private ReadOnlySpan<byte> PassCharacterData()
    {
        var start = _position + CharacterDataStart.Length;
        var length = Rest(start).IndexOf("]]>"u8);
        if (length < 0)
        {
            throw Fault(_position, "A CDATA section ends with ']]>'", "a CDATA section without an end");
        }

        _position = start + length + 3;
        return _document.AsSpan(start, length);
    }

    /// <summary>Decodes the value of an attribute: references are replaced, and each white space character becomes a space.</summary>
    private string DecodeAttribute(int start, int length)
    {
        _scratchLength = 0;
        var end = start + length;
        var position = start;
        while (position < end)
        {
            var plain = _document.AsSpan(position, end - position).IndexOfAny(XmlBytes.InAttribute);
            plain = plain < 0 ? end - position : plain;
            Keep(_document.AsSpan(position, plain));
            position += plain;
            if (position == end)
            {
                break;
            }

            switch (At(position))
            {
                case (byte)'<':
                    throw Fault(position, "'<' in the value of an attribute is written as '&lt;'", "a '<' in the value of an attribute");
                case (byte)'&':
                    ReadReference(ref position, keep: true);
                    break;
                case (byte)'\r' when position + 1 < end && At(position + 1) == '\n':
                    KeepOne((byte)' ', keep: true);
                    position += 2;
                    break;
                default:
                    KeepOne((byte)' ', keep: true);
                    position++;
                    break;
            }
        }

        return Encoding.UTF8.GetString(_scratch, 0, _scratchLength);
    }

    private void ReadReference(ref int position, bool keep)
    {
        var rest = Rest(position);
        var length = rest[..Math.Min(rest.Length, 64)].IndexOf((byte)';');
        if (length < 0)
        {
            // The digits can have any number of leading zeros.
            length = rest.StartsWith("&#"u8) ? rest.IndexOf((byte)';') : -1;
        }

        var name = length > 0 ? rest[1..length] : throw Fault(position, "'&' in text is written as '&amp;'; references end with ';'", "a '&' that does not begin a reference");
        var rune = name switch
        {
            _ when name.SequenceEqual("lt"u8) => new Rune('<'),
            _ when name.SequenceEqual("gt"u8) => new Rune('>'),
            _ when name.SequenceEqual("amp"u8) => new Rune('&'),
            _ when name.SequenceEqual("quot"u8) => new Rune('"'),
            _ when name.SequenceEqual("apos"u8) => new Rune('\''),
            [(byte)'#', ..] => Character(name[1..], position),
            _ => throw UnknownReference(name, position),
        };
        position += length + 1;
        if (keep)
        {
            Reserve(4);
            _scratchLength += rune.EncodeToUtf8(_scratch.AsSpan(_scratchLength));
        }
    }

    private Rune Character(ReadOnlySpan<byte> digits, int position)
    {
        var isHex = digits is [(byte)'x', ..];
        var number = (isHex ? digits[1..] : digits).TrimStart((byte)'0');
        var isNumber = digits.Length > (isHex ? 1 : 0) && number.Length <= 8;
        uint code = 0;
        isNumber = isNumber && (number.IsEmpty || uint.TryParse(number, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out code));
        return isNumber && Rune.TryCreate(code, out var rune) && IsCharacter(code) ? rune : throw NoCharacter(digits, position);
    }

    /// <summary>The fault of an unknown entity. Only the entities of HTML are named: any other name may be text after an unescaped '&amp;'.</summary>
    private XmlFaultException UnknownReference(ReadOnlySpan<byte> name, int position)
    {
        var reference = $"&{Encoding.UTF8.GetString(name)};";
        return WebUtility.HtmlDecode(reference) != reference
            ? Fault(position, "XML defines the entities lt, gt, amp, quot and apos", "a reference to HTML's entity", XmlFaultException.Shown(name))
            : Fault(position, "'&' in text is written as '&amp;'; XML defines the entities lt, gt, amp, quot and apos", "a '&' that does not begin a reference");
    }

    private XmlFaultException NoCharacter(ReadOnlySpan<byte> digits, int position)
    {
        var isHex = digits is [(byte)'x', ..];
        var number = (isHex ? digits[1..] : digits).TrimStart((byte)'0');
        return number.Length is > 0 and <= 8 && uint.TryParse(number, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? Fault(
                position,
                "XML does not allow this character, not even as a reference",
                string.Create(CultureInfo.InvariantCulture, $"a reference to the {(code < 0x20 ? "control character" : "code point")} U+{code:X4}"))
            : Fault(position, "References to characters are numbers", "an invalid character reference");
    }

    private static bool IsCharacter(uint code) => code is >= 0x20 and not (0xFFFE or 0xFFFF) or '\t' or '\n' or '\r';

    private void KeepLines(ReadOnlySpan<byte> text)
    {
        while (text.IndexOf((byte)'\r') is >= 0 and var end)
        {
            Keep(text[..end]);
            KeepOne((byte)'\n', keep: true);
            text = text[(end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1)..];
        }

        Keep(text);
    }

    private void Keep(ReadOnlySpan<byte> text)
    {
        Reserve(text.Length);
        text.CopyTo(_scratch.AsSpan(_scratchLength));
        _scratchLength += text.Length;
    }

    private void KeepOne(byte byteValue, bool keep)
    {
        if (keep)
        {
            Reserve(1);
            _scratch[_scratchLength++] = byteValue;
        }
    }

    private void Reserve(int count)
    {
        if (_scratch.Length - _scratchLength < count)
        {
            Array.Resize(ref _scratch, Math.Max(_scratch.Length * 2, _scratchLength + count));
        }
    }
}
