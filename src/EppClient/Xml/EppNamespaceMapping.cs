using System.Collections.Frozen;

namespace EppClient.Xml;

/// <summary>
/// A namespace that a registry replaces by its own, with the same structure. Some registries replace the namespaces of the RFCs, including that of the
/// envelope. The types stay the same.
/// </summary>
/// <param name="CanonicalNamespaceUri">The namespace from which the types were generated, such as <see cref="EppNamespaces.Domain"/>.</param>
/// <param name="WireNamespaceUri">The namespace that the registry uses, in messages and in the lists of its greeting.</param>
public sealed record EppNamespaceMapping(string CanonicalNamespaceUri, string WireNamespaceUri);

/// <summary>Translates replaced namespaces in both directions.</summary>
internal sealed class NamespaceMap
{
    private readonly FrozenDictionary<string, string> _toWire;
    private readonly FrozenDictionary<string, string> _toCanonical;

    private NamespaceMap(IReadOnlyList<EppNamespaceMapping> mappings)
    {
        _toWire = mappings.ToFrozenDictionary(m => m.CanonicalNamespaceUri, m => m.WireNamespaceUri, StringComparer.Ordinal);
        _toCanonical = mappings.ToFrozenDictionary(m => m.WireNamespaceUri, m => m.CanonicalNamespaceUri, StringComparer.Ordinal);
    }

    /// <summary>Creates the map; null if nothing is replaced, as for most registries.</summary>
    /// <exception cref="ArgumentException">A namespace is mapped twice.</exception>
    public static NamespaceMap? Of(IReadOnlyList<EppNamespaceMapping> mappings) => mappings.Count == 0 ? null : new NamespaceMap(mappings);

    public string ToWire(string canonical) => _toWire.GetValueOrDefault(canonical, canonical);

    public string ToCanonical(string wire) => _toCanonical.GetValueOrDefault(wire, wire);
}
