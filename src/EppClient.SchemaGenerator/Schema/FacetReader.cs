using System.Globalization;
using System.Numerics;
using System.Xml.Schema;
using EppClient.Xml.Patterns;

namespace EppClient.SchemaGenerator.Schema;

/// <summary>Reads the facets of one derivation step.</summary>
internal static class FacetReader
{
    public static Facets Apply(Facets facets, XmlSchemaObjectCollection declared, Lexical lexical)
    {
        var isInteger = lexical is >= Lexical.SignedByte and <= Lexical.NegativeInteger;
        foreach (var facet in declared.OfType<XmlSchemaFacet>())
        {
            var text = facet.Value?.Trim(' ', '\t', '\r', '\n') ?? string.Empty;
            facets = facet switch
            {
                XmlSchemaLengthFacet => facets with { MinLength = Count(text), MaxLength = Count(text) },
                XmlSchemaMinLengthFacet => facets with { MinLength = Count(text) },
                XmlSchemaMaxLengthFacet => facets with { MaxLength = Count(text) },
                XmlSchemaMinInclusiveFacet => facets with { MinInclusive = text },
                XmlSchemaMaxInclusiveFacet => facets with { MaxInclusive = text },
                XmlSchemaMinExclusiveFacet when isInteger => facets with { MinInclusive = Next(text, 1) },
                XmlSchemaMaxExclusiveFacet when isInteger => facets with { MaxInclusive = Next(text, -1) },
                XmlSchemaMinExclusiveFacet => facets with { MinExclusive = text },
                XmlSchemaMaxExclusiveFacet => facets with { MaxExclusive = text },
                XmlSchemaTotalDigitsFacet => facets with { TotalDigits = Count(text) },
                XmlSchemaFractionDigitsFacet => facets with { FractionDigits = Count(text) },
                XmlSchemaWhiteSpaceFacet => facets with { WhiteSpace = char.ToUpperInvariant(text[0]) + text.Substring(1) },
                _ => facets,
            };
        }

        return Patterns(facets, [.. declared.OfType<XmlSchemaPatternFacet>().Select(PatternKeeper.PatternOf)]);
    }

    /// <summary>The values of an enumeration, with white space processed as the type requires.</summary>
    public static IEnumerable<EnumerationValue> Values(XmlSchemaObjectCollection facets, Lexical lexical, string? whiteSpace) => facets
        .OfType<XmlSchemaEnumerationFacet>()
        .Select(f => new EnumerationValue(Value(f, lexical, whiteSpace), AnnotationReader.Read(f)))
        .GroupBy(v => v.Text, StringComparer.Ordinal)
        .Select(g => g.First());

    /// <summary>Adds patterns. The alternatives of one derivation step are one pattern; those of different steps must all match.</summary>
    private static Facets Patterns(Facets facets, List<string> alternatives)
    {
        if (alternatives.Count == 0)
        {
            return facets;
        }

        var pattern = string.Join("|", alternatives);
        var faults = alternatives.Select(p => SchemaPattern.FaultOf(p) is { } reason ? new UncheckedPattern(p, reason) : null).OfType<UncheckedPattern>().ToList();
        if (faults.Count == 0 && SchemaPattern.FaultOf(pattern) is { } whole)
        {
            faults.Add(new UncheckedPattern(pattern, whole));
        }

        return faults.Count == 0
            ? facets with { Patterns = facets.Patterns.Concat([pattern]).ToEquatableArray() }
            : facets with { Unchecked = facets.Unchecked.Concat(faults).ToEquatableArray() };
    }

    private static string Value(XmlSchemaEnumerationFacet facet, Lexical lexical, string? whiteSpace)
    {
        var text = facet.Value ?? string.Empty;
        if (lexical == Lexical.QualifiedName)
        {
            return Expand(text.Trim(), facet);
        }

        return (whiteSpace ?? (lexical switch { Lexical.String => "Preserve", Lexical.NormalizedString => "Replace", _ => "Collapse" })) switch
        {
            "Preserve" => text,
            "Replace" => text.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' '),
            _ => string.Join(" ", text.Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)),
        };
    }

    // The prefix of a name is resolved with the declarations of the schema, because a message may use another prefix.
    private static string Expand(string name, XmlSchemaObject facet)
    {
        var colon = name.IndexOf(':');
        var prefix = colon < 0 ? string.Empty : name.Substring(0, colon);
        for (var at = facet; at is not null; at = at.Parent)
        {
            if (at.Namespaces.ToArray().FirstOrDefault(n => n.Name == prefix) is { Namespace.Length: > 0 } declared)
            {
                return $"{{{declared.Namespace}}}{name.Substring(colon + 1)}";
            }
        }

        return name.Substring(colon + 1);
    }

    private static string? Count(string text) =>
        BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? BigInteger.Min(number, int.MaxValue).ToString(CultureInfo.InvariantCulture)
            : null;

    private static string Next(string text, int step) =>
        BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? (number + step).ToString(CultureInfo.InvariantCulture)
            : text;
}
