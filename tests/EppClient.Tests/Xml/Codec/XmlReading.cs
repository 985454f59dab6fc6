using System.Globalization;
using System.Text;
using System.Xml;
using EppClient.Xml.Codec;

namespace EppClient.Tests.Xml.Codec;

/// <summary>The result of reading a document, in a form in which two readers can be compared.</summary>
internal static class XmlReading
{
    public const string Refused = "refused";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Returns the results of System.Xml and of our reader: all tags, attributes and texts in order, or <see cref="Refused"/>.</summary>
    public static (string Ours, string Theirs) Of(byte[] document)
    {
        // Our reader reads the text of text-only elements in one call, as generated code does, which knows these elements by name.
        var holdsText = new List<bool>();
        var theirs = OfSystem(document, holdsText);
        return (OfOurs(document, new Queue<bool>(holdsText)), theirs);
    }

    private static string OfSystem(byte[] document, List<bool> holdsText)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(document), Settings);
            reader.MoveToContent();
            var status = new StringBuilder();
            SystemElement(reader, status, holdsText);
            while (reader.Read())
            {
            }

            return status.ToString();
        }
        catch (Exception e) when (e is XmlException or ArgumentException)
        {
            // System.Xml throws ArgumentException where a document declares the prefix xmlns.
            return Refused;
        }
    }

    private static string OfOurs(byte[] document, Queue<bool> holdsText)
    {
        try
        {
            using var reader = Utf8XmlReader.Of(document);
            reader.Read();
            var status = new StringBuilder();
            OurElement(reader, status, holdsText);
            while (reader.Read())
            {
            }

            return status.ToString();
        }
        catch (Exception e) when (e is XmlException or EppProtocolException)
        {
            return Refused;
        }
    }

    public static int CountElements(byte[] document)
    {
        using var reader = XmlReader.Create(new MemoryStream(document), Settings);
        var count = 0;
        while (reader.Read())
        {
            count += reader.NodeType == XmlNodeType.Element ? 1 : 0;
        }

        return count;
    }

    /// <summary>Returns the XML of the n-th element as System.Xml writes it, with and without its tags.</summary>
    public static (string Outer, string Inner) SystemXml(byte[] document, int number) => (
        OrRefused(() => SystemXml(document, number, r => r.ReadOuterXml())),
        OrRefused(() => SystemXml(document, number, r => r.ReadInnerXml())));

    /// <summary>Returns the XML of the n-th element as our reader returns it.</summary>
    public static (string Outer, string Inner) OurXml(byte[] document, int number) => (
        OrRefused(() => OurXml(document, number, r => r.ReadFragment().OuterXml())),
        OrRefused(() => OurXml(document, number, r => r.HoldsPlainText ? r.ReadElementText() : r.ReadFragment(contentOnly: true).InnerXml())));

    private static string OrRefused(Func<string> spell)
    {
        try
        {
            return spell();
        }
        catch (Exception e) when (e is XmlException or ArgumentException)
        {
            // System.Xml reads some uses of reserved prefixes that it refuses to write.
            return Refused;
        }
    }

    private static string SystemXml(byte[] document, int number, Func<XmlReader, string> read)
    {
        using var reader = XmlReader.Create(new MemoryStream(document), Settings);
        while (number >= 0 && reader.Read())
        {
            number -= reader.NodeType == XmlNodeType.Element ? 1 : 0;
        }

        return read(reader);
    }

    private static string OurXml(byte[] document, int number, Func<Utf8XmlReader, string> read)
    {
        using var reader = Utf8XmlReader.Of(document);
        while (number >= 0 && reader.Read())
        {
            number -= reader.Node == XmlNodeKind.Element ? 1 : 0;
        }

        return read(reader);
    }

    private static void SystemElement(XmlReader reader, StringBuilder status, List<bool> holdsText)
    {
        Start(status, reader.NamespaceURI, reader.LocalName);
        while (reader.MoveToNextAttribute())
        {
            Attribute(status, reader.NamespaceURI, reader.LocalName, reader.Value);
        }

        reader.MoveToElement();
        var place = holdsText.Count;
        holdsText.Add(false);
        if (reader.IsEmptyElement)
        {
            status.Append("/>");
            return;
        }

        var text = new StringBuilder();
        var hasElements = false;
        while (reader.Read() && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                hasElements = true;
                SystemElement(reader, status, holdsText);
            }
            else
            {
                text.Append(reader.Value);
            }
        }

        holdsText[place] = !hasElements;
        End(status, hasElements ? string.Empty : text.ToString());
    }

    private static void OurElement(Utf8XmlReader reader, StringBuilder status, Queue<bool> holdsText)
    {
        Start(status, reader.NamespaceUri, reader.LocalName);
        for (var i = 0; i < reader.AttributeCount; i++)
        {
            var (uri, name) = reader.AttributeName(i);
            Attribute(status, uri, name, reader.AttributeValue(i));
        }

        var isText = holdsText.TryDequeue(out var text) && text;
        if (reader.IsEmptyElement)
        {
            status.Append("/>");
            return;
        }

        if (isText)
        {
            End(status, reader.ReadTextToEnd());
            return;
        }

        while (reader.Read() && reader.Node != XmlNodeKind.EndElement)
        {
            if (reader.Node == XmlNodeKind.Element)
            {
                OurElement(reader, status, holdsText);
            }
        }

        End(status, string.Empty);
    }

    private static void Start(StringBuilder status, string uri, string name) => status.Append('<').Append('{').Append(uri).Append('}').Append(name);

    private static void Attribute(StringBuilder status, string uri, string name, string value) =>
        status.Append(CultureInfo.InvariantCulture, $" {{{uri}}}{name}={value.Length}:{value}");

    private static void End(StringBuilder status, string text) => status.Append('>').Append(text).Append("</>");
}
