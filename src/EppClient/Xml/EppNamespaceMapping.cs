using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Xml;

namespace EppClient.Xml;

/// <summary>
/// A namespace that a registry replaces by its own, with the same structure. Some registries replace the namespaces of the RFCs, including that of the
/// envelope. The types stay the same.
/// </summary>
/// <param name="CanonicalNamespaceUri">The namespace from which the types were generated, such as <see cref="EppNamespaces.Domain"/>.</param>
/// <param name="WireNamespaceUri">The namespace that the registry uses, in messages and in the lists of its greeting.</param>
public sealed record EppNamespaceMapping(string CanonicalNamespaceUri, string WireNamespaceUri);

/// <summary>All versions of a registry's namespace. Elements in any of them are read as elements of the newest version.</summary>
/// <param name="Prefix">The common prefix of the namespaces; a version number such as <c>4.5</c> follows.</param>
/// <param name="CanonicalNamespaceUri">The namespace of the newest version, from which the types were generated.</param>
public sealed record EppNamespaceFamily(string Prefix, string CanonicalNamespaceUri)
{
    private static readonly SearchValues<char> VersionCharacters = SearchValues.Create("0123456789.");

    internal bool Contains(string namespaceUri) =>
        namespaceUri.StartsWith(Prefix, StringComparison.Ordinal)
        && namespaceUri.Length > Prefix.Length
        && namespaceUri.AsSpan(Prefix.Length).IndexOfAnyExcept(VersionCharacters) < 0;
}

/// <summary>
/// The prefix with which a namespace is declared. Any prefix would be valid, but people who read frames, and servers that compare text, expect the usual ones.
/// They are in the last part of the namespace: <c>urn:ietf:params:xml:ns:domain-1.0</c>.
/// </summary>
internal static class EppNamespacePrefix
{
    private static readonly ConcurrentDictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        // The envelope is the default namespace.
        [EppNamespaces.Epp] = string.Empty,
    };

    public static string Of(string namespaceUri) => Prefixes.GetOrAdd(namespaceUri, Derive);

    private static string Derive(string namespaceUri)
    {
        var last = namespaceUri[(namespaceUri.LastIndexOfAny([':', '/', '#']) + 1)..];
        var version = last.LastIndexOf('-');
        var name = version > 0 && char.IsAsciiDigit(last[^1]) ? last[..version] : last;
        try
        {
            return XmlConvert.VerifyNCName(name).StartsWith("xml", StringComparison.OrdinalIgnoreCase) ? "ext" : name;
        }
        catch (XmlException)
        {
            return "ext";
        }
        catch (ArgumentException)
        {
            // VerifyNCName throws this for an empty name, if the namespace ends in a separator.
            return "ext";
        }
    }
}

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

/// <summary>
/// Versions of one extension that have separate types, each with its schema class among <see cref="EppClient.EppProfile.Schemas"/>. Unlike
/// <see cref="EppSchemaVersion"/>, they are not translated into each other: a command must use a version that the session has negotiated.
/// </summary>
/// <param name="NamespaceUris">The namespaces, the preferred one first.</param>
public sealed record EppVersionGroup(params IReadOnlyList<string> NamespaceUris)
{
    /// <summary>
    /// Whether to announce all versions that the greeting offers, instead of only the first. A registry that receives several versions may respond in any of
    /// them. Default: false.
    /// </summary>
    public bool AnnounceAll { get; init; }
}

/// <summary>An older version of a schema that the same CLR types support.</summary>
/// <param name="NamespaceUri">The older namespace.</param>
/// <param name="CanonicalNamespaceUri">The namespace of the newest version, from which the types were generated.</param>
public sealed record EppSchemaVersion(string NamespaceUri, string CanonicalNamespaceUri)
{
    /// <summary>Global elements of the newest version that the older version does not have or defines differently.</summary>
    public IReadOnlyList<string> MissingElements { get; init; } = [];
}
