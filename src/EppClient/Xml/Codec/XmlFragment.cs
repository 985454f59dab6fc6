using System.Text;
using System.Xml;

namespace EppClient.Xml.Codec;

/// <summary>
/// An element of a message as bytes, with the namespaces that it uses but does not declare itself. System.Xml converts it to text on demand, because most
/// elements without a known schema are never examined.
/// </summary>
/// <remarks>Immutable and safe for use by several threads.</remarks>
internal sealed class XmlFragment(byte[] element, XmlPrefix[] prefixes)
{
    private static readonly XmlReaderSettings Settings = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>The element, including its tags and the namespace declarations that it needs.</summary>
    public string OuterXml() => Read(static reader => reader.ReadOuterXml());

    /// <summary>The content of the element with the namespace declarations that it needs.</summary>
    public string InnerXml() => Read(static reader => reader.ReadInnerXml());

    private string Read(Func<XmlReader, string> read)
    {
        var table = new NameTable();
        var manager = new XmlNamespaceManager(table);
        foreach (var (prefix, uri) in prefixes)
        {
            manager.AddNamespace(prefix, uri);
        }

        var context = new XmlParserContext(table, manager, null, XmlSpace.None, Encoding.UTF8);
        using var reader = XmlReader.Create(new MemoryStream(element, writable: false), Settings, context);
        reader.MoveToContent();
        return read(reader);
    }
}

/// <summary>A prefix and its namespace; the default namespace has the empty prefix.</summary>
internal readonly record struct XmlPrefix(string Prefix, string NamespaceUri);

/// <summary>The two namespaces that are predefined in every document.</summary>
internal static class XmlNamespaces
{
    public const string Xml = "http://www.w3.org/XML/1998/namespace";

    public const string Declarations = "http://www.w3.org/2000/xmlns/";
}

/// <summary>The type of the current node of a reader.</summary>
internal enum XmlNodeKind
{
    /// <summary>Before or after the root element.</summary>
    None,

    /// <summary>A start tag, or the tag of an empty element.</summary>
    Element,

    /// <summary>Characters.</summary>
    Text,

    /// <summary>An end tag.</summary>
    EndElement,
}
