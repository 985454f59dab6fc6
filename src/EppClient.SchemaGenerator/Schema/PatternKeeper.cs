using System.Text.RegularExpressions;
using System.Xml.Schema;
using EppClient.Xml.Patterns;

namespace EppClient.SchemaGenerator.Schema;

/// <summary>
/// Hides patterns from the schema compiler. .NET converts them to its own regular expressions, and rejects a schema if that fails even for a valid pattern
/// (<c>\p{IsGreek}</c> and similar have other names there). It therefore never sees patterns that it would reject.
/// </summary>
internal static class PatternKeeper
{
    private const string AnyText = "[\\s\\S]*";

    /// <summary>Hides the patterns of a schema that .NET would reject.</summary>
    public static void Hide(XmlSchema? schema)
    {
        foreach (var facets in FacetsOf(schema?.Items))
        {
            for (var i = 0; i < facets.Count; i++)
            {
                if (facets[i] is XmlSchemaPatternFacet { Value: { } pattern } facet && !IsTaken(pattern))
                {
                    facets[i] = new HiddenPattern(facet) { Value = AnyText };
                }
            }
        }
    }

    /// <summary>The pattern as in the schema.</summary>
    public static string PatternOf(XmlSchemaPatternFacet facet) => (facet as HiddenPattern)?.Pattern ?? facet.Value ?? string.Empty;

    // Only names of Unicode blocks and invalid patterns are known to fail; all others are tried.
    private static bool IsTaken(string pattern)
    {
        if (pattern.IndexOf("\\p", StringComparison.OrdinalIgnoreCase) < 0 && SchemaPattern.FaultOf(pattern) is null)
        {
            return true;
        }

        try
        {
            _ = new Regex(pattern.Replace("\\i", "a").Replace("\\c", "a"));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static IEnumerable<XmlSchemaObjectCollection> FacetsOf(XmlSchemaObjectCollection? components) =>
        components is null ? [] : components.Cast<XmlSchemaObject>().SelectMany(FacetsOf);

    private static IEnumerable<XmlSchemaObjectCollection> FacetsOf(XmlSchemaObject? component) => component switch
    {
        XmlSchemaRedefine redefine => FacetsOf(redefine.Items),
        XmlSchemaSimpleType type => FacetsOf(type.Content),
        XmlSchemaSimpleTypeRestriction restriction => FacetsOf(restriction.BaseType).Prepend(restriction.Facets),
        XmlSchemaSimpleTypeList list => FacetsOf(list.ItemType),
        XmlSchemaSimpleTypeUnion union => FacetsOf(union.BaseTypes),
        XmlSchemaElement element => FacetsOf(element.SchemaType),
        XmlSchemaAttribute attribute => FacetsOf(attribute.SchemaType),
        XmlSchemaAttributeGroup group => FacetsOf(group.Attributes),
        XmlSchemaGroup group => FacetsOf(group.Particle),
        XmlSchemaGroupBase group => FacetsOf(group.Items),
        XmlSchemaComplexType type => FacetsOf(type.ContentModel?.Content).Concat(FacetsOf(type.Particle)).Concat(FacetsOf(type.Attributes)),
        XmlSchemaSimpleContentRestriction content => FacetsOf(content.BaseType).Prepend(content.Facets).Concat(FacetsOf(content.Attributes)),
        XmlSchemaSimpleContentExtension content => FacetsOf(content.Attributes),
        XmlSchemaComplexContentRestriction content => FacetsOf(content.Particle).Concat(FacetsOf(content.Attributes)),
        XmlSchemaComplexContentExtension content => FacetsOf(content.Particle).Concat(FacetsOf(content.Attributes)),
        _ => [],
    };

    private sealed class HiddenPattern : XmlSchemaPatternFacet
    {
        public HiddenPattern(XmlSchemaPatternFacet facet)
        {
            Pattern = facet.Value!;
            (LineNumber, LinePosition, SourceUri, Annotation) = (facet.LineNumber, facet.LinePosition, facet.SourceUri, facet.Annotation);
        }

        public string Pattern { get; }
    }
}
