using System.Xml.Schema;

namespace EppClient.Xml;

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
