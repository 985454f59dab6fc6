using System.Xml;
using System.Xml.Schema;
using EppClient.Xml.Codec;

namespace EppClient.Xml;

/// <summary>An element that no schema at hand knows, kept as XML: it can be looked at and written back.</summary>
public sealed class EppRawElement : IEppElement, IEquatable<EppRawElement>
{
    // The XML, or the fragment of the message from which it is made when it is asked for.
    private object _content;

    internal EppRawElement(string namespaceUri, string localName, XmlFragment fragment)
        : this(namespaceUri, localName, (object)fragment)
    {
    }

    private EppRawElement(string namespaceUri, string localName, object content)
    {
        NamespaceUri = namespaceUri;
        LocalName = localName;
        _content = content;
    }

    /// <inheritdoc/>
    public string NamespaceUri { get; }

    /// <inheritdoc/>
    public string LocalName { get; }

    /// <summary>The element with its tags and all namespace declarations that it needs. May hold secrets and personal data.</summary>
    /// <remarks>Of an element that was read it is made when it is first asked for.</remarks>
    public string Xml
    {
        get
        {
            // Several threads at once make the same text.
            var content = _content;
            if (content is not string xml)
            {
                _content = xml = ((XmlFragment)content).OuterXml();
            }

            return xml;
        }
    }

    /// <summary>Takes an element that the caller wrote, for a registry whose schema is not at hand.</summary>
    /// <param name="xml">One element, with the namespace declarations that it needs.</param>
    /// <exception cref="FormatException">The text is not one well-formed element.</exception>
    public static EppRawElement Parse(string xml)
    {
        ArgumentNullException.ThrowIfNull(xml);
        try
        {
            using var reader = EppRawXml.Fragments(xml);
            reader.MoveToContent();
            if (reader.NodeType != XmlNodeType.Element)
            {
                throw new FormatException("The XML does not begin with an element.");
            }

            var element = new EppRawElement(reader.NamespaceURI, reader.LocalName, xml);
            reader.Skip();
            return reader.MoveToContent() == XmlNodeType.None ? element : throw new FormatException("The XML goes on behind the element.");
        }
        catch (XmlException e)
        {
            throw new FormatException($"The XML is not well-formed: line {e.LineNumber}, position {e.LinePosition}.", e);
        }
    }

    /// <inheritdoc/>
    public void Write(EppXmlWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Raw(this);
    }

    /// <summary>Compares the XML, character by character.</summary>
    /// <param name="other">The other element.</param>
    public bool Equals(EppRawElement? other) => other is not null && Xml == other.Xml;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EppRawElement);

    /// <inheritdoc/>
    public override int GetHashCode() => Xml.GetHashCode(StringComparison.Ordinal);

    /// <summary>The element's name; never its content.</summary>
    public override string ToString() => $"{{{NamespaceUri}}}{LocalName}";
}

/// <summary>An attribute that no schema at hand names, kept as it is.</summary>
/// <param name="NamespaceUri">Its namespace; empty for most attributes.</param>
/// <param name="LocalName">Its name.</param>
/// <param name="Value">Its value. Of <c>xsi:type</c> the type's name with its namespace in braces before it: <c>{urn:x}nameType</c>.</param>
public readonly record struct EppAttributeValue(string NamespaceUri, string LocalName, string Value)
{
    /// <summary>Whether it names the type of its element, with a prefix that may mean something else elsewhere.</summary>
    internal bool IsType => LocalName == "type" && NamespaceUri == XmlSchema.InstanceNamespace;

    /// <summary>The attribute's name; never its value.</summary>
    public override string ToString() => NamespaceUri.Length == 0 ? LocalName : $"{{{NamespaceUri}}}{LocalName}";
}

/// <summary>A name in a namespace, carried as <c>xs:QName</c>: the prefix is a matter of the document, not of the value.</summary>
/// <param name="NamespaceUri">The canonical namespace; empty for none.</param>
/// <param name="LocalName">The name.</param>
public readonly record struct EppQualifiedName(string NamespaceUri, string LocalName)
{
    /// <summary>The name behind its namespace in braces; without braces where it is in none.</summary>
    public override string ToString() => string.IsNullOrEmpty(NamespaceUri) ? LocalName ?? string.Empty : $"{{{NamespaceUri}}}{LocalName}";
}

/// <summary>Readers for XML that is kept as text.</summary>
internal static class EppRawXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
    };

    public static XmlReader Fragments(string xml) => XmlReader.Create(new StringReader(xml), Settings);
}
