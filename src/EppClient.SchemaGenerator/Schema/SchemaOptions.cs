namespace EppClient.SchemaGenerator.Schema;

/// <summary>Which parts of a schema are emitted as C#.</summary>
internal enum EmitMode
{
    /// <summary>All, unless a referenced assembly contains them.</summary>
    Automatic,

    /// <summary>All global elements and the types that they need, even if references contain them.</summary>
    All,

    /// <summary>The components of partial declarations, the simple types, and the types that these need.</summary>
    Declared,
}

/// <summary>The role of the global elements of a schema.</summary>
internal enum SchemaRole
{
    /// <summary>Determined from the schema itself.</summary>
    Automatic,

    /// <summary>Objects: verbs are commands.</summary>
    Object,

    /// <summary>Extensions of commands and responses.</summary>
    Extension,
}

/// <summary>The kind of file of an item.</summary>
internal enum SourceKind
{
    /// <summary>An XML schema.</summary>
    Schema,

    /// <summary>A registry's changes to the schemas of others.</summary>
    Overlay,
}

/// <summary>The metadata of an <c>EppSchema</c> item.</summary>
internal sealed record SchemaOptions
{
    public SourceKind Kind { get; init; }

    public string? ClrNamespace { get; init; }

    public string? TypePrefix { get; init; }

    public string? SchemaClass { get; init; }

    public EmitMode Emit { get; init; }

    public SchemaRole Role { get; init; }

    /// <summary>The objects or commands that the schema extends, by prefix: <c>domain</c>, <c>domain:create</c>.</summary>
    public EquatableArray<string> Extends { get; init; }

    public string? OlderVersionOf { get; init; }

    /// <summary>The project file with the item, for messages about its metadata; null if the build does not pass it.</summary>
    public string? ProjectFile { get; init; }

    /// <summary>The name of the set that the schema belongs to.</summary>
    public string? Set { get; init; }

    /// <summary>Merges the metadata of several files of one namespace: for each value, the first file that has it is used.</summary>
    public static SchemaOptions Merge(IEnumerable<SchemaOptions> files) => files.Aggregate((first, next) => first with
    {
        ClrNamespace = first.ClrNamespace ?? next.ClrNamespace,
        TypePrefix = first.TypePrefix ?? next.TypePrefix,
        SchemaClass = first.SchemaClass ?? next.SchemaClass,
        Emit = first.Emit != EmitMode.Automatic ? first.Emit : next.Emit,
        Role = first.Role != SchemaRole.Automatic ? first.Role : next.Role,
        OlderVersionOf = first.OlderVersionOf ?? next.OlderVersionOf,
    });
}
