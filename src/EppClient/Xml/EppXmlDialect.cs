using System.Collections.Concurrent;
using System.ComponentModel;

namespace EppClient.Xml;

/// <summary>
/// The differences between one registry and the schemas: its namespaces, their versions, and its overlay. Readers translate to the canonical namespaces of
/// generated code; writers translate back.
/// </summary>
/// <remarks>Safe for use by several threads.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EppXmlDialect
{
    /// <summary>The standard dialect: the RFCs without changes.</summary>
    public static readonly EppXmlDialect Standard = new();

    private readonly ConcurrentDictionary<EppSimpleType, EppSimpleType> _resolved = new(ReferenceEqualityComparer.Instance);

    private NamespaceMap? _namespaces;

    /// <summary>The namespaces that the registry replaces by its own.</summary>
    public IReadOnlyList<EppNamespaceMapping> Namespaces
    {
        get;
        init
        {
            field = value;
            _namespaces = NamespaceMap.Of(value);
        }
    } = [];

    /// <summary>The families of namespaces that are read as one namespace.</summary>
    public IReadOnlyList<EppNamespaceFamily> Families { get; init; } = [];

    /// <summary>The older versions that are written instead of the newest, as negotiated with the registry's greeting.</summary>
    public IReadOnlyList<EppSchemaVersion> Versions { get; init; } = [];

    /// <summary>The registry's changes to schemas of others.</summary>
    public EppSchemaOverlay Overlay { get; init; } = new();

    /// <summary>
    /// Whether boolean attributes are written as <c>1</c> and <c>0</c>, the alternative form in XML Schema, because some servers compare text. Default: false.
    /// </summary>
    public bool FlagAttributesAsDigits { get; init; }

    /// <summary>How parts of a message that violate their schema are read. Default: <see cref="EppReadMode.Tolerant"/>.</summary>
    public EppReadMode ReadMode { get; init; }

    /// <summary>The canonical namespaces of the offered objects. Other data that a response omits belongs to extensions.</summary>
    internal IReadOnlyCollection<string> ObjectUris { get; init; } = [EppNamespaces.Domain, EppNamespaces.Host, EppNamespaces.Contact];

    /// <summary>Returns the namespace that is used in messages.</summary>
    /// <param name="canonical">The canonical namespace of generated code.</param>
    public string ToWire(string canonical)
    {
        var spoken = VersionOf(canonical)?.NamespaceUri ?? canonical;
        return _namespaces is null ? spoken : _namespaces.ToWire(spoken);
    }

    /// <summary>Returns the canonical namespace of generated code.</summary>
    /// <param name="wire">The namespace in the message.</param>
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

    /// <summary>Returns the namespace of the schema, in the version of the message.</summary>
    /// <param name="wire">The namespace in the message.</param>
    internal string Unmap(string wire) => _namespaces is null ? wire : _namespaces.ToCanonical(wire);

    /// <summary>Whether the negotiated version of the schema has a global element.</summary>
    /// <param name="canonical">The canonical namespace of generated code.</param>
    /// <param name="localName">The name of the element.</param>
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
