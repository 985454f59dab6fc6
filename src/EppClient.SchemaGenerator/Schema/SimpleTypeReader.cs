using System.Xml.Schema;
using EppClient.SchemaGenerator.Sets;

namespace EppClient.SchemaGenerator.Schema;

/// <summary>Converts compiled simple types to models.</summary>
internal sealed class SimpleTypeReader(CompiledSet compiled)
{
    public SimpleTypeModel Read(XmlSchemaSimpleType type)
    {
        var lexical = LexicalOf(type);
        var facets = FacetsOf(type);
        var model = new SimpleTypeModel(
            type.QualifiedName.IsEmpty ? null : NameOf(type.QualifiedName),
            lexical,
            facets,
            EnumerationOf(type, lexical, facets.WhiteSpace).ToEquatableArray(),
            AnnotationReader.Read(type),
            compiled.LineOf(type));
        return lexical switch
        {
            Lexical.List => model with { Item = ItemOf(type) },
            Lexical.Union => Union(model, type),
            _ => model,
        };
    }

    /// <summary>The type of simple content that restricts its base type further.</summary>
    public static SimpleTypeModel Restrict(SimpleTypeModel baseType, XmlSchemaObjectCollection facets)
    {
        var restricted = FacetReader.Apply(baseType.Facets, facets, baseType.Lexical);
        var values = FacetReader.Values(facets, baseType.Lexical, restricted.WhiteSpace).ToEquatableArray();
        return baseType with { Name = null, Facets = restricted, Values = values.Count > 0 ? values : baseType.Values };
    }

    public static XmlName NameOf(System.Xml.XmlQualifiedName name) => new(name.Namespace, name.Name);

    /// <summary>Reads a union. A union of enumerations becomes one enumeration.</summary>
    private SimpleTypeModel Union(SimpleTypeModel model, XmlSchemaSimpleType type)
    {
        var members = MembersOf(type);
        var models = members.Select(Read).ToList();
        if (model.Values.Count == 0 && model.Facets.Patterns.Count == 0 && models.TrueForAll(m => m.IsEnumeration || m.IsTextBoolean))
        {
            var values = models.SelectMany(m => m.Values).GroupBy(v => v.Text, StringComparer.Ordinal).Select(g => g.First());
            return model with { Lexical = Lexical.Token, Values = values.ToEquatableArray() };
        }

        return model with { Members = members.Select(Reference).ToEquatableArray() };
    }

    private TypeReference Reference(XmlSchemaSimpleType type) => type.QualifiedName.IsEmpty
        ? new TypeReference(null, Read(type), null)
        : new TypeReference(NameOf(type.QualifiedName), null, null);

    private static Lexical LexicalOf(XmlSchemaSimpleType type) => type.Datatype?.Variety switch
    {
        XmlSchemaDatatypeVariety.List => Lexical.List,
        XmlSchemaDatatypeVariety.Union => Lexical.Union,
        _ => Lexicals.Of(BuiltInOf(type)),
    };

    /// <summary>The closest built-in type of XML Schema.</summary>
    private static string BuiltInOf(XmlSchemaSimpleType type)
    {
        XmlSchemaType? at = type;
        while (at is not null && at.QualifiedName.Namespace != XmlSchema.Namespace)
        {
            at = at.BaseXmlSchemaType;
        }

        return at?.QualifiedName.Name ?? string.Empty;
    }

    private TypeReference ItemOf(XmlSchemaSimpleType type)
    {
        for (var at = type; at is not null; at = at.BaseXmlSchemaType as XmlSchemaSimpleType)
        {
            if (at.QualifiedName.Namespace == XmlSchema.Namespace)
            {
                return new TypeReference(new XmlName(XmlSchema.Namespace, Lexicals.ItemOf(at.QualifiedName.Name)), null, null);
            }

            if (at.Content is XmlSchemaSimpleTypeList { BaseItemType: { } item })
            {
                return Reference(item);
            }
        }

        return new TypeReference(new XmlName(XmlSchema.Namespace, "token"), null, null);
    }

    private static List<XmlSchemaSimpleType> MembersOf(XmlSchemaSimpleType type)
    {
        for (var at = type; at is not null; at = at.BaseXmlSchemaType as XmlSchemaSimpleType)
        {
            if (at.Content is XmlSchemaSimpleTypeUnion { BaseMemberTypes: { } members })
            {
                return [.. members];
            }
        }

        return [];
    }

    private static Facets FacetsOf(XmlSchemaSimpleType type)
    {
        if (type.QualifiedName.Namespace == XmlSchema.Namespace)
        {
            // The facets of built-in types are part of their descriptors.
            return LexicalOf(type) == Lexical.List ? Facets.None with { MinLength = "1" } : Facets.None;
        }

        var baseFacets = type.BaseXmlSchemaType is XmlSchemaSimpleType baseType ? FacetsOf(baseType) : Facets.None;
        return type.Content is XmlSchemaSimpleTypeRestriction restriction ? FacetReader.Apply(baseFacets, restriction.Facets, LexicalOf(type)) : baseFacets;
    }

    private static List<EnumerationValue> EnumerationOf(XmlSchemaSimpleType type, Lexical lexical, string? whiteSpace)
    {
        for (var at = type; at?.Content is XmlSchemaSimpleTypeRestriction restriction; at = at.BaseXmlSchemaType as XmlSchemaSimpleType)
        {
            var values = FacetReader.Values(restriction.Facets, lexical, whiteSpace).ToList();
            if (values.Count > 0)
            {
                return values;
            }
        }

        return [];
    }
}
