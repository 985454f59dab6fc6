using System.Globalization;
using System.Xml.Linq;

namespace EppClient.SchemaGenerator.Tests.Foreign;

/// <summary>The canonical form of documents for EPP: prefixes, order, white space and spellings of values are ignored.</summary>
internal static class CanonicalXml
{
    public static string Of(string xml) => Describe(XElement.Parse(xml, LoadOptions.PreserveWhitespace), 0);

    private static string Describe(XElement element, int depth)
    {
        var indent = new string(' ', depth * 2);
        var attributes = element.Attributes()
            .Where(a => !a.IsNamespaceDeclaration && a.Name.NamespaceName != "http://www.w3.org/2001/XMLSchema-instance")
            .Select(a => $" {a.Name}={Value(a.Value)}")
            .Order(StringComparer.Ordinal);
        var children = element.Elements().Select(e => Describe(e, depth + 1)).Order(StringComparer.Ordinal);
        var text = string.Concat(element.Nodes().OfType<XText>().Select(t => t.Value));
        return $"{indent}{element.Name}{string.Concat(attributes)} {Value(text)}\n{string.Concat(children)}";
    }

    private static string Value(string text)
    {
        var collapsed = string.Join(' ', text.Split((char[])[' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return collapsed switch
        {
            "true" => "1",
            "false" => "0",
            _ when decimal.TryParse(collapsed, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) =>
                number.ToString("0.#########", CultureInfo.InvariantCulture),
            _ when collapsed.Contains('T', StringComparison.Ordinal)
                && DateTimeOffset.TryParse(collapsed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) =>
                moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            _ => collapsed.Replace(" ", string.Empty, StringComparison.Ordinal).ToUpperInvariant(),
        };
    }
}
