using System.Collections.Frozen;

namespace EppClient.Xml;

/// <summary>The schemas that a client or server knows; what wildcards are resolved with.</summary>
/// <remarks>Immutable and safe for use by several threads.</remarks>
public sealed class EppSchemaSet
{
    /// <summary>No schemas.</summary>
    public static readonly EppSchemaSet Empty = new([]);

    private readonly FrozenDictionary<string, EppSchema> _schemas;

    // The translations of known namespaces, by the string of the message: equal names in messages are the same string.
    private readonly Translation?[] _translations = new Translation?[16];

    // Made for the first unknown namespace.
    private FrozenDictionary<string, string>? _spellings;

    /// <summary>Creates the set.</summary>
    /// <param name="schemas">
    /// The schemas; of two with the same namespace the later is used, but an addition is used together with the schema that it adds to.
    /// </param>
    public EppSchemaSet(IEnumerable<EppSchema> schemas)
    {
        var byNamespace = new Dictionary<string, EppSchema>(StringComparer.Ordinal);
        foreach (var schema in schemas.OrderBy(schema => schema.IsAddition))
        {
            byNamespace[schema.NamespaceUri] = schema.IsAddition && byNamespace.TryGetValue(schema.NamespaceUri, out var main) ? new ExtendedSchema(main, schema) : schema;
        }

        _schemas = byNamespace.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Reads any element: typed where a schema knows it, else as raw XML.</summary>
    /// <param name="reader">Stands on the start of an element; afterwards behind its end.</param>
    /// <exception cref="EppProtocolException">A known element lacks a required part or has a value that cannot be read.</exception>
    public IEppElement Read(EppXmlReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return (_schemas.TryGetValue(reader.NamespaceUri, out var schema) ? schema.Read(reader) : null) ?? reader.ReadRaw();
    }

    /// <summary>Reads all children of an element.</summary>
    /// <param name="reader">Stands on the start of the parent; afterwards behind its end.</param>
    /// <exception cref="EppProtocolException">A known element lacks a required part or has a value that cannot be read.</exception>
    public IReadOnlyList<IEppElement> ReadChildren(EppXmlReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        EppListBuilder<IEppElement> elements = default;
        var parent = reader.EnterElement();
        while (reader.NextChild(parent))
        {
            elements.Add(Read(reader));
        }

        return elements.ToList();
    }

    /// <summary>Whether the content of such an element may be shown.</summary>
    /// <param name="namespaceUri">The canonical namespace.</param>
    /// <param name="localName">The element's name.</param>
    public EppSensitivity SensitivityOf(string namespaceUri, string localName) =>
        _schemas.TryGetValue(namespaceUri, out var schema) ? schema.SensitivityOf(localName) : EppSensitivity.None;

    /// <summary>As <see cref="SensitivityOf"/>, and secret too where the name is one that commonly contains secrets, for elements without a known schema.</summary>
    internal EppSensitivity AssumedSensitivityOf(string namespaceUri, string localName) => IsSecretName(localName) ? EppSensitivity.Secret : SensitivityOf(namespaceUri, localName);

    /// <summary>Whether a namespace is that of EPP itself or of a schema of the set.</summary>
    /// <param name="namespaceUri">The canonical namespace.</param>
    internal bool Knows(string namespaceUri) => namespaceUri == EppNamespaces.Epp || _schemas.ContainsKey(namespaceUri);

    /// <summary>The namespace that a message means: if its own is unknown, the known one that differs only in case or in surrounding blanks.</summary>
    /// <param name="wire">The namespace in the message.</param>
    /// <param name="dialect">How the registry spells namespaces.</param>
    internal string CanonicalOf(string wire, EppXmlDialect dialect)
    {
        var canonical = dialect.ToCanonical(wire);
        if (wire.Length == 0 || Knows(canonical))
        {
            return canonical;
        }

        _spellings ??= _schemas.Keys.Append(EppNamespaces.Epp).DistinctBy(uri => uri, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(uri => uri, StringComparer.OrdinalIgnoreCase);
        return _spellings.GetValueOrDefault(dialect.ToCanonical(wire.Trim()), canonical);
    }

    /// <summary>The canonical namespace of a known namespace in a message; null if it is unknown.</summary>
    /// <param name="wire">The namespace in the message.</param>
    /// <param name="dialect">How the registry spells namespaces.</param>
    internal string? KnownCanonicalOf(string wire, EppXmlDialect dialect)
    {
        ref var cached = ref _translations[wire.Length % _translations.Length];
        if (cached is { } known && ReferenceEquals(known.Wire, wire) && ReferenceEquals(known.Dialect, dialect))
        {
            return known.Canonical;
        }

        var canonical = dialect.ToCanonical(wire);
        if (!Knows(canonical))
        {
            return null;
        }

        cached = new Translation(wire, dialect, canonical);
        return canonical;
    }

    private static bool IsSecretName(string localName) =>
        localName is "pw" or "newPW" or "authInfo"
        || localName.Contains("password", StringComparison.OrdinalIgnoreCase)
        || localName.Contains("secret", StringComparison.OrdinalIgnoreCase);

    private sealed record Translation(string Wire, EppXmlDialect Dialect, string Canonical);

    /// <summary>A schema and an addition to its namespace.</summary>
    private sealed class ExtendedSchema(EppSchema main, EppSchema addition) : EppSchema
    {
        public override string NamespaceUri => main.NamespaceUri;

        public override IEppElement? Read(EppXmlReader reader) => main.Read(reader) ?? addition.Read(reader);

        public override EppSensitivity SensitivityOf(string localName) =>
            addition.SensitivityOf(localName) is { } added && added != EppSensitivity.None ? added : main.SensitivityOf(localName);
    }
}
