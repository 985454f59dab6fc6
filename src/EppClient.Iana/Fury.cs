using System.Diagnostics.CodeAnalysis;
using EppClient.Xml;

namespace EppClient.Iana;

/// <summary>The properties of an object to create, such as those that make a registrant eligible for .ca.</summary>
[EppElement(IanaNamespaces.Fury, "create")]
public sealed partial record FuryCreate
{
    /// <summary>Creates an empty extension; an object initializer sets its members.</summary>
    public FuryCreate()
    {
    }

    /// <summary>Creates the extension.</summary>
    /// <param name="properties">The properties.</param>
    public FuryCreate(params IReadOnlyList<FuryProperty> properties) => Properties = new FuryProperties { Items = properties };
}

/// <summary>The properties of an object, and the bundle to which a domain name belongs.</summary>
[EppElement(IanaNamespaces.Fury, "info")]
public sealed partial record FuryInfoResult
{
    /// <summary>Gets the first value of a property.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The value, or null if the object has no such property.</returns>
    public string? ValueOf(string key)
    {
        var property = Properties?.Items.FirstOrDefault(p => p.Key == key);
        return property is { Values: [var first, ..] } ? first.Text : null;
    }
}

/// <summary>The platform's own result code, which is in the response to any command and is more specific than that of RFC 5730.</summary>
[EppExtensionGroup(IanaNamespaces.Fury, "domain:create", Response = true)]
public sealed partial record FuryResult;

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
