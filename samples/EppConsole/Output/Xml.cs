using System.Text;
using System.Xml;

namespace EppConsole.Output;

/// <summary>Formats XML for people.</summary>
internal static class Xml
{
    /// <summary>Indents a document.</summary>
    public static string Indent(ReadOnlyMemory<byte> document)
    {
        var text = new StringBuilder();
        using (var reader = XmlReader.Create(new MemoryStream(document.ToArray()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, IgnoreWhitespace = true }))
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, NewLineChars = "\n" }))
        {
            writer.WriteNode(reader, defattr: false);
        }

        return text.ToString();
    }
}
