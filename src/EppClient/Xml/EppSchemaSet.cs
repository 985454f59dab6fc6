using System.Collections.Frozen;
using System.ComponentModel;

namespace EppClient.Xml;

/// <summary>The schemas that a client or server knows, with which elements in wildcards are read.</summary>
/// <remarks>Immutable and safe for use by several threads.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EppSchemaSet
{
    /// <summary>An empty set.</summary>
    public static readonly EppSchemaSet Empty = new([]);

    private readonly FrozenDictionary<string, EppSchema> _schemas;

    // The translations of known namespaces, by the string in the message: equal names in messages are the same string.
    private readonly Translation?[] _translations = new Translation?[16];

    // Created for the first unknown namespace.
    private FrozenDictionary<string, string>? _namespaceCases;
    private FrozenDictionary<string, EppSchema>? _stems;

    /// <summary>Creates the set.</summary>
    /// <param name="schemas">
    /// The schemas. If two have the same namespace, the later one is used; an addition is used together with the schema that it extends.
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

    /// <summary>Reads any element: typed if a schema defines it, otherwise as raw XML.</summary>
    /// <param name="reader">Positioned on the start of an element; afterwards after its end.</param>
    /// <exception cref="EppProtocolException">A known element lacks a required part or has a value that cannot be read.</exception>
    public IEppElement Read(EppXmlReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return (_schemas.TryGetValue(reader.NamespaceUri, out var schema) ? schema.Read(reader) : null) ?? reader.ReadRaw();
    }

    /// <summary>Reads all children of an element.</summary>
    /// <param name="reader">Positioned on the start of the parent; afterwards after its end.</param>
    /// <exception cref="EppProtocolException">A known element lacks a required part or has a value that cannot be read.</exception>
    public IReadOnlyList<IEppElement> ReadChildren(EppXmlReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        EppItems<IEppElement>? elements = null;
        var parent = reader.EnterElement();
        while (reader.NextChild(parent))
        {
            EppList.Add(ref elements, Read(reader));
        }

        return EppList.Of(elements);
    }

    /// <summary>Whether the content of an element may be shown.</summary>
    /// <param name="namespaceUri">The canonical namespace.</param>
    /// <param name="localName">The name of the element.</param>
    public EppSensitivity SensitivityOf(string namespaceUri, string localName) =>
        _schemas.TryGetValue(namespaceUri, out var schema) ? schema.SensitivityOf(localName) : EppSensitivity.None;

    /// <summary>
    /// Like <see cref="SensitivityOf"/>. An element that no schema declares is judged by the schema of another version of the namespace, by the schema of the
    /// object that contains it, or by its name alone.
    /// </summary>
    /// <param name="namespaceUri">The canonical namespace.</param>
    /// <param name="localName">The name of the element.</param>
    /// <param name="scope">The context of the element.</param>
    internal EppSensitivity AssumedSensitivityOf(string namespaceUri, string localName, EppElementScope scope)
    {
        if (SensitiveNames.IsSecret(localName))
        {
            return EppSensitivity.Secret;
        }

        if (namespaceUri == EppNamespaces.Epp && XmlExcerpt.EnvelopeNames.Contains(localName))
        {
            return SensitivityOf(namespaceUri, localName);
        }

        if (ClosestTo(namespaceUri) is { } schema)
        {
            return Assumed(schema, localName);
        }

        // A child without a prefix is in no namespace, or in that of EPP.
        var inherited = namespaceUri is ("" or EppNamespaces.Epp) && scope.NamespaceUri is { } around && ClosestTo(around) is { } outer ? Assumed(outer, localName) : EppSensitivity.None;
        return inherited == EppSensitivity.None && SensitiveNames.IsPersonal(localName, scope.IsContact) ? EppSensitivity.Personal : inherited;
    }

    /// <summary>Whether the value of an attribute must not be shown even if its element may be.</summary>
    /// <param name="namespaceUri">The canonical namespace of the element.</param>
    /// <param name="localName">The name of the attribute.</param>
    /// <param name="scope">The context of the element, including the element itself.</param>
    internal bool IsSensitiveAttribute(string namespaceUri, string localName, EppElementScope scope) =>
        SensitiveNames.IsSecret(localName) || (!Knows(namespaceUri) && SensitiveNames.IsPersonal(localName, scope.IsContact));

    /// <summary>Whether a namespace is that of EPP itself or of a schema of the set.</summary>
    /// <param name="namespaceUri">The canonical namespace.</param>
    internal bool Knows(string namespaceUri) => namespaceUri == EppNamespaces.Epp || _schemas.ContainsKey(namespaceUri);

    /// <summary>
    /// The namespace that a message refers to. An unknown namespace is read as the known one that differs only in case or in surrounding blanks.
    /// </summary>
    /// <param name="wire">The namespace in the message.</param>
    /// <param name="dialect">The registry's namespaces.</param>
    internal string CanonicalOf(string wire, EppXmlDialect dialect)
    {
        var canonical = dialect.ToCanonical(wire);
        if (wire.Length == 0 || Knows(canonical))
        {
            return canonical;
        }

        _namespaceCases ??= _schemas.Keys.Append(EppNamespaces.Epp).DistinctBy(uri => uri, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(uri => uri, StringComparer.OrdinalIgnoreCase);
        return _namespaceCases.GetValueOrDefault(dialect.ToCanonical(wire.Trim()), canonical);
    }

    /// <summary>The canonical namespace of a known namespace in a message; null if it is unknown.</summary>
    /// <param name="wire">The namespace in the message.</param>
    /// <param name="dialect">The registry's namespaces.</param>
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

    private static EppSensitivity Assumed(EppSchema schema, string localName) =>
        schema.SensitivityOf(localName) is var declared && declared == EppSensitivity.None && !schema.Declares(localName) ? EppSensitivity.Personal : declared;

    /// <summary>
    /// The schema of a namespace. For an unknown namespace, that of another version; for an unknown one that refers to contacts, that of contacts.
    /// </summary>
    private EppSchema? ClosestTo(string namespaceUri)
    {
        if (_schemas.TryGetValue(namespaceUri, out var schema))
        {
            return schema;
        }

        if (namespaceUri is "" or EppNamespaces.Epp)
        {
            return null;
        }

        _stems ??= _schemas.Keys.Order(StringComparer.Ordinal).GroupBy(Stem, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(versions => versions.Key, versions => _schemas[versions.Last()], StringComparer.OrdinalIgnoreCase);
        return _stems.TryGetValue(Stem(namespaceUri), out schema) ? schema
            : EppElementScope.IsOfContacts(namespaceUri) ? _schemas.GetValueOrDefault(EppNamespaces.Contact)
            : null;
    }

    /// <summary>A namespace without the version at its end: <c>urn:ietf:params:xml:ns:contact</c>.</summary>
    private static string Stem(string namespaceUri) => namespaceUri.AsSpan().Trim().TrimEnd('/').TrimEnd("0123456789.").TrimEnd("-_/:v").ToString();

    private sealed record Translation(string Wire, EppXmlDialect Dialect, string Canonical);

    /// <summary>A schema together with an addition to its namespace.</summary>
    private sealed class ExtendedSchema(EppSchema main, EppSchema addition) : EppSchema
    {
        public override string NamespaceUri => main.NamespaceUri;

        public override IEppElement? Read(EppXmlReader reader) => main.Read(reader) ?? addition.Read(reader);

        public override EppSensitivity SensitivityOf(string localName) =>
            addition.SensitivityOf(localName) is { } added && added != EppSensitivity.None ? added : main.SensitivityOf(localName);

        public override bool Declares(string localName) => main.Declares(localName) || addition.Declares(localName);
    }
}
