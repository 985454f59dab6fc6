namespace EppClient.SchemaGenerator.Schema;

/// <summary>The compiled schemas of one set of a project: the input of planning. Equal for equal schemas.</summary>
/// <param name="Set">The name of the set; empty for items without <c>Set</c> metadata.</param>
/// <param name="Namespaces">The schemas.</param>
/// <param name="OlderVersions">Their older versions.</param>
/// <param name="Overlays">The registries' overlays.</param>
/// <param name="Copies">The copies of schemas of the RFCs that differ from them.</param>
/// <param name="Issues">The issues.</param>
internal sealed record SchemaModel(
    string Set,
    EquatableArray<NamespaceModel> Namespaces,
    EquatableArray<OlderVersion> OlderVersions,
    EquatableArray<OverlayModel> Overlays,
    EquatableArray<DifferingCopy> Copies,
    EquatableArray<SchemaIssue> Issues)
{
    public static readonly SchemaModel Empty = new(string.Empty, [], [], [], [], []);

    public bool IsNamed => Set.Length > 0;
}

/// <summary>One schema.</summary>
/// <param name="Uri">Its target namespace.</param>
/// <param name="Prefix">The prefix that it uses for itself.</param>
/// <param name="Path">The first file; empty for a schema that is embedded in the generator.</param>
/// <param name="Options">The metadata of its items.</param>
/// <param name="Elements">The global elements, in the order of the file.</param>
/// <param name="ComplexTypes">The named complex types.</param>
/// <param name="SimpleTypes">The named simple types.</param>
internal sealed record NamespaceModel(
    string Uri,
    string Prefix,
    string Path,
    SchemaOptions Options,
    EquatableArray<ElementModel> Elements,
    EquatableArray<ComplexTypeModel> ComplexTypes,
    EquatableArray<SimpleTypeModel> SimpleTypes)
{
    /// <summary>Whether it is only used to resolve the imports of others.</summary>
    public bool IsEmbedded => Path.Length == 0;
}

/// <summary>An older version of a schema, and the elements that it does not have.</summary>
internal sealed record OlderVersion(string Uri, string NewestUri, EquatableArray<string> MissingElements);

/// <summary>A copy of a schema of the RFCs that differs from it.</summary>
/// <param name="Uri">The schema.</param>
/// <param name="Component">The first component that differs.</param>
/// <param name="Line">The position of the difference.</param>
internal sealed record DifferingCopy(string Uri, string Component, SourceLine Line);

/// <summary>An issue of a schema.</summary>
/// <param name="Id">The id of the diagnostic.</param>
/// <param name="Line">The position.</param>
/// <param name="Arguments">The arguments of its message.</param>
internal sealed record SchemaIssue(string Id, SourceLine Line, EquatableArray<string> Arguments)
{
    public static SchemaIssue Create(string id, SourceLine line, params string[] arguments) => new(id, line, new(arguments));
}
