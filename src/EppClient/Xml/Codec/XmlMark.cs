namespace EppClient.Xml.Codec;

/// <summary>An element to which a reader can return.</summary>
/// <param name="TagStart">Where its start tag begins.</param>
/// <param name="Depth">How many elements are open in it, itself among them.</param>
internal readonly record struct XmlMark(int TagStart, int Depth);
