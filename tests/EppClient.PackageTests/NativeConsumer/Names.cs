using System.Xml.Linq;

namespace Example.Shop;

/// <summary>The namespaces on the wire.</summary>
internal static class Names
{
    public static readonly XNamespace Epp = "urn:ietf:params:xml:ns:epp-1.0";
    public static readonly XNamespace Domain = "urn:ietf:params:xml:ns:domain-1.0";
    public static readonly XNamespace Orchard = "urn:example:orchard-1.0";
}
