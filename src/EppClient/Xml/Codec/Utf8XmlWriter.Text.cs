using System.Buffers;
using System.Text;
using System.Text.Unicode;
using System.Xml;

namespace EppClient.Xml.Codec;

/// <content>Writes characters, and XML that is copied.</content>
internal sealed partial class Utf8XmlWriter
{
    private const string Controls = "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F";

    private static readonly SearchValues<char> InText = SearchValues.Create(Controls + "<>&\r");

    private static readonly SearchValues<char> InAttribute = SearchValues.Create(Controls + "<>&\"\t\n\r");

    /// <summary>Copies the remaining document of a reader unchanged.</summary>
    /// <param name="reader">A reader that is positioned before a document or fragment.</param>
    /// <exception cref="XmlException">The document is not well-formed.</exception>
    public void Copy(XmlReader reader)
    {
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    CopyStart(reader);
                    break;
                case XmlNodeType.EndElement:
                    FullEndElement();
                    break;
                case XmlNodeType.CDATA:
                    Markup("<![CDATA["u8, reader.Value, "]]>"u8);
                    break;
                case XmlNodeType.Comment:
                    Markup("<!--"u8, reader.Value, "-->"u8);
                    break;
                case XmlNodeType.ProcessingInstruction:
                    Markup("<?"u8, reader.Value.Length == 0 ? reader.Name : $"{reader.Name} {reader.Value}", "?>"u8);
                    break;
                default:
                    Text(reader.Value);
                    break;
            }
        }
    }

    private void CopyStart(XmlReader reader)
    {
        StartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        while (reader.MoveToNextAttribute())
        {
            Attribute(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
        }

        reader.MoveToElement();
        if (reader.IsEmptyElement)
        {
            EndElement();
        }
    }

    private void Markup(ReadOnlySpan<byte> before, string content, ReadOnlySpan<byte> behind)
    {
        EndTag();
        Bytes(before);
        Plain(content);
        Bytes(behind);
    }

    private void Escape(ReadOnlySpan<char> text, SearchValues<char> special)
    {
        while (true)
        {
            var plain = text.IndexOfAny(special);
            Plain(plain < 0 ? text : text[..plain]);
            if (plain < 0)
            {
                return;
            }

            Bytes(text[plain] switch
            {
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '&' => "&amp;"u8,
                '"' => "&quot;"u8,
                '\t' => "&#x9;"u8,
                '\n' => "&#xA;"u8,
                '\r' => "&#xD;"u8,
                _ => throw NoCharacter(),
            });
            text = text[(plain + 1)..];
        }
    }

    private void Plain(ReadOnlySpan<char> text)
    {
        Reserve(text.Length * 3);
        if (Ascii.FromUtf16(text, _document.AsSpan(_length), out var length) == OperationStatus.Done)
        {
            _length += length;
            return;
        }

        var status = Utf8.FromUtf16(text, _document.AsSpan(_length), out var read, out var written, replaceInvalidSequences: false);
        if (status != OperationStatus.Done || (written > read && text.IndexOfAny('\uFFFE', '\uFFFF') >= 0))
        {
            _document.AsSpan(_length, written).Clear();
            throw NoCharacter();
        }

        _length += written;
    }

    private static ArgumentException NoCharacter() => new("The text holds a character that XML does not allow.");

    private void Bytes(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_document.AsSpan(_length));
        _length += bytes.Length;
    }

    private void Byte(byte byteValue)
    {
        Reserve(1);
        _document[_length++] = byteValue;
    }

    private void Reserve(int count)
    {
        if (_document.Length - _length < count)
        {
            var larger = new byte[Math.Max(_document.Length * 2, _length + count)];
            Document.CopyTo(larger);
            _document.AsSpan(0, _length).Clear();
            _document = larger;
        }
    }
}
