using System.Text;
using System.Xml.Linq;

namespace EppClient.SchemaGenerator.Sets;

/// <summary>Describes a component by its meaning, without prefixes, comments and documentation.</summary>
internal static class ComponentShape
{
    private static readonly string[] FormDefaults = ["elementFormDefault", "attributeFormDefault", "blockDefault", "finalDefault"];

    public static string Of(Component component)
    {
        var text = new StringBuilder();
        var hasLocals = component.Declaration.Descendants().Any(e => e.Name.LocalName is "element" or "attribute" && e.Attribute("name") is not null);
        foreach (var name in hasLocals ? FormDefaults : [])
        {
            text.Append(component.File.Root.Attribute(name)?.Value ?? "unqualified").Append(' ');
        }

        Append(component.Declaration, text);
        return text.ToString();
    }

    private static void Append(XElement element, StringBuilder text)
    {
        text.Append('<').Append(element.Name.LocalName);
        foreach (var attribute in element.Attributes().Where(IsMeaningful).OrderBy(a => a.Name.LocalName, StringComparer.Ordinal))
        {
            text.Append(' ').Append(attribute.Name.LocalName).Append('=').Append(ValueOf(attribute, element));
        }

        text.Append('>');
        foreach (var child in element.Elements().Where(e => e.Name != SchemaFile.Xsd + "annotation"))
        {
            Append(child, text);
        }

        text.Append("</>");
    }

    private static bool IsMeaningful(XAttribute attribute) => attribute is { IsNamespaceDeclaration: false } && attribute.Name.LocalName != "id"
        && !(attribute.Name.LocalName is "minOccurs" or "maxOccurs" && attribute.Value == "1");

    private static string ValueOf(XAttribute attribute, XElement element) => Reference.KindOf(attribute, element) is null
        ? attribute.Value
        : string.Join(" ", QName.Split(attribute.Value).Select(t => QName.Resolve(t, element)?.ToString() ?? t));
}
