using System.Text;
using System.Xml;
using System.Xml.Schema;
using EppClient.Xml;
using EppClient.Xml.Codec;

namespace EppClient.Protocol;

/// <summary>
/// Makes a message fit for human eyes: indented, with the content of secret and personal elements masked. Which those are the
/// schemas say, by expanded name; of what no schema knows, names that commonly hold secrets are masked.
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

    /// <summary>The redacted document.</summary>
    /// <param name="document">A message, sent or received.</param>
    /// <param name="dialect">The dialect in which it is written.</param>
    public string Redact(ReadOnlyMemory<byte> document, EppXmlDialect dialect)
    {
        var output = new StringBuilder();
        try
        {
            var text = XmlDocumentText.InUtf8(EppDocumentTrim.Trim(document));
            using var reader = new ShallowXmlReader(XmlReader.Create(new StringReader(Encoding.UTF8.GetString(WithoutDeclaration(text))), ReaderSettings));
            using var writer = XmlWriter.Create(output, WriterSettings);
            Copy(reader, writer, dialect);
        }
        catch (Exception e) when (e is XmlException or ArgumentException)
        {
            // System.Xml throws the second if a document declares the prefix xmlns, or an element uses it.
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
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.Depth <= maskedFrom)
                    {
                        maskedFrom = IsSensitive(reader, dialect) ? reader.Depth : int.MaxValue;
                    }

                    CopyStart(reader, writer, isMasked: reader.Depth >= maskedFrom);
                    break;
                case XmlNodeType.EndElement:
                    writer.WriteEndElement();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    writer.WriteString(reader.Depth > maskedFrom ? Masked : EppTextMask.Mask(reader.Value));
                    break;
                default:
                    break;
            }
        }
    }

    private static void CopyStart(XmlReader reader, XmlWriter writer, bool isMasked)
    {
        var empty = reader.IsEmptyElement;
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        if (isMasked)
        {
            CopyMaskedAttributes(reader, writer);
        }
        else
        {
            writer.WriteAttributes(reader, defattr: false);
        }

        if (empty)
        {
            writer.WriteEndElement();
        }
    }

    /// <summary>Attributes of a masked element belong to what is masked, such as the extension of a telephone number.</summary>
    private static void CopyMaskedAttributes(XmlReader reader, XmlWriter writer)
    {
        while (reader.MoveToNextAttribute())
        {
            var isStructure = reader.NamespaceURI is XmlnsNamespace or XmlSchema.InstanceNamespace;
            writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, isStructure ? reader.Value : Masked);
        }

        reader.MoveToElement();
    }

    private bool IsSensitive(XmlReader reader, EppXmlDialect dialect) =>
        schemas.AssumedSensitivityOf(schemas.CanonicalOf(reader.NamespaceURI, dialect), reader.LocalName) != EppSensitivity.None;
}
