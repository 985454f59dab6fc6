using System.Collections.Frozen;

namespace EppClient.Xml;

/// <summary>Looks up replaced namespaces in both directions.</summary>
internal sealed class NamespaceMap
{
    private readonly FrozenDictionary<string, string> _toWire;
    private readonly FrozenDictionary<string, string> _toCanonical;

    private NamespaceMap(IReadOnlyList<EppNamespaceMapping> mappings)
    {
        _toWire = mappings.ToFrozenDictionary(m => m.CanonicalNamespaceUri, m => m.WireNamespaceUri, StringComparer.Ordinal);
        _toCanonical = mappings.ToFrozenDictionary(m => m.WireNamespaceUri, m => m.CanonicalNamespaceUri, StringComparer.Ordinal);
    }

    /// <summary>The map; null where nothing is replaced, as with most registries.</summary>
    /// <exception cref="ArgumentException">A namespace is mapped twice.</exception>
    public static NamespaceMap? Of(IReadOnlyList<EppNamespaceMapping> mappings) => mappings.Count == 0 ? null : new NamespaceMap(mappings);

    public string ToWire(string canonical) => _toWire.GetValueOrDefault(canonical, canonical);

    public string ToCanonical(string wire) => _toCanonical.GetValueOrDefault(wire, wire);
}
