using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Schema;

namespace EppClient.Tests.Schemas;

/// <summary>Reads schema files.</summary>
internal static partial class SchemaFile
{
    public static XmlSchema Read(string path)
    {
        using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        return XmlSchema.Read(reader, validationEventHandler: null)!;
    }

    /// <summary>Returns the schema components that can have an annotation, each with a readable path.</summary>
    public static IEnumerable<(string Path, XmlSchemaAnnotated Component)> Components(XmlSchema schema) =>
        schema.Items.OfType<XmlSchemaAnnotated>().SelectMany(c => Below(c, string.Empty));

    /// <summary>Returns the documentation of a component on one line.</summary>
    public static string Documentation(XmlSchemaAnnotated component) => Collapse(string.Concat(
        (component.Annotation?.Items.OfType<XmlSchemaDocumentation>() ?? []).SelectMany(d => d.Markup ?? []).Select(n => n?.InnerText)));

    /// <summary>Returns the elements of our annotation vocabulary on a component.</summary>
    public static IEnumerable<XmlElement> Notes(XmlSchemaAnnotated component) =>
        (component.Annotation?.Items.OfType<XmlSchemaAppInfo>() ?? []).SelectMany(a => a.Markup ?? []).OfType<XmlElement>();

    public static string Collapse(string text) => WhiteSpace().Replace(text, " ").Trim();

    private static IEnumerable<(string Path, XmlSchemaAnnotated Component)> Below(XmlSchemaAnnotated component, string path)
    {
        var here = path + Step(component);
        yield return (here, component);
        foreach (var inner in Children(component).SelectMany(c => Below(c, here)))
        {
            yield return inner;
        }
    }

    private static string Step(XmlSchemaAnnotated component) => component switch
    {
        XmlSchemaElement element => $"/{element.Name}",
        XmlSchemaAttribute attribute => $"/@{attribute.Name}",
        XmlSchemaType type => $"/{type.Name}",
        XmlSchemaEnumerationFacet facet => $"='{facet.Value}'",
        _ => string.Empty,
    };

    private static IEnumerable<XmlSchemaAnnotated> Children(XmlSchemaAnnotated component) => (component switch
    {
        XmlSchemaElement { SchemaType: { } type } => [type],
        XmlSchemaComplexType type => [type.ContentModel, type.Particle, .. type.Attributes.Cast<XmlSchemaAnnotated>()],
        XmlSchemaContentModel model => [model.Content],
        XmlSchemaSimpleContentExtension content => content.Attributes.Cast<XmlSchemaAnnotated?>(),
        XmlSchemaComplexContentExtension content => [content.Particle, .. content.Attributes.Cast<XmlSchemaAnnotated>()],
        XmlSchemaComplexContentRestriction content => [content.Particle, .. content.Attributes.Cast<XmlSchemaAnnotated>()],
        XmlSchemaGroupBase group => group.Items.Cast<XmlSchemaAnnotated>(),
        XmlSchemaSimpleType type => [type.Content],
        XmlSchemaSimpleTypeRestriction restriction => restriction.Facets.Cast<XmlSchemaAnnotated>(),
        _ => Enumerable.Empty<XmlSchemaAnnotated?>(),
    }).OfType<XmlSchemaAnnotated>();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
