using System.Xml;

namespace EppClient.Xml.Codec;

/// <summary>Says where a document is broken.</summary>
internal static class XmlFault
{
    /// <summary>The exception for a fault. Its text never quotes the document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="offset">Where in it, in octets.</param>
    /// <param name="rule">The rule that is broken.</param>
    public static XmlException At(ReadOnlySpan<byte> document, int offset, string rule)
    {
        var before = document[..Math.Min(offset, document.Length)];
        return new XmlException(rule, null, before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'));
    }
}
