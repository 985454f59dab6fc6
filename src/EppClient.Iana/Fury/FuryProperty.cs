using System.Diagnostics.CodeAnalysis;
using EppClient.Xml;

namespace EppClient.Iana.Fury;

/// <summary>A property of an object, such as PRIVACY or CPR: a key with values, or the removal of all of them.</summary>
[EppType(IanaNamespaces.Fury, "kvpEntry")]
public sealed partial record FuryProperty
{
    /// <summary>Creates an empty property; an object initializer sets its members.</summary>
    public FuryProperty()
    {
    }

    /// <summary>Creates a property with values.</summary>
    /// <param name="key">The key.</param>
    /// <param name="values">The values.</param>
    [SetsRequiredMembers]
    public FuryProperty(string key, params IEnumerable<string> values)
    {
        Key = key;
        Values = [.. values.Select(v => new FuryValue { Text = v })];
    }
}
