using System.Text;
using System.Xml.Linq;

namespace EppClient.IntegrationTests.Corpus;

/// <summary>The values of a message that must never be shown, found by element name without using the library.</summary>
internal static class Sensitive
{
    private const int Shortest = 3;

    private static readonly string[] Contact = ["name", "org", "street", "city", "sp", "pc", "voice", "fax", "email"];

    private static readonly string[] Anywhere = ["pw", "newPW"];

    private static readonly string[] Dkhm = ["authInfo", "mobilephone", "secondaryEmail", "confirm_email", "confirm_secondary_email"];

    /// <summary>The values, except those that also occur where they can be shown.</summary>
    public static IReadOnlyList<string> ValuesOf(ReadOnlyMemory<byte> document)
    {
        var xml = XDocument.Load(new MemoryStream(document.ToArray()));
        var leaves = xml.Descendants().Where(element => !element.HasElements).ToList();
        var shown = string.Join('\n', leaves.Where(leaf => !IsSensitive(leaf)).Select(leaf => leaf.Value))
            + string.Join('\n', xml.Descendants().Attributes().Select(attribute => attribute.Value))
            + string.Join('\n', xml.Descendants().Select(element => element.Name));
        return
        [
            .. leaves.Where(IsSensitive)
                .Select(leaf => leaf.Value.Trim())
                .Where(value => value.Length >= Shortest && !shown.Contains(value, StringComparison.Ordinal))
                .Distinct(),
        ];
    }

    /// <summary>The values that the text contains, plain or escaped.</summary>
    public static IEnumerable<string> LeaksIn(string text, IEnumerable<string> values) => values.Where(value =>
        text.Contains(value, StringComparison.Ordinal) || text.Contains(new XText(value).ToString(), StringComparison.Ordinal));

    /// <summary>The values of a possibly malformed document: its texts between tags.</summary>
    public static IReadOnlyList<string> TextsOf(ReadOnlyMemory<byte> document) =>
    [
        .. Encoding.UTF8.GetString(document.Span)
            .Split('<')
            .Select(part => part[(part.IndexOf('>', StringComparison.Ordinal) + 1)..].Trim())
            .Where(text => text.Length > Shortest)
            .Distinct(),
    ];

    private static bool IsSensitive(XElement leaf)
    {
        var (ns, name) = (leaf.Name.NamespaceName, leaf.Name.LocalName);
        return Anywhere.Contains(name)
            || (ns == EppNamespaces.Contact && Contact.Contains(name))
            || (ns.Contains(":dkhm-", StringComparison.Ordinal) && Dkhm.Contains(name));
    }
}
