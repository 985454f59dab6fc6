namespace EppClient.Xml.Codec;

/// <summary>The two namespaces that every document has.</summary>
internal static class XmlNamespaces
{
    public const string Xml = "http://www.w3.org/XML/1998/namespace";

    public const string Declarations = "http://www.w3.org/2000/xmlns/";
}
