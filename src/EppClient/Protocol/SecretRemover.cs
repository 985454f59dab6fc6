using System.Xml;
using EppClient.Xml;

namespace EppClient.Protocol;

/// <summary>Removes the text of all elements of a message that contain secrets: passwords, authorization information, tokens.</summary>
internal sealed class SecretRemover(EppSchemaSet schemas)
{
    private const string XmlnsNamespace = "http://www.w3.org/2000/xmlns/";

    private static readonly XmlReaderSettings ReaderSettings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private static readonly XmlWriterSettings WriterSettings = new() { OmitXmlDeclaration = true };

    /// <summary>Returns the message without its secrets, in UTF-8.</summary>
    /// <param name="message">A message that this library wrote.</param>
    /// <param name="dialect">A dialect that maps the namespaces of the message.</param>
    public byte[] Remove(ReadOnlyMemory<byte> message, EppXmlDialect dialect)
    {
        using var output = new MemoryStream(message.Length);
        using (var reader = XmlReader.Create(new MemoryStream(message.ToArray()), ReaderSettings))
        using (var writer = XmlWriter.Create(output, WriterSettings))
        {
            Copy(reader, writer, dialect);
        }

        return output.ToArray();
    }

    private void Copy(XmlReader reader, XmlWriter writer, EppXmlDialect dialect)
    {
        // The depth of the outermost secret element: its attributes, and all text and attributes below it, are secret too. The writer declares
        // the namespaces that are used.
        var secretFrom = int.MaxValue;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.Depth <= secretFrom)
                    {
                        secretFrom = IsSecret(reader, dialect) ? reader.Depth : int.MaxValue;
                    }

                    CopyStart(reader, writer, isSecret: reader.Depth >= secretFrom);
                    break;
                case XmlNodeType.EndElement:
                    writer.WriteFullEndElement();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when reader.Depth <= secretFrom:
                    writer.WriteString(reader.Value);
                    break;
                default:
                    break;
            }
        }
    }

    private static void CopyStart(XmlReader reader, XmlWriter writer, bool isSecret)
    {
        var isEmpty = reader.IsEmptyElement;
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        while (!isSecret && reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI == XmlnsNamespace || !SensitiveNames.IsSecret(reader.LocalName))
            {
                writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
            }
        }

        reader.MoveToElement();

        if (isEmpty)
        {
            writer.WriteEndElement();
        }
    }

    private bool IsSecret(XmlReader reader, EppXmlDialect dialect) =>
        schemas.AssumedSensitivityOf(dialect.ToCanonical(reader.NamespaceURI), reader.LocalName, default) == EppSensitivity.Secret;
}
