using System.Text;
using System.Xml;
using System.Xml.Schema;
using EppClient.Xml;
using EppClient.Xml.Codec;

namespace EppClient.Protocol;

/// <summary>
/// Redacts a message: indents it and masks the content of secret and personal elements. The schemas mark these elements by expanded name. Of elements
/// that no schema declares, those that may be secret or personal, and names that commonly hold such data, are masked.
/// </summary>
internal sealed class WireRedactor(EppSchemaSet schemas)
{
    private const string Masked = "***";
    private const string XmlnsNamespace = "http://www.w3.org/2000/xmlns/";

    private static readonly XmlReaderSettings ReaderSettings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    private static readonly XmlWriterSettings WriterSettings = new() { Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n" };

    /// <summary>Redacts a document.</summary>
    /// <param name="document">A message that was sent or received.</param>
    /// <param name="dialect">The dialect in which it is written.</param>
    public string Redact(ReadOnlyMemory<byte> document, EppXmlDialect dialect)
    {
        var output = new StringBuilder();
        try
        {
            var text = XmlDocumentText.InUtf8(EppDocumentTrim.Trim(document));
            using var reader = new XmlOutlineReader(XmlReader.Create(new StringReader(Encoding.UTF8.GetString(WithoutDeclaration(text))), ReaderSettings));
            using var writer = XmlWriter.Create(output, WriterSettings);
            Copy(reader, writer, dialect);
        }
        catch (Exception e) when (e is XmlException or ArgumentException)
        {
            // System.Xml throws ArgumentException if a document declares the prefix xmlns, or an element uses it.
            return WhatIsLeft(document, dialect);
        }
        catch (EppProtocolException e)
        {
            return FormattableString.Invariant($"({document.Length} bytes: {e.Message})");
        }

        return output.ToString();
    }

    /// <summary>Removes the XML declaration, whose encoding no longer applies and may be unknown. A second declaration is a fault, and is kept.</summary>
    private static ReadOnlySpan<byte> WithoutDeclaration(ReadOnlySpan<byte> text) =>
        text.StartsWith("<?xml "u8) && text.IndexOf("?>"u8) is > 0 and var end && text[(end + 2)..] is var rest && !rest.StartsWith("<?xml "u8) ? rest : text;

    /// <summary>A document that cannot be parsed cannot be redacted, so only its tags up to the fault are shown.</summary>
    private string WhatIsLeft(ReadOnlyMemory<byte> document, EppXmlDialect dialect) => MalformedXml.Find(document, dialect, schemas) is { } fault
        ? FormattableString.Invariant($"({document.Length} bytes that {(fault.IsLimit ? "exceed a limit of the reader" : "are not well-formed XML")}: {fault}{(fault.Excerpt.Length > 0 ? ", after " : string.Empty)}{fault.Excerpt})")
        : FormattableString.Invariant($"({document.Length} bytes that are not well-formed XML: a reserved prefix is used)");

    private void Copy(XmlReader reader, XmlWriter writer, EppXmlDialect dialect)
    {
        // The depth of the outermost element that is masked: all text below it is.
        var maskedFrom = int.MaxValue;
        var open = new List<(EppElementScope Scope, bool IsErrorValue)>();
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var uri = schemas.CanonicalOf(reader.NamespaceURI, dialect);
                    var outer = reader.Depth > 0 ? open[reader.Depth - 1].Scope : default;
                    if (reader.Depth <= maskedFrom)
                    {
                        maskedFrom = schemas.AssumedSensitivityOf(uri, reader.LocalName, outer) == EppSensitivity.None ? int.MaxValue : reader.Depth;
                    }

                    open.RemoveRange(reader.Depth, open.Count - reader.Depth);
                    open.Add((outer.Within(uri, reader.LocalName), IsErrorValue(uri, reader.LocalName)));
                    CopyStart(reader, writer, uri, open[^1].Scope, isMasked: reader.Depth >= maskedFrom);
                    break;
                case XmlNodeType.EndElement:
                    writer.WriteEndElement();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    writer.WriteString(reader.Depth > maskedFrom || open[reader.Depth - 1].IsErrorValue ? Masked : TextRedactor.Mask(reader.Value));
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Whether an element is the value of a result: its text repeats a value that the client sent and may be sensitive.</summary>
    private static bool IsErrorValue(string namespaceUri, string localName) => localName == "value" && namespaceUri is ("" or EppNamespaces.Epp);

    private void CopyStart(XmlReader reader, XmlWriter writer, string namespaceUri, EppElementScope scope, bool isMasked)
    {
        var empty = reader.IsEmptyElement;
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        while (reader.MoveToNextAttribute())
        {
            writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, Shown(reader, namespaceUri, scope, isMasked));
        }

        reader.MoveToElement();
        if (empty)
        {
            writer.WriteEndElement();
        }
    }

    /// <summary>Gets the displayed value of an attribute. Attributes of masked elements, such as the extension of a telephone number, are masked too.</summary>
    private string Shown(XmlReader attribute, string namespaceUri, EppElementScope scope, bool isMasked) =>
        attribute.NamespaceURI is XmlnsNamespace or XmlSchema.InstanceNamespace ? attribute.Value
        : isMasked || schemas.IsSensitiveAttribute(namespaceUri, attribute.LocalName, scope) ? Masked
        : TextRedactor.Mask(attribute.Value);
}
