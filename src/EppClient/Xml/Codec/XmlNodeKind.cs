namespace EppClient.Xml.Codec;

/// <summary>On what a reader stands.</summary>
internal enum XmlNodeKind
{
    /// <summary>Before the root element or behind it.</summary>
    None,

    /// <summary>A start tag, or the tag of an empty element.</summary>
    Element,

    /// <summary>Characters.</summary>
    Text,

    /// <summary>An end tag.</summary>
    EndElement,
}
