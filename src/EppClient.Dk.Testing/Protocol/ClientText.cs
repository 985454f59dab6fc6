using System.Text;
using System.Xml;

namespace EppClient.Dk.Testing.Protocol;

/// <summary>Makes text from a client valid for a response: clients may send any text, and the response writer is strict.</summary>
internal static class ClientText
{
    private const int ShortestId = 3;
    private const int LongestId = 64;

    /// <summary>Why a text is not a transaction id (RFC 5730, epp:trIDStringType); null if it is valid.</summary>
    public static string? FaultOfId(string id) =>
        id.Length is < ShortestId or > LongestId ? $"clTRID must have {ShortestId} to {LongestId} characters, has {id.Length}."
        : Writable(id) != id ? "clTRID has a character that XML does not allow."
        : null;

    /// <summary>Replaces each character that XML does not allow with U+FFFD.</summary>
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
