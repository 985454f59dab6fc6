using System.Collections.Concurrent;

namespace EppClient.Xml;

/// <summary>
/// How one registry spells what the schemas say: its namespaces, its versions of them, and its overlay. Readers translate to
/// the canonical namespaces that generated code knows, writers translate back.
/// </summary>
/// <remarks>Safe for use by several threads.</remarks>
public sealed class EppXmlDialect
{
    /// <summary>The RFCs as they are.</summary>
    public static readonly EppXmlDialect Standard = new();

    private readonly ConcurrentDictionary<EppSimpleType, EppSimpleType> _resolved = new(ReferenceEqualityComparer.Instance);

    private NamespaceMap? _namespaces;

    /// <summary>Namespaces that the registry replaces by its own.</summary>
    public IReadOnlyList<EppNamespaceMapping> Namespaces
    {
        get;
        init
        {
            field = value;
            _namespaces = NamespaceMap.Of(value);
        }
    } = [];

    /// <summary>Families of namespaces that are read as one.</summary>
    public IReadOnlyList<EppNamespaceFamily> Families { get; init; } = [];

    /// <summary>Older versions that are written instead of the newest, as negotiated with the registry's greeting.</summary>
    public IReadOnlyList<EppSchemaVersion> Versions { get; init; } = [];

    /// <summary>The registry's changes to schemas that are not its own.</summary>
    public EppSchemaOverlay Overlay { get; init; } = new();

    /// <summary>
    /// Whether attributes that are true or false are written <c>1</c> and <c>0</c>, the other form that XML Schema has for them. Some
    /// programs at the other end compare texts. Default: false.
    /// </summary>
    public bool FlagAttributesAsDigits { get; init; }

    /// <summary>How parts of a message that violate their schema are read. Default: <see cref="EppReadMode.Tolerant"/>.</summary>
    public EppReadMode ReadMode { get; init; }

    /// <summary>The namespaces of objects on offer, as generated code knows them: what else a response withholds is an extension.</summary>
    internal IReadOnlyCollection<string> ObjectUris { get; init; } = [EppNamespaces.Domain, EppNamespaces.Host, EppNamespaces.Contact];

    /// <summary>The namespace that goes over the wire.</summary>
    /// <param name="canonical">The namespace that generated code knows.</param>
    public string ToWire(string canonical)
    {
        var spoken = VersionOf(canonical)?.NamespaceUri ?? canonical;
        return _namespaces is null ? spoken : _namespaces.ToWire(spoken);
    }

    /// <summary>The namespace that generated code knows.</summary>
    /// <param name="wire">The namespace that came over the wire.</param>
    public string ToCanonical(string wire)
    {
        wire = Unmap(wire);
        foreach (var version in Versions)
        {
            if (version.NamespaceUri == wire)
            {
                return version.CanonicalNamespaceUri;
            }
        }

        foreach (var family in Families)
        {
            if (family.Contains(wire))
            {
                return family.CanonicalNamespaceUri;
            }
        }

        return wire;
    }

    /// <summary>The namespace of the schema, whichever version that is.</summary>
    /// <param name="wire">The namespace that came over the wire.</param>
    internal string Unmap(string wire) => _namespaces is null ? wire : _namespaces.ToCanonical(wire);

    /// <summary>Whether the negotiated version of the schema has a global element.</summary>
    /// <param name="canonical">The namespace that generated code knows.</param>
    /// <param name="localName">The element.</param>
    public bool Has(string canonical, string localName) => VersionOf(canonical)?.MissingElements.Contains(localName) is not true;

    internal EppSimpleType Resolve(EppSimpleType type) =>
        Overlay.SimpleTypes.Count == 0 ? type : _resolved.GetOrAdd(type, static (t, overlay) => Override(t, overlay), Overlay);

    internal bool MayOmit(string canonical, string typeName, string elementName)
    {
        foreach (var element in Overlay.OptionalElements)
        {
            if (element.ElementName == elementName && element.TypeName == typeName && element.NamespaceUri == canonical)
            {
                return true;
            }
        }

        return false;
    }

    private static EppSimpleType Override(EppSimpleType type, EppSchemaOverlay overlay) =>
        overlay.SimpleTypes.FirstOrDefault(o => o.LocalName == type.LocalName && o.NamespaceUri == type.NamespaceUri)?.Apply(type) ?? type;

    private EppSchemaVersion? VersionOf(string canonical)
    {
        foreach (var version in Versions)
        {
            if (version.CanonicalNamespaceUri == canonical)
            {
                return version;
            }
        }

        return null;
    }
}
