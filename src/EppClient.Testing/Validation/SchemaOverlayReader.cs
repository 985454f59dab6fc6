using System.Globalization;
using System.Xml;
using System.Xml.Schema;

namespace EppClient.Testing.Validation;

/// <summary>Reads overlay files, from the root element down.</summary>
internal static class SchemaOverlayReader
{
    private const string Vocabulary = "urn:eppclient:overlay";

    /// <summary>Reads an overlay file.</summary>
    /// <exception cref="XmlSchemaException">The file has content that is invalid in an overlay.</exception>
    public static SchemaOverlay Read(XmlReader reader)
    {
        reader.MoveToContent();
        Expect(reader, "overlay");
        var profile = Attribute(reader, "profile");
        var changes = new List<SchemaChange>();
        EachChild(reader, () =>
        {
            Expect(reader, "schema");
            ReadSchema(reader, changes);
        });
        return new SchemaOverlay(profile, changes);
    }

    private static void ReadSchema(XmlReader reader, List<SchemaChange> changes)
    {
        var ns = Attribute(reader, "namespace");
        EachChild(reader, () =>
        {
            if (Is(reader, "simpleType"))
            {
                ReadSimpleType(reader, ns, Attribute(reader, "name"), changes);
                return;
            }

            Expect(reader, "complexType");
            var type = Attribute(reader, "name");
            EachChild(reader, () => changes.Add(ReadElement(reader, ns, type)));
        });
    }

    private static void ReadSimpleType(XmlReader reader, string ns, string type, List<SchemaChange> changes)
    {
        var (min, max) = (Length(reader, "minLength"), Length(reader, "maxLength"));
        if (min is not null || max is not null)
        {
            changes.Add(new LengthChange(ns, type, min, max));
        }

        if (reader.GetAttribute("pattern") is { } pattern)
        {
            changes.Add(new PatternChange(ns, type, pattern));
        }

        EachChild(reader, () =>
        {
            changes.Add(ReadValue(reader, ns, type));
            EachChild(reader, () => throw Unknown(reader));
        });
    }

    private static SchemaChange ReadValue(XmlReader reader, string ns, string type)
    {
        if (Is(reader, "enumeration"))
        {
            return new ValueAddition(ns, type, Attribute(reader, "value"));
        }

        Expect(reader, "withoutEnumeration");
        return new ValueRemoval(ns, type, Attribute(reader, "value"));
    }

    private static OptionalElement ReadElement(XmlReader reader, string ns, string type)
    {
        Expect(reader, "element");
        var name = Attribute(reader, "name");
        if (Attribute(reader, "minOccurs") != "0")
        {
            throw Fault(reader, $"makes element '{name}' anything but optional");
        }

        EachChild(reader, () => throw Unknown(reader));
        return new OptionalElement(ns, type, name);
    }

    /// <summary>Calls a method on the start tag of each child element; it may read on to the end tag of that child.</summary>
    private static void EachChild(XmlReader reader, Action onChild)
    {
        if (reader.IsEmptyElement)
        {
            return;
        }

        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                throw Fault(reader, "has text");
            }

            if (reader.NodeType == XmlNodeType.Element)
            {
                onChild();
            }
        }
    }

    private static bool Is(XmlReader reader, string name) => reader.LocalName == name && reader.NamespaceURI == Vocabulary;

    private static void Expect(XmlReader reader, string name)
    {
        if (!Is(reader, name))
        {
            throw Unknown(reader);
        }
    }

    private static string Attribute(XmlReader reader, string name) =>
        reader.GetAttribute(name) ?? throw Fault(reader, $"lacks '{name}' on element '{reader.Name}'");

    private static int? Length(XmlReader reader, string name)
    {
        var text = reader.GetAttribute(name);
        if (text is null)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : throw Fault(reader, $"has '{text}' for '{name}'");
    }

    private static XmlSchemaException Unknown(XmlReader reader) => Fault(reader, $"has element '{reader.Name}' where overlays have none");

    private static XmlSchemaException Fault(XmlReader reader, string what)
    {
        var place = (IXmlLineInfo)reader;
        return new XmlSchemaException($"The overlay {what}.", null, place.LineNumber, place.LinePosition);
    }
}
