using System.Diagnostics.CodeAnalysis;
using EppClient.Xml;

namespace EppClient.Iana;

/// <summary>Changes the attributes of an object: removes some, then adds or overwrites others.</summary>
[EppElement(IanaNamespaces.Coa, "update")]
public sealed partial record CoaUpdate
{
    /// <summary>Adds or overwrites attributes.</summary>
    /// <param name="attributes">The attributes.</param>
    public static CoaUpdate Set(params IReadOnlyList<CoaPair> attributes) => new() { Put = new CoaMap { Attributes = attributes } };

    /// <summary>Removes attributes.</summary>
    /// <param name="keys">The keys of the attributes.</param>
    public static CoaUpdate Without(params IReadOnlyList<string> keys) => new() { Remove = new CoaRemoval { Keys = keys } };
}

/// <summary>The attributes that a client keeps with an object.</summary>
[EppElement(IanaNamespaces.Coa, "infData")]
public sealed partial record CoaInfoResult
{
    /// <summary>Gets the value of an attribute.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The value, or null if the object has no such attribute.</returns>
    public string? ValueOf(string key) => Attributes.FirstOrDefault(a => a.Key == key)?.Value;
}

/// <summary>An attribute of an object. The registry defines the keys that it accepts.</summary>
[EppType(IanaNamespaces.Coa, "attrType")]
public sealed partial record CoaPair
{
    /// <summary>Creates the attribute.</summary>
    /// <param name="key">The key, at most 50 characters.</param>
    /// <param name="value">The value, at most 1000 characters.</param>
    [SetsRequiredMembers]
    public CoaPair(string key, string value) => (Key, Value) = (key, value);
}
