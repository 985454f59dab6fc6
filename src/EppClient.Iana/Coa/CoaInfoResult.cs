using EppClient.Xml;

namespace EppClient.Iana.Coa;

/// <summary>The attributes that a client keeps with an object.</summary>
[EppElement(IanaNamespaces.Coa, "infData")]
public sealed partial record CoaInfoResult
{
    /// <summary>The value of an attribute.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The value, or null where the object has no such attribute.</returns>
    public string? ValueOf(string key) => Attributes.FirstOrDefault(a => a.Key == key)?.Value;
}
