using System.Text;
using System.Xml;
using EppClient.Xml.Codec;

namespace EppClient.Xml;

/// <summary>Content in which a schema allows text and any elements, mixed.</summary>
public sealed class EppMixedContent : IEquatable<EppMixedContent>
{
    // Text and XML, or the element of the message from which they are created on demand.
    private object _content;

    internal EppMixedContent(XmlFragment element) => _content = element;

    private EppMixedContent(object content) => _content = content;

    /// <summary>Empty content.</summary>
    public static EppMixedContent Empty { get; } = new(new RawForm(string.Empty, null));

    /// <summary>All text, including that of inner elements.</summary>
    public string Text => Raw.Text;

    /// <summary>The content as XML; null if it is text only.</summary>
    public string? Xml => Raw.Xml;

    /// <summary>The attributes, if the element can have any attributes.</summary>
    public IReadOnlyList<EppAttributeValue> Attributes { get; init; } = [];

    /// <summary>Converts text to content.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator EppMixedContent(string text) => FromText(text);

    /// <summary>Creates content from text.</summary>
    /// <param name="text">The text.</param>
    public static EppMixedContent FromText(string text) => new(new RawForm(text, null));

    /// <summary>Creates content from XML with text and elements.</summary>
    /// <param name="xml">Well-formed content, including the namespace declarations that it needs.</param>
    /// <exception cref="FormatException">The text is not well-formed.</exception>
    public static EppMixedContent FromXml(string xml)
    {
        try
        {
            return new EppMixedContent(new RawForm(TextOf(xml), xml));
        }
        catch (XmlException e)
        {
            throw new FormatException($"The content is not well-formed: line {e.LineNumber}, position {e.LinePosition}.", e);
        }
    }

    /// <summary>Returns the same content with attributes.</summary>
    /// <param name="attributes">The attributes.</param>
    public EppMixedContent With(IReadOnlyList<EppAttributeValue> attributes) =>
        attributes.Count == 0 ? this : new EppMixedContent(_content) { Attributes = attributes };

    /// <summary>Compares text, XML and attributes.</summary>
    /// <param name="other">The other content.</param>
    public bool Equals(EppMixedContent? other) =>
        other is not null && Text == other.Text && Xml == other.Xml && Attributes.SequenceEqual(other.Attributes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EppMixedContent);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, Xml);

    /// <summary>Returns the text.</summary>
    public override string ToString() => Text;

    private RawForm Raw
    {
        get
        {
            // Threads that run this at the same time create the same texts.
            var content = _content;
            if (content is not RawForm spelling)
            {
                var xml = ((XmlFragment)content).InnerXml();
                _content = spelling = xml.AsSpan().ContainsAny('<', '&') ? new RawForm(TextOf(xml), xml) : new RawForm(xml, null);
            }

            return spelling;
        }
    }

    private static string TextOf(string xml)
    {
        var text = new StringBuilder();
        using var reader = EppRawXml.Fragments(xml);
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                text.Append(reader.Value);
            }
        }

        return text.ToString();
    }

    private sealed record RawForm(string Text, string? Xml);
}
