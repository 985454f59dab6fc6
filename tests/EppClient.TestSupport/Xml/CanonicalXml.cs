using System.Text;
using System.Xml;
using System.Xml.Schema;

namespace EppClient.TestSupport.Xml;

/// <summary>
/// The canonical text of a message: two messages with the same meaning according to the schemas have equal texts.
/// Prefixes, attribute order, comments and layout are removed, defaults are added, and values are in canonical form;
/// extensions, for which RFC 5730 defines no order, are sorted.
/// </summary>
public static class CanonicalXml
{
    private static readonly Lazy<XmlSchemaSet> Schemas = new(CompileSchemas);

    /// <param name="document">A well-formed message; it need not be valid.</param>
    public static string Of(ReadOnlyMemory<byte> document)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            ValidationType = ValidationType.Schema,
            ValidationFlags = XmlSchemaValidationFlags.AllowXmlAttributes,
            Schemas = Schemas.Value,
        };

        // Validation only supplies the types here; other tests check validity.
        settings.ValidationEventHandler += static (_, _) => { };
        using var reader = XmlReader.Create(new MemoryStream(document.ToArray()), settings);
        reader.MoveToContent();
        var output = new StringBuilder();
        AppendElement(reader, output, 0);
        return output.ToString();
    }

    private static void AppendElement(XmlReader reader, StringBuilder output, int depth)
    {
        var type = reader.SchemaInfo?.SchemaType;
        var isExtension = reader is { LocalName: "extension", NamespaceURI: "urn:ietf:params:xml:ns:epp-1.0" };
        var isEmpty = reader.IsEmptyElement;
        Indent(output, depth).Append(ExpandedName(reader)).AppendJoin(string.Empty, Attributes(reader)).Append('\n');
        reader.Read();
        if (isEmpty)
        {
            return;
        }

        List<string> children = [];
        var text = new StringBuilder();
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                FlushText(text, children, type, depth + 1, isMixed: true);
                var child = new StringBuilder();
                AppendElement(reader, child, depth + 1);
                children.Add(child.ToString());
                continue;
            }

            text.Append(reader.Value);
            reader.Read();
        }

        FlushText(text, children, type, depth + 1, isMixed: children.Count > 0);
        if (isExtension)
        {
            children.Sort(StringComparer.Ordinal);
        }

        output.AppendJoin(string.Empty, children);
        reader.Read();
    }

    private static void FlushText(StringBuilder text, List<string> children, XmlSchemaType? type, int depth, bool isMixed)
    {
        var value = text.ToString();
        text.Clear();
        if (string.IsNullOrWhiteSpace(value) && (isMixed || HoldsNoText(type)))
        {
            return;
        }

        value = CanonicalValue.Of(value, type?.Datatype);
        if (value.Length > 0)
        {
            children.Add(Indent(new StringBuilder(), depth).Append('"').Append(value).Append("\"\n").ToString());
        }
    }

    private static bool HoldsNoText(XmlSchemaType? type) =>
        type is XmlSchemaComplexType { ContentType: XmlSchemaContentType.Empty or XmlSchemaContentType.ElementOnly };

    private static List<string> Attributes(XmlReader reader)
    {
        List<string> attributes = [];
        while (reader.MoveToNextAttribute())
        {
            // Namespace declarations and schema locations do not affect the meaning.
            if (reader.NamespaceURI is not ("http://www.w3.org/2000/xmlns/" or XmlSchema.InstanceNamespace))
            {
                attributes.Add($" {ExpandedName(reader)}=\"{CanonicalValue.Of(reader.Value, reader.SchemaInfo?.SchemaType?.Datatype)}\"");
            }
        }

        reader.MoveToElement();
        attributes.Sort(StringComparer.Ordinal);
        return attributes;
    }

    private static string ExpandedName(XmlReader reader) =>
        reader.NamespaceURI.Length == 0 ? reader.LocalName : $"{{{reader.NamespaceURI}}}{reader.LocalName}";

    private static StringBuilder Indent(StringBuilder output, int depth) => output.Append(' ', depth * 2);

    private static XmlSchemaSet CompileSchemas()
    {
        var set = new XmlSchemaSet { XmlResolver = null };
        foreach (var file in Directory.EnumerateFiles(RepositoryFolder.Combine("schemas"), "*.xsd", SearchOption.AllDirectories))
        {
            using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            set.Add(XmlSchema.Read(reader, validationEventHandler: null)!);
        }

        set.Compile();
        return set;
    }
}
