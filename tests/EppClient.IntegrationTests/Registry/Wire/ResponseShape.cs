using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace EppClient.IntegrationTests.Registry.Wire;

/// <summary>The structure of a response independent of names and values: the order of elements, the formats of values, and texts without names.</summary>
internal static partial class ResponseShape
{
    public static IReadOnlyList<string> Differences(RawReply published, RawReply ours) =>
        [.. Result(published, ours), .. Orders(published, ours), .. Formats(published, ours)];

    /// <summary>The paths of all elements and attributes.</summary>
    public static IEnumerable<string> PathsOf(RawReply reply) => Values(reply).Select(value => value.Path).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Result(RawReply published, RawReply ours)
    {
        var (expected, actual) = (published.Elements("result").FirstOrDefault(), ours.Elements("result").FirstOrDefault());
        if (expected?.Attribute("code")?.Value != actual?.Attribute("code")?.Value)
        {
            yield return $"code: {expected?.Attribute("code")?.Value}, ours {actual?.Attribute("code")?.Value}";
        }

        var (texts, ourTexts) = (Texts(published), Texts(ours));
        if (!texts.SequenceEqual(ourTexts, StringComparer.Ordinal))
        {
            yield return $"text: {string.Join(" / ", texts)}, ours {string.Join(" / ", ourTexts)}";
        }
    }

    private static IReadOnlyList<string> Texts(RawReply reply) => [.. reply.Values("msg").Select(text => Name().Replace(text, "*"))];

    private static IEnumerable<string> Orders(RawReply published, RawReply ours)
    {
        var orders = Children(ours).ToLookup(parent => parent.Path, parent => parent.Names, StringComparer.Ordinal);
        foreach (var (path, names) in Children(published))
        {
            foreach (var ourNames in orders[path])
            {
                var (expected, actual) = (names.Where(ourNames.Contains), ourNames.Where(names.Contains));
                if (!expected.SequenceEqual(actual, StringComparer.Ordinal))
                {
                    yield return $"order in {path}: {string.Join(", ", expected)}; ours {string.Join(", ", actual)}";
                }
            }
        }
    }

    private static IEnumerable<string> Formats(RawReply published, RawReply ours)
    {
        var formats = Values(published).ToLookup(value => value.Path, value => FormatOf(value.Path, value.Value), StringComparer.Ordinal);
        foreach (var (path, value) in Values(ours))
        {
            if (formats[path].Any() && !formats[path].Contains(FormatOf(path, value)))
            {
                yield return $"format of {path}: {string.Join(" or ", formats[path].Distinct())}, ours {FormatOf(path, value)} ({value})";
            }
        }
    }

    private static IEnumerable<(string Path, IReadOnlyList<string> Names)> Children(RawReply reply) => reply.Document.Descendants()
        .Where(element => element.HasElements)
        .Select(element => (PathOf(element), (IReadOnlyList<string>)[.. element.Elements().Select(NameOf).Distinct(StringComparer.Ordinal)]));

    private static IEnumerable<(string Path, string Value)> Values(RawReply reply)
    {
        foreach (var element in reply.Document.Descendants())
        {
            yield return (PathOf(element), element.HasElements ? string.Empty : element.Value.Trim());
            foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.Namespace == XNamespace.None))
            {
                yield return ($"{PathOf(element)}@{attribute.Name.LocalName}", attribute.Value);
            }
        }
    }

    private static string PathOf(XElement element) => string.Join('/', element.AncestorsAndSelf().Reverse().Select(NameOf));

    // Two schemas have an infData element, and the registry's own schema has several versions.
    private static string NameOf(XElement element) => element.Name.LocalName == "infData"
        ? $"{element.Name.NamespaceName.Split(':')[^1]}:infData"
        : element.Name.LocalName;

    private static string FormatOf(string path, string value) => value switch
    {
        "" => "nothing",
        _ when path.EndsWith("@count", StringComparison.Ordinal) && Number().IsMatch(value) => "number",

        // The registry's examples of the same message have the ID with and without the tracking number.
        _ when path.EndsWith("paTRID/svTRID", StringComparison.Ordinal) && TransactionIdOfApplication().IsMatch(value) => "UUID",
        "true" or "false" => "true or false",
        "0" or "1" => "0 or 1",
        _ when DateOfRegistry().IsMatch(value) => "date with .0",
        _ when OtherDate().IsMatch(value) => "date of another form",
        _ when TransactionId().IsMatch(value) => "UUID",
        _ when TransactionIdOfApplication().IsMatch(value) => "UUID and tracking number",
        _ when Amount().IsMatch(value) => "amount",
        _ when Number().IsMatch(value) => "number",
        _ => "text",
    };

    [GeneratedRegex(@"[^\s,]+@[^\s,]+|[^\s,]+\.(dk|example|com|net)\b|\b[A-Z]+[0-9]*-DK\b|\bREG-[0-9]+|\bEPP-[0-9]+")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.0Z$")]
    private static partial Regex DateOfRegistry();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT")]
    private static partial Regex OtherDate();

    [GeneratedRegex(@"^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$")]
    private static partial Regex TransactionId();

    [GeneratedRegex(@"^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}-\d{13}$")]
    private static partial Regex TransactionIdOfApplication();

    [GeneratedRegex(@"^\d+\.\d\d$")]
    private static partial Regex Amount();

    [GeneratedRegex(@"^\d+$")]
    private static partial Regex Number();
}
