using System.Globalization;
using System.Xml.Schema;
using EppClient.SchemaGenerator.Sets;

namespace EppClient.SchemaGenerator.Schema;

/// <summary>Turns compiled simple types into models.</summary>
internal sealed class SimpleTypeReader(CompiledSet compiled)
{
    public SimpleTypeModel Read(XmlSchemaSimpleType type) => new(
        type.QualifiedName.IsEmpty ? null : NameOf(type.QualifiedName),
        LexicalOf(type),
        FacetsOf(type),
        EnumerationOf(type).ToEquatableArray(),
        AnnotationReader.Read(type),
        compiled.LineOf(type));

    /// <summary>The type of simple content that restricts its base further.</summary>
    public static SimpleTypeModel Restrict(SimpleTypeModel baseType, XmlSchemaObjectCollection facets)
    {
        var values = Values(facets).ToEquatableArray();
        return baseType with
        {
            Name = null,
            Facets = Apply(baseType.Facets, facets, baseType.Lexical != Lexical.Decimal),
            Values = values.Count > 0 ? values : baseType.Values,
        };
    }

    public static XmlName NameOf(System.Xml.XmlQualifiedName name) => new(name.Namespace, name.Name);

    private static Lexical LexicalOf(XmlSchemaSimpleType type) => type.Datatype switch
    {
        { Variety: XmlSchemaDatatypeVariety.Atomic, TypeCode: var code } => LexicalOf(code),
        _ => Lexical.Token,
    };

    private static Lexical LexicalOf(XmlTypeCode code) => code switch
    {
        XmlTypeCode.String or XmlTypeCode.AnyAtomicType => Lexical.String,
        XmlTypeCode.NormalizedString => Lexical.NormalizedString,
        XmlTypeCode.AnyUri => Lexical.AnyUri,
        XmlTypeCode.Language => Lexical.Language,
        XmlTypeCode.Boolean => Lexical.Boolean,
        XmlTypeCode.Byte => Lexical.SignedByte,
        XmlTypeCode.UnsignedByte => Lexical.UnsignedByte,
        XmlTypeCode.Short => Lexical.Short,
        XmlTypeCode.UnsignedShort => Lexical.UnsignedShort,
        XmlTypeCode.Int => Lexical.Int,
        XmlTypeCode.UnsignedInt => Lexical.UnsignedInt,
        XmlTypeCode.Long => Lexical.Long,
        XmlTypeCode.UnsignedLong => Lexical.UnsignedLong,
        XmlTypeCode.Integer or XmlTypeCode.NonNegativeInteger or XmlTypeCode.PositiveInteger
            or XmlTypeCode.NonPositiveInteger or XmlTypeCode.NegativeInteger => Lexical.Integer,
        XmlTypeCode.Decimal => Lexical.Decimal,
        XmlTypeCode.DateTime => Lexical.DateTime,
        XmlTypeCode.Date => Lexical.Date,
        XmlTypeCode.HexBinary => Lexical.HexBinary,
        XmlTypeCode.Base64Binary => Lexical.Base64Binary,
        _ => Lexical.Token,
    };

    private static Facets FacetsOf(XmlSchemaSimpleType type)
    {
        var baseFacets = type.BaseXmlSchemaType is XmlSchemaSimpleType baseType ? FacetsOf(baseType) : Facets.None;
        return type switch
        {
            { TypeCode: XmlTypeCode.PositiveInteger, QualifiedName.Namespace: XmlSchema.Namespace } => baseFacets with { MinInclusive = "1" },
            { TypeCode: XmlTypeCode.NonNegativeInteger, QualifiedName.Namespace: XmlSchema.Namespace } => baseFacets with { MinInclusive = "0" },
            { Content: XmlSchemaSimpleTypeRestriction restriction } => Apply(baseFacets, restriction.Facets, LexicalOf(type) != Lexical.Decimal),
            _ => baseFacets,
        };
    }

    private static Facets Apply(Facets facets, XmlSchemaObjectCollection declared, bool isInteger)
    {
        var patterns = declared.OfType<XmlSchemaPatternFacet>().Select(p => PatternTranslator.Translate(p.Value ?? string.Empty)).ToList();
        if (patterns.Count > 0)
        {
            facets = facets with { Pattern = patterns.Count == 1 ? patterns[0] : string.Join("|", patterns.Select(p => $"(?:{p})")) };
        }

        foreach (var facet in declared.OfType<XmlSchemaFacet>())
        {
            facets = facet switch
            {
                XmlSchemaLengthFacet => facets with { MinLength = facet.Value, MaxLength = facet.Value },
                XmlSchemaMinLengthFacet => facets with { MinLength = facet.Value },
                XmlSchemaMaxLengthFacet => facets with { MaxLength = facet.Value },
                XmlSchemaMinInclusiveFacet => facets with { MinInclusive = Number(facet.Value, 0) },
                XmlSchemaMaxInclusiveFacet => facets with { MaxInclusive = Number(facet.Value, 0) },
                XmlSchemaMinExclusiveFacet => facets with { MinInclusive = Number(facet.Value, isInteger ? 1 : 0) },
                XmlSchemaMaxExclusiveFacet => facets with { MaxInclusive = Number(facet.Value, isInteger ? -1 : 0) },
                XmlSchemaFractionDigitsFacet => facets with { FractionDigits = facet.Value },
                _ => facets,
            };
        }

        return facets;
    }

    // Bounds of dates and the like have no place in a number's descriptor.
    private static string? Number(string? text, int shift) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? (number + shift).ToString(CultureInfo.InvariantCulture)
            : null;

    private static List<EnumerationValue> EnumerationOf(XmlSchemaSimpleType type)
    {
        for (var at = type; at?.Content is XmlSchemaSimpleTypeRestriction restriction; at = at.BaseXmlSchemaType as XmlSchemaSimpleType)
        {
            var values = Values(restriction.Facets).ToList();
            if (values.Count > 0)
            {
                return values;
            }
        }

        return [];
    }

    private static IEnumerable<EnumerationValue> Values(XmlSchemaObjectCollection facets) =>
        facets.OfType<XmlSchemaEnumerationFacet>().Select(f => new EnumerationValue(f.Value ?? string.Empty, AnnotationReader.Read(f)));
}
