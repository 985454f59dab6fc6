namespace EppClient.SchemaGenerator.Schema;

/// <summary>All schemas of a project, compiled: what planning starts from. Equal for equal schemas.</summary>
internal sealed record SchemaModel(
    EquatableArray<NamespaceModel> Namespaces,
    EquatableArray<OlderVersion> OlderVersions,
    EquatableArray<OverlayModel> Overlays,
    EquatableArray<SchemaIssue> Issues);

/// <summary>One schema.</summary>
/// <param name="Uri">Its target namespace.</param>
/// <param name="Prefix">The prefix that it uses for itself.</param>
/// <param name="Path">The file; empty for one that the generator brings along.</param>
/// <param name="Options">The item's metadata.</param>
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

/// <summary>Something wrong with a schema.</summary>
/// <param name="Id">The diagnostic.</param>
/// <param name="Line">Where.</param>
/// <param name="Arguments">What its message needs.</param>
internal sealed record SchemaIssue(string Id, SourceLine Line, EquatableArray<string> Arguments)
{
    public static SchemaIssue Create(string id, SourceLine line, params string[] arguments) => new(id, line, new(arguments));
}
