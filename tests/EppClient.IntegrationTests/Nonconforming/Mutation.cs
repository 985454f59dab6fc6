using System.Globalization;
using System.Xml.Linq;

namespace EppClient.IntegrationTests.Nonconforming;

/// <summary>One mistake that a registry may make in an otherwise correct message.</summary>
/// <param name="What">The change and its node, for messages.</param>
/// <param name="Document">The changed message.</param>
internal sealed record Mutation(string What, string Document)
{
    private const string Garbage = "gar bage \u00e9&<";

    private static readonly XNamespace Epp = "urn:ietf:params:xml:ns:epp-1.0";

    /// <summary>
    /// All mutations of a response that do not change its result codes and the echo of the client's transaction id: each element and attribute is
    /// removed, emptied, filled with garbage, repeated, moved after its siblings, and given an unknown child, one at a time.
    /// </summary>
    public static IEnumerable<Mutation> Of(XDocument message)
    {
        var count = message.Descendants().Count();
        for (var i = 0; i < count; i++)
        {
            var element = message.Descendants().ElementAt(i);
            if (!IsFrame(element))
            {
                foreach (var (what, change) in Changes)
                {
                    yield return After($"{what} {Path(element)}", message, i, change);
                }
            }

            for (var j = 0; j < element.Attributes().Count(); j++)
            {
                var attribute = element.Attributes().ElementAt(j);
                if (attribute.IsNamespaceDeclaration || (attribute.Name.LocalName == "code" && element.Name == Epp + "result"))
                {
                    continue;
                }

                var place = j;
                var where = $"{Path(element)}/@{attribute.Name.LocalName}";
                yield return After($"remove {where}", message, i, e => e.Attributes().ElementAt(place).Remove());
                yield return After($"empty {where}", message, i, e => e.Attributes().ElementAt(place).Value = string.Empty);
                yield return After($"fill {where}", message, i, e => e.Attributes().ElementAt(place).Value = Garbage);
                yield return After($"blanks around {where}", message, i, e => e.Attributes().ElementAt(place).Value = $"  {attribute.Value}\t");
            }
        }
    }

    private static IEnumerable<(string What, Action<XElement> Change)> Changes =>
    [
        ("remove", e => e.Remove()),
        ("empty", e => e.RemoveNodes()),
        ("strip", e => e.ReplaceAll(e.Attributes().Where(a => a.IsNamespaceDeclaration))),
        ("fill", e => e.ReplaceNodes(Garbage)),
        ("negate", e => e.ReplaceNodes("-1")),
        ("overflow", e => e.ReplaceNodes(new string('9', 40))),
        ("zero", e => e.ReplaceNodes("0000-00-00T00:00:00")),
        ("repeat", e => e.AddAfterSelf(new XElement(e))),
        ("move", e =>
        {
            var parent = e.Parent!;
            e.Remove();
            parent.Add(e);
        }),
        ("nest", e => e.AddFirst(new XElement(e.Name.Namespace + "odd", new XElement(e.Name)))),
        ("rename", e => e.Name = e.Name.Namespace + "odd"),
    ];

    /// <summary>The elements without which there is no result, or it belongs to another command.</summary>
    private static bool IsFrame(XElement element) =>
        element.Name == Epp + "epp" || element.Name == Epp + "response" || element.Name == Epp + "result"
        || (element.Name == Epp + "clTRID" && element.Parent?.Name == Epp + "trID" && element.Parent.Parent?.Name == Epp + "response");

    private static Mutation After(string what, XDocument message, int place, Action<XElement> change)
    {
        var copy = new XDocument(message);
        change(copy.Descendants().ElementAt(place));
        return new Mutation(what, copy.ToString(SaveOptions.DisableFormatting));
    }

    private static string Path(XElement element) =>
        string.Join('/', element.AncestorsAndSelf().Reverse().Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Name.LocalName}[{e.ElementsBeforeSelf(e.Name).Count()}]")));
}
