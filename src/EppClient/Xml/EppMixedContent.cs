using System.Text;
using System.Xml;

namespace EppClient.Xml;

/// <summary>Content in which a schema allows text and any elements, mixed.</summary>
public sealed class EppMixedContent
{
    private EppMixedContent(string text, string? xml)
    {
        Text = text;
        Xml = xml;
    }

    /// <summary>No content.</summary>
    public static EppMixedContent Empty { get; } = new(string.Empty, null);

    /// <summary>All text, that of inner elements included.</summary>
    public string Text { get; }

    /// <summary>The content as XML; null where it is text only.</summary>
    public string? Xml { get; }

    /// <summary>Text only.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator EppMixedContent(string text) => FromText(text);

    /// <summary>Text only.</summary>
    /// <param name="text">The text.</param>
    public static EppMixedContent FromText(string text) => new(text, null);

    /// <summary>Text and elements.</summary>
    /// <param name="xml">Well-formed content, with the namespace declarations that it needs.</param>
    /// <exception cref="FormatException">The text is not well-formed.</exception>
    public static EppMixedContent FromXml(string xml)
    {
        try
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

            return new EppMixedContent(text.ToString(), xml);
        }
        catch (XmlException e)
        {
            throw new FormatException($"The content is not well-formed: line {e.LineNumber}, position {e.LinePosition}.", e);
        }
    }

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
