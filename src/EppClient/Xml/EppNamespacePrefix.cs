using System.Collections.Concurrent;
using System.Xml;

namespace EppClient.Xml;

/// <summary>
/// The prefix with which a namespace is declared. Any prefix would be valid, but people who read frames, and servers that compare text, expect the usual ones.
/// They are in the last part of the namespace: <c>urn:ietf:params:xml:ns:domain-1.0</c>.
/// </summary>
internal static class EppNamespacePrefix
{
    private static readonly ConcurrentDictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        // The envelope is the default namespace.
        [EppNamespaces.Epp] = string.Empty,
    };

    public static string Of(string namespaceUri) => Prefixes.GetOrAdd(namespaceUri, Derive);

    private static string Derive(string namespaceUri)
    {
        var last = namespaceUri[(namespaceUri.LastIndexOfAny([':', '/', '#']) + 1)..];
        var version = last.LastIndexOf('-');
        var name = version > 0 && char.IsAsciiDigit(last[^1]) ? last[..version] : last;
        try
        {
            return XmlConvert.VerifyNCName(name).StartsWith("xml", StringComparison.OrdinalIgnoreCase) ? "ext" : name;
        }
        catch (XmlException)
        {
            return "ext";
        }
        catch (ArgumentException)
        {
            // VerifyNCName throws this for an empty name, if the namespace ends in a separator.
            return "ext";
        }
    }
}
