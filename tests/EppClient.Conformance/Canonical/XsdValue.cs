using System.Xml;
using System.Xml.Schema;

namespace EppClient.Conformance.Canonical;

/// <summary>Converts the values of simple types to their canonical spelling.</summary>
internal static class XsdValue
{
    private const string SchemaNamespace = "http://www.w3.org/2001/XMLSchema";

    /// <summary>Returns the canonical spelling.</summary>
    /// <param name="type">The type; null if the schema defines none.</param>
    /// <param name="text">The value as written.</param>
    /// <param name="namespaces">The prefixes in scope.</param>
    public static string Canonical(XmlSchemaSimpleType? type, string text, IXmlNamespaceResolver namespaces)
    {
        switch (type?.Datatype?.Variety)
        {
            case XmlSchemaDatatypeVariety.List:
                var item = Find<XmlSchemaSimpleTypeList>(type)?.BaseItemType;
                return string.Join(' ', XsdText.Words(text).Select(word => Canonical(item, word, namespaces)));
            case XmlSchemaDatatypeVariety.Union:
                var member = Find<XmlSchemaSimpleTypeUnion>(type)?.BaseMemberTypes?.FirstOrDefault(m => Accepts(m, text, namespaces));
                return Canonical(member, text, namespaces);
            case XmlSchemaDatatypeVariety.Atomic:
                return Atomic(type.Datatype.TypeCode, XsdText.Apply(WhiteSpaceOf(type), text), namespaces);
            default:
                return text;
        }
    }

    private static string Atomic(XmlTypeCode code, string text, IXmlNamespaceResolver namespaces) => code switch
    {
        XmlTypeCode.Boolean => text switch
        {
            "1" => "true",
            "0" => "false",
            _ => text,
        },
        XmlTypeCode.Decimal or (>= XmlTypeCode.Integer and <= XmlTypeCode.PositiveInteger) => XsdNumber.Decimal(text),
        XmlTypeCode.Float => XsdNumber.Float(text),
        XmlTypeCode.Double => XsdNumber.Double(text),
        XmlTypeCode.DateTime or XmlTypeCode.Time => XsdTime.Moment(text),
        XmlTypeCode.Date or XmlTypeCode.GYear or XmlTypeCode.GYearMonth or XmlTypeCode.GMonth or XmlTypeCode.GMonthDay or XmlTypeCode.GDay => XsdTime.Day(text),
        XmlTypeCode.Duration => XsdTime.Duration(text),
        XmlTypeCode.HexBinary => text.ToUpperInvariant(),
        XmlTypeCode.Base64Binary => XsdText.Base64(text),
        XmlTypeCode.QName or XmlTypeCode.Notation => Expand(text, namespaces),
        _ => text,
    };

    private static bool Accepts(XmlSchemaSimpleType type, string text, IXmlNamespaceResolver namespaces)
    {
        try
        {
            type.Datatype!.ParseValue(XsdText.Apply(WhiteSpaceOf(type), text), new NameTable(), namespaces);
            return true;
        }
        catch (XmlSchemaException)
        {
            return false;
        }
    }

    private static string Expand(string text, IXmlNamespaceResolver namespaces)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var uri = namespaces.LookupNamespace(colon < 0 ? string.Empty : text[..colon]);
        return uri is null ? text : $"{uri}:{text[(colon + 1)..]}";
    }

    private static string WhiteSpaceOf(XmlSchemaSimpleType type)
    {
        for (var current = type; current is not null; current = current.BaseXmlSchemaType as XmlSchemaSimpleType)
        {
            if ((current.Content as XmlSchemaSimpleTypeRestriction)?.Facets.OfType<XmlSchemaWhiteSpaceFacet>().FirstOrDefault()?.Value is { } stated)
            {
                return stated;
            }

            if (current.QualifiedName.Namespace == SchemaNamespace)
            {
                return current.QualifiedName.Name switch
                {
                    "string" or "anySimpleType" => "preserve",
                    "normalizedString" => "replace",
                    _ => "collapse",
                };
            }
        }

        return "preserve";
    }

    private static T? Find<T>(XmlSchemaSimpleType type)
        where T : XmlSchemaSimpleTypeContent
    {
        for (var current = type; current is not null; current = current.BaseXmlSchemaType as XmlSchemaSimpleType)
        {
            if (current.Content is T found)
            {
                return found;
            }
        }

        return null;
    }
}
