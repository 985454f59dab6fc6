using System.Xml.Linq;

namespace EppClient.SchemaGenerator.Sets;

/// <summary>A reference of one component to another.</summary>
/// <param name="Attribute">The attribute that contains it.</param>
/// <param name="Text">The text of the attribute.</param>
/// <param name="Target">The name of the target; null if its prefix is not declared.</param>
/// <param name="Kind">The kind of the target.</param>
internal sealed record Reference(XAttribute Attribute, string Text, XName? Target, ComponentKind Kind)
{
    /// <summary>All references within a component.</summary>
    public static IEnumerable<Reference> Of(XElement component) => component.DescendantsAndSelf()
        .Where(e => e.Name.Namespace == SchemaFile.Xsd)
        .SelectMany(e => e.Attributes().Where(a => a.Name.Namespace == XNamespace.None).SelectMany(a => Of(a, e)));

    /// <summary>The kind of component that an attribute refers to; null if it is not a reference.</summary>
    public static ComponentKind? KindOf(XAttribute attribute, XElement element) => attribute.Name.LocalName switch
    {
        "type" or "base" or "itemType" or "memberTypes" => ComponentKind.Type,
        "substitutionGroup" => ComponentKind.Element,
        "ref" => element.Name.LocalName switch
        {
            "element" => ComponentKind.Element,
            "attribute" => ComponentKind.Attribute,
            "group" => ComponentKind.Group,
            "attributeGroup" => ComponentKind.AttributeGroup,
            _ => null,
        },
        _ => null,
    };

    private static IEnumerable<Reference> Of(XAttribute attribute, XElement element) => KindOf(attribute, element) is { } kind
        ? (attribute.Name.LocalName == "memberTypes" ? QName.Split(attribute.Value) : [attribute.Value.Trim()])
            .Select(text => new Reference(attribute, text, QName.Resolve(text, element), kind))
        : [];
}
