using System.ComponentModel;
using System.Xml;
using System.Xml.Schema;
using EppClient.Xml.Codec;

namespace EppClient.Xml;

/// <summary>An element that none of the known schemas defines, kept as XML. It can be examined and written back.</summary>
public sealed class EppRawElement : IEppElement, IEquatable<EppRawElement>
{
    // The XML, or the fragment of the message from which it is created on demand.
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

    /// <summary>The element, including its tags and all namespace declarations that it needs. May contain secrets and personal data.</summary>
    /// <remarks>For an element that was read, the text is created on first access.</remarks>
    public string Xml
    {
        get
        {
            // Threads that run this at the same time create the same text.
            var content = _content;
            if (content is not string xml)
            {
                _content = xml = ((XmlFragment)content).OuterXml();
            }

            return xml;
        }
    }

    /// <summary>Creates an element from XML, for a registry whose schema is not available.</summary>
    /// <param name="xml">One element, including the namespace declarations that it needs.</param>
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
            return reader.MoveToContent() == XmlNodeType.None ? element : throw new FormatException("The XML continues after the element.");
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

    /// <summary>Returns the name of the element, never its content.</summary>
    public override string ToString() => $"{{{NamespaceUri}}}{LocalName}";
}

/// <summary>An attribute that none of the known schemas defines, kept unchanged.</summary>
/// <param name="NamespaceUri">The namespace; empty for most attributes.</param>
/// <param name="LocalName">The local name.</param>
/// <param name="Value">The value. For <c>xsi:type</c>, the name of the type, preceded by its namespace in braces: <c>{urn:x}nameType</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct EppAttributeValue(string NamespaceUri, string LocalName, string Value)
{
    /// <summary>Whether the attribute is <c>xsi:type</c>, whose prefix may have another meaning elsewhere.</summary>
    internal bool IsType => LocalName == "type" && NamespaceUri == XmlSchema.InstanceNamespace;

    /// <summary>Returns the name of the attribute, never its value.</summary>
    public override string ToString() => NamespaceUri.Length == 0 ? LocalName : $"{{{NamespaceUri}}}{LocalName}";
}

/// <summary>A qualified name (<c>xs:QName</c>). The prefix belongs to the document, not to the value.</summary>
/// <param name="NamespaceUri">The canonical namespace; empty for none.</param>
/// <param name="LocalName">The local name.</param>
public readonly record struct EppQualifiedName(string NamespaceUri, string LocalName)
{
    /// <summary>Returns the name, preceded by its namespace in braces if it has one.</summary>
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
