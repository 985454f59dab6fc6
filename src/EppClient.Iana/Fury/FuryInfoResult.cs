using EppClient.Xml;

namespace EppClient.Iana.Fury;

/// <summary>The properties of an object, and the bundle that a domain name belongs to.</summary>
[EppElement(IanaNamespaces.Fury, "info")]
public sealed partial record FuryInfoResult
{
    /// <summary>The first value of a property.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The value, or null where the object has no such property.</returns>
    public string? ValueOf(string key)
    {
        var property = Properties?.Items.FirstOrDefault(p => p.Key == key);
        return property is { Values: [var first, ..] } ? first.Text : null;
    }
}
