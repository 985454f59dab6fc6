using System.Diagnostics.CodeAnalysis;
using EppClient.Xml;

namespace EppClient.Iana.Coa;

/// <summary>An attribute of an object; the registry says which keys it takes.</summary>
[EppType(IanaNamespaces.Coa, "attrType")]
public sealed partial record CoaPair
{
    /// <summary>Creates the attribute.</summary>
    /// <param name="key">The key, at most 50 characters.</param>
    /// <param name="value">The value, at most 1000 characters.</param>
    [SetsRequiredMembers]
    public CoaPair(string key, string value) => (Key, Value) = (key, value);
}
