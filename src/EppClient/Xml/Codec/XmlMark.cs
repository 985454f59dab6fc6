namespace EppClient.Xml.Codec;

/// <summary>An element to which a reader can return.</summary>
/// <param name="TagStart">Where its start tag begins.</param>
/// <param name="Depth">The number of open elements, including itself.</param>
internal readonly record struct XmlMark(int TagStart, int Depth);
