using System.Collections.Concurrent;
using System.Xml;

namespace EppClient.Xml;

/// <summary>
/// The prefix under which a namespace is declared. Any would do; people who read frames, and servers that match text, expect
/// the usual ones, which are in the namespace's last part: <c>urn:ietf:params:xml:ns:domain-1.0</c>.
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
            // What VerifyNCName throws for an empty name: a namespace that ends in a separator.
            return "ext";
        }
    }
}
