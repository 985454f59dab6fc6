using System.Text;

namespace EppClient.Tests.Xml.Codec;

/// <summary>Mutates documents at random, preferably where parsers often fail.</summary>
internal sealed class XmlMutator(int seed)
{
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "<", ">", "/>", "</", "<a>", "</a>", "<a/>", "<a:b>", "&", ";", "&lt;", "&gt;", "&amp;", "&quot;", "&apos;", "&#65;", "&#x41;", "&#0;", "&#x0;", "&#xD800;", "&#xFFFE;",
            "&#x10FFFF;", "&#x110000;", "&#0000065;", "&#xD;", "&#10;", "&#;", "&#x;", "&nbsp;", "& ", "]]>", "]]", "]", "<![CDATA[", "<![CDATA[x]]>", "<!--", "-->", "--", "<!-- x -->", "<!---->", "<!--->",
            "<?", "?>", "<?x?>", "<?x y?>", "<?xml?>", "<?XML x?>", "<?a:b?>", "<?xml version=\"1.0\"?>", "<?xml version='1.0' encoding='utf-8'?>", "<!DOCTYPE a>", "<!", "\"", "'", "=", " ", "\t", "\n", "\r", "\r\n",
            "xmlns", "xmlns=\"\"", " xmlns=\"u\"", " xmlns:p=\"u\"", " xmlns:p=\"\"", " xmlns:xml=\"http://www.w3.org/XML/1998/namespace\"", " xmlns:q=\"http://www.w3.org/XML/1998/namespace\"",
            " xmlns:xmlns=\"u\"", " xmlns:q=\"http://www.w3.org/2000/xmlns/\"", " xml:lang=\"da\"", " a=\"1\"", " a='1'", " p:a=\"1\"", " a=1", " a", " a=\"<\"", " a=\"&\"", " a=\"\r\n\t\"", ":", "a:", ":a", "a:b:c", "p:",
            "xml:", "xmlns:", "é", "Ω", "😀", "\uFFFE", "\uFFFF", "\u00D7", "\u0000", "\u0001", "\u000B", "\u0085", "\u2028", "\u007F", "\uFEFF", "-", ".", "1",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF],
        [0xC0, 0x80],
        [0xED, 0xA0, 0x80],
        [0xF4, 0x90, 0x80, 0x80],
        [0xE2, 0x82],
        [0x80],
    ];

    private readonly Random _random = new(seed);

    /// <summary>Returns the document with one to four mutations.</summary>
    public byte[] Mutate(byte[] document)
    {
        var changed = document.ToList();
        for (var count = _random.Next(1, 5); count > 0; count--)
        {
            Change(changed);
        }

        return [.. changed];
    }

    private void Change(List<byte> document)
    {
        var at = _random.Next(document.Count + 1);
        var length = Math.Min(_random.Next(1, 12), document.Count - at);
        switch (_random.Next(7))
        {
            case 0:
                document.RemoveRange(at, length);
                break;
            case 1 when length > 0:
                document[at] = (byte)_random.Next(256);
                break;
            case 2:
                document.InsertRange(_random.Next(document.Count + 1), document.GetRange(at, length));
                break;
            case 3 when _random.Next(8) == 0:
                document.RemoveRange(at, document.Count - at);
                break;
            case 4 when length > 0 && document.IndexOf((byte)'<', at) is >= 0 and var tag:
                document.InsertRange(Math.Min(tag + 1 + _random.Next(2), document.Count), Tokens[_random.Next(Tokens.Length)]);
                break;
            default:
                document.InsertRange(at, Tokens[_random.Next(Tokens.Length)]);
                break;
        }
    }
}
