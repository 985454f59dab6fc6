using System.Text;
using System.Xml.Linq;

namespace EppClient.IntegrationTests.Corpus;

/// <summary>What of a message must never be shown, found without the library's help: by the names of elements.</summary>
internal static class Sensitive
{
    private const int Shortest = 3;

    private static readonly string[] Contact = ["name", "org", "street", "city", "sp", "pc", "voice", "fax", "email"];

    private static readonly string[] Anywhere = ["pw", "newPW"];

    private static readonly string[] Dkhm = ["authInfo", "mobilephone", "secondaryEmail", "confirm_email", "confirm_secondary_email"];

    /// <summary>The values, but for those that stand also where they may be shown.</summary>
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

    /// <summary>Those of the values that the text holds, plain or escaped.</summary>
    public static IEnumerable<string> LeaksIn(string text, IEnumerable<string> values) => values.Where(value =>
        text.Contains(value, StringComparison.Ordinal) || text.Contains(new XText(value).ToString(), StringComparison.Ordinal));

    /// <summary>The values of a document that may be broken: its texts between tags.</summary>
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
