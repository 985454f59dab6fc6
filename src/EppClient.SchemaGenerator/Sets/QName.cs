using System.Xml;
using System.Xml.Linq;

namespace EppClient.SchemaGenerator.Sets;

/// <summary>Reads names with prefixes from attributes of a schema.</summary>
internal static class QName
{
    /// <summary>The name that a text represents at its position; null if its prefix is not declared or it is not a name.</summary>
    public static XName? Resolve(string text, XElement at)
    {
        var colon = text.IndexOf(':');
        var local = text.Substring(colon + 1);
        if (!IsNcName(local))
        {
            return null;
        }

        return colon < 0 ? at.GetDefaultNamespace() + local
            : IsNcName(text.Substring(0, colon)) && at.GetNamespaceOfPrefix(text.Substring(0, colon)) is { } found ? found + local
            : null;
    }

    public static IEnumerable<string> Split(string list) => list.Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

    private static bool IsNcName(string text) =>
        text.Length > 0 && XmlConvert.IsStartNCNameChar(text[0]) && text.All(XmlConvert.IsNCNameChar);
}
