using System.Text;
using System.Xml;

namespace EppClient.Testing.Protocol;

/// <summary>Makes what a client sent fit for an answer: clients send anything, and the writer of answers is strict.</summary>
internal static class PeerText
{
    private const int ShortestId = 3;
    private const int LongestId = 64;

    /// <summary>Why a text is no transaction id (RFC 5730, epp:trIDStringType); null where it is one.</summary>
    public static string? FaultOfId(string id) =>
        id.Length is < ShortestId or > LongestId ? $"clTRID must have {ShortestId} to {LongestId} characters, has {id.Length}."
        : Writable(id) != id ? "clTRID has a character that XML does not allow."
        : null;

    /// <summary>The text with a replacement character in the place of each that XML cannot carry.</summary>
    public static string Writable(string text)
    {
        var at = 0;
        while (at < text.Length && XmlConvert.IsXmlChar(text[at]))
        {
            at++;
        }

        if (at == text.Length)
        {
            return text;
        }

        var writable = new StringBuilder(text, 0, at, text.Length);
        for (; at < text.Length; at++)
        {
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            {
                writable.Append(text[at]).Append(text[++at]);
            }
            else
            {
                writable.Append(XmlConvert.IsXmlChar(text[at]) ? text[at] : '\uFFFD');
            }
        }

        return writable.ToString();
    }
}
