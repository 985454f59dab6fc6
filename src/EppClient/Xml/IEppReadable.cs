using System.ComponentModel;

namespace EppClient.Xml;

/// <summary>A type that can be read from XML, such as every generated record for an element or for a complex type.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEppReadable<TSelf>
    where TSelf : IEppReadable<TSelf>
{
    /// <summary>Reads the current element, whatever its name.</summary>
    /// <param name="reader">The reader, at the start of the element; after the call, after its end.</param>
    /// <exception cref="EppProtocolException">
    /// The XML is not well-formed, or reading is strict and a required part is missing or a value cannot be read.
    /// </exception>
    static abstract TSelf ReadContent(EppXmlReader reader);
}
