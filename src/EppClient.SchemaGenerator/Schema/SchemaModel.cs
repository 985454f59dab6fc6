namespace EppClient.SchemaGenerator.Schema;

/// <summary>The schemas of a project that belong together, compiled: what planning starts from. Equal for equal schemas.</summary>
/// <param name="Set">The name of the set; empty for what has no <c>Set</c> metadata.</param>
/// <param name="Namespaces">The schemas.</param>
/// <param name="OlderVersions">What older versions of them lack.</param>
/// <param name="Overlays">The registries' overlays.</param>
/// <param name="Copies">The copies of schemas of the RFCs that differ from them.</param>
/// <param name="Issues">What is wrong.</param>
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
/// <param name="Path">The first file; empty for one that the generator brings along.</param>
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
    /// <summary>Whether it only helps others to resolve their imports.</summary>
    public bool IsEmbedded => Path.Length == 0;
}

/// <summary>What an older version of a schema lacks.</summary>
internal sealed record OlderVersion(string Uri, string NewestUri, EquatableArray<string> MissingElements);

/// <summary>A copy of a schema of the RFCs that says something else.</summary>
/// <param name="Uri">The schema.</param>
/// <param name="Component">The first component that differs.</param>
/// <param name="Line">Where that is.</param>
internal sealed record DifferingCopy(string Uri, string Component, SourceLine Line);

/// <summary>Something wrong with a schema.</summary>
/// <param name="Id">The diagnostic.</param>
/// <param name="Line">Where.</param>
/// <param name="Arguments">What its message needs.</param>
internal sealed record SchemaIssue(string Id, SourceLine Line, EquatableArray<string> Arguments)
{
    public static SchemaIssue Create(string id, SourceLine line, params string[] arguments) => new(id, line, new(arguments));
}
