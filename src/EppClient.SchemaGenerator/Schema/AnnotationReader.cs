using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Schema;

namespace EppClient.SchemaGenerator.Schema;

/// <summary>Reads <c>xs:documentation</c>, and the annotations of this library in <c>xs:appinfo</c>.</summary>
internal static class AnnotationReader
{
    private const string Vocabulary = "urn:eppclient:annotations";

    public static Notes Read(XmlSchemaAnnotated? component)
    {
        if (component?.Annotation is not { } annotation)
        {
            return Notes.None;
        }

        var notes = Notes.None with { Documentation = Documentation(annotation) };
        var placements = new List<Placement>();
        foreach (var element in Elements(annotation))
        {
            notes = element.LocalName switch
            {
                "name" => notes with { Name = element.InnerText.Trim() },
                "secret" => notes with { Secret = true },
                "personal" => notes with { Personal = true },
                "optional" => notes with { Optional = true },
                "flat" => notes with { Flat = true },
                "retired" => notes with { Retired = Collapse(element.InnerText) },
                _ => notes,
            };
            if (element.LocalName == "on")
            {
                placements.Add(ReadPlacement(element, component));
            }
        }

        return notes with { Placements = placements.ToEquatableArray() };
    }

    private static string? Documentation(XmlSchemaAnnotation annotation)
    {
        var text = string.Join(" ", annotation.Items.OfType<XmlSchemaDocumentation>()
            .SelectMany(d => d.Markup ?? [])
            .Select(n => n?.InnerText));
        return Collapse(text) is { Length: > 0 } collapsed ? collapsed : null;
    }

    private static IEnumerable<XmlElement> Elements(XmlSchemaAnnotation annotation) => annotation.Items.OfType<XmlSchemaAppInfo>()
        .SelectMany(a => a.Markup ?? [])
        .OfType<XmlElement>()
        .Where(e => e.NamespaceURI == Vocabulary);

    // A target without a prefix is a session command, such as poll.
    private static Placement ReadPlacement(XmlElement element, XmlSchemaObject component)
    {
        var isResponse = element.HasAttribute("response");
        var text = element.GetAttribute(isResponse ? "response" : "command");
        var colon = text.IndexOf(':');
        var target = colon < 0
            ? new XmlName(string.Empty, text)
            : new XmlName(NamespaceOf(text.Substring(0, colon), component), text.Substring(colon + 1));
        return new Placement(target, text, isResponse, element.GetAttribute("use") == "required", element.GetAttribute("max") == "unbounded");
    }

    private static string NamespaceOf(string prefix, XmlSchemaObject component)
    {
        for (XmlSchemaObject? at = component; at is not null; at = at.Parent)
        {
            foreach (var declared in at.Namespaces.ToArray())
            {
                if (declared.Name == prefix)
                {
                    return declared.Namespace;
                }
            }
        }

        return string.Empty;
    }

    private static string Collapse(string text) => Regex.Replace(text, @"\s+", " ").Trim();
}
