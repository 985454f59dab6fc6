using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Schema;

namespace EppClient.TestSupport.Markers;

/// <summary>
/// Generates messages from the schemas, without the library: every global element and every alternative of its choices,
/// with a unique value in every place that accepts text.
/// </summary>
public sealed partial class SecretMarkers
{
    private const string Vocabulary = "urn:eppclient:annotations";
    private const int Passes = 6;
    private const int Deepest = 12;

    private readonly XmlSchemaSet _schemas;
    private int _planted;

    public SecretMarkers(IEnumerable<string> files)
    {
        _schemas = new XmlSchemaSet { XmlResolver = null };
        foreach (var file in files)
        {
            using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            _schemas.Add(XmlSchema.Read(reader, validationEventHandler: null)!);
        }

        _schemas.Compile();
    }

    /// <summary>Returns the planted values in a text.</summary>
    public static IEnumerable<string> ValuesIn(string text) => Value().Matches(text).Select(match => match.Value);

    /// <summary>Returns a unique value for places outside of messages.</summary>
    public string Next() => string.Create(CultureInfo.InvariantCulture, $"PLANT{++_planted:000000}X");

    public IEnumerable<MarkedMessage> Messages() => _schemas.GlobalElements.Values.Cast<XmlSchemaElement>()
        .Where(element => !element.IsAbstract && element.QualifiedName.Namespace != EppNamespaces.Epp)
        .SelectMany(element => Enumerable.Range(0, Passes).Select(pass => Write(element, pass)))
        .DistinctBy(message => (message.Name.Split('#')[0], Value().Replace(message.Xml, string.Empty)));

    private MarkedMessage Write(XmlSchemaElement element, int pass)
    {
        var text = new StringBuilder();
        List<string> sensitive = [];
        List<string> attributes = [];
        List<string> harmless = [];
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Fragment }))
        {
            new MarkerWriter(this, writer, pass, sensitive, attributes, harmless).Element(element, isSensitive: false, depth: 0);
        }

        return new MarkedMessage($"{element.QualifiedName}#{pass}", text.ToString(), sensitive, attributes, harmless);
    }

    private XmlSchemaElement? SubstituteOf(XmlSchemaElement head) =>
        _schemas.GlobalElements.Values.Cast<XmlSchemaElement>().FirstOrDefault(element => element.SubstitutionGroup == head.QualifiedName && !element.IsAbstract);

    private static bool IsMarked(XmlSchemaAnnotated? component) => component is not null
        && (component.Annotation?.Items.OfType<XmlSchemaAppInfo>() ?? []).SelectMany(info => info.Markup ?? []).OfType<XmlElement>()
            .Any(note => note.NamespaceURI == Vocabulary && note.LocalName is "secret" or "personal");

    [GeneratedRegex("PLANT[0-9]{6}X")]
    private static partial Regex Value();

    /// <summary>Writes one message.</summary>
    private sealed class MarkerWriter(SecretMarkers planting, XmlWriter writer, int pass, List<string> sensitive, List<string> attributes, List<string> harmless)
    {
        public void Element(XmlSchemaElement declared, bool isSensitive, int depth)
        {
            var element = declared.RefName.IsEmpty ? declared : (XmlSchemaElement)planting._schemas.GlobalElements[declared.RefName]!;
            var type = element.ElementSchemaType!;
            if (element.IsAbstract && planting.SubstituteOf(element) is { } substitute)
            {
                Element(substitute, isSensitive || IsMarked(declared) || IsMarked(element), depth);
                return;
            }

            if (element.IsAbstract || type is XmlSchemaComplexType { IsAbstract: true } || (depth > Deepest && declared.MinOccurs == 0))
            {
                return;
            }

            isSensitive = isSensitive || IsMarked(declared) || IsMarked(element) || IsMarked(type) || IsMarked((type as XmlSchemaComplexType)?.ContentModel?.Content);
            writer.WriteStartElement(element.QualifiedName.Name, element.QualifiedName.Namespace);
            if (type is XmlSchemaComplexType complex)
            {
                foreach (var attribute in complex.AttributeUses.Values.Cast<XmlSchemaAttribute>().Where(attribute => attribute.Use != XmlSchemaUse.Prohibited))
                {
                    writer.WriteAttributeString(
                        attribute.QualifiedName.Name, attribute.QualifiedName.Namespace, attribute.FixedValue ?? TextOf(attribute.AttributeSchemaType!, isSensitive ? attributes : harmless));
                }

                Particle(complex.ContentTypeParticle, isSensitive, depth);
            }

            if (type is XmlSchemaSimpleType || (type as XmlSchemaComplexType)?.ContentType is XmlSchemaContentType.TextOnly or XmlSchemaContentType.Mixed)
            {
                writer.WriteString(element.FixedValue ?? TextOf(type!, isSensitive ? sensitive : harmless));
            }

            writer.WriteEndElement();
        }

        private void Particle(XmlSchemaParticle particle, bool isSensitive, int depth)
        {
            switch (particle)
            {
                case XmlSchemaElement element:
                    Element(element, isSensitive, depth + 1);
                    break;
                case XmlSchemaChoice { Items.Count: > 0 } choice:
                    Particle((XmlSchemaParticle)choice.Items[pass % choice.Items.Count], isSensitive, depth);
                    break;
                case XmlSchemaGroupBase group:
                    foreach (var item in group.Items.Cast<XmlSchemaParticle>())
                    {
                        Particle(item, isSensitive, depth);
                    }

                    break;
                case XmlSchemaAny:
                    writer.WriteElementString("thing", "urn:example:unknown", Plant(isSensitive ? sensitive : harmless));
                    break;
                default:
                    break;
            }
        }

        private string TextOf(XmlSchemaType type, List<string> values) => type.Datatype?.TypeCode switch
        {
            _ when FirstEnumeration(type) is { } value => value,
            XmlTypeCode.Boolean => "true",
            XmlTypeCode.Date => "2026-01-02",
            XmlTypeCode.DateTime => "2026-01-02T03:04:05Z",
            XmlTypeCode.Duration => "P1D",
            XmlTypeCode.Base64Binary => Convert.ToBase64String("octets"u8),
            XmlTypeCode.HexBinary => "0A0B",
            XmlTypeCode.AnyUri or XmlTypeCode.Language or XmlTypeCode.QName or XmlTypeCode.Id or XmlTypeCode.Idref => "en",
            XmlTypeCode.GYear => "2026",
            XmlTypeCode.None or XmlTypeCode.Item or XmlTypeCode.String or XmlTypeCode.NormalizedString or XmlTypeCode.Token or XmlTypeCode.NmToken or XmlTypeCode.Name or null => Plant(values),
            XmlTypeCode.AnyAtomicType => Plant(values),
            _ => "1",
        };

        private string Plant(List<string> values)
        {
            var value = planting.Next();
            values.Add(value);
            return value;
        }

        private static string? FirstEnumeration(XmlSchemaType type) => (type as XmlSchemaSimpleType)?.Content switch
        {
            XmlSchemaSimpleTypeRestriction restriction => restriction.Facets.OfType<XmlSchemaEnumerationFacet>().FirstOrDefault()?.Value
                ?? (type.BaseXmlSchemaType is { } parent ? FirstEnumeration(parent) : null),
            XmlSchemaSimpleTypeUnion union => union.BaseMemberTypes?.Select(FirstEnumeration).FirstOrDefault(value => value is not null),
            _ => null,
        };
    }
}
