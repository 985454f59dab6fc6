using System.Globalization;
using System.Xml;

namespace EppClient.SchemaGenerator.Schema;

/// <summary>Reads a registry's overlay file.</summary>
internal static class OverlayReader
{
    private const string Vocabulary = "urn:eppclient:overlay";

    public static OverlayModel? Read(SchemaSource source, List<SchemaIssue> issues)
    {
        try
        {
            using var reader = SchemaDocument.Open(source.Text, string.Empty);
            return Read(reader, source);
        }
        catch (XmlException e)
        {
            issues.Add(SchemaDocument.Broken(source, e.LineNumber, e.LinePosition, e.Message));
            return null;
        }
    }

    private static OverlayModel Read(XmlReader reader, SchemaSource source)
    {
        var profile = string.Empty;
        var schema = string.Empty;
        var type = default(XmlName);
        var simpleTypes = new List<OverlayType>();
        var elements = new List<OverlayElement>();
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.NamespaceURI != Vocabulary)
            {
                continue;
            }

            var name = reader.GetAttribute("name") ?? string.Empty;
            switch (reader.LocalName)
            {
                case "overlay":
                    profile = reader.GetAttribute("profile") ?? string.Empty;
                    break;
                case "schema":
                    schema = reader.GetAttribute("namespace") ?? string.Empty;
                    break;
                case "simpleType":
                    simpleTypes.Add(new OverlayType(
                        new XmlName(schema, name), Integer(reader, "minLength"), Integer(reader, "maxLength"), reader.GetAttribute("pattern"), [], [], LineOf(reader, source)));
                    break;
                case "withoutEnumeration" or "enumeration" when simpleTypes.Count > 0:
                    simpleTypes[simpleTypes.Count - 1] = WithValue(simpleTypes[simpleTypes.Count - 1], reader);
                    break;
                case "complexType":
                    type = new XmlName(schema, name);
                    break;
                case "element" when reader.GetAttribute("minOccurs") == "0":
                    elements.Add(new OverlayElement(type, name, LineOf(reader, source)));
                    break;
            }
        }

        return new OverlayModel(profile, source.Options, simpleTypes.ToEquatableArray(), elements.ToEquatableArray());
    }

    private static OverlayType WithValue(OverlayType type, XmlReader reader)
    {
        var value = reader.GetAttribute("value") ?? string.Empty;
        return reader.LocalName == "enumeration"
            ? type with { WithEnumeration = type.WithEnumeration.Concat([value]).ToEquatableArray() }
            : type with { WithoutEnumeration = type.WithoutEnumeration.Concat([value]).ToEquatableArray() };
    }

    private static int? Integer(XmlReader reader, string attribute) =>
        int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static SourceLine LineOf(XmlReader reader, SchemaSource source) =>
        reader is IXmlLineInfo info ? new SourceLine(source.Path, info.LineNumber, info.LinePosition) : new SourceLine(source.Path, 1, 1);
}
