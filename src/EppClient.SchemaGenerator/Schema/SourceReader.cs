namespace EppClient.SchemaGenerator.Schema;

/// <summary>Reads the metadata of <c>EppSchema</c> items.</summary>
internal static class SourceReader
{
    /// <summary>Makes the options of an item.</summary>
    /// <param name="path">The file.</param>
    /// <param name="metadata">Looks up the item's metadata by name.</param>
    public static SchemaOptions Read(string path, Func<string, string?> metadata) => new()
    {
        Kind = path.EndsWith(".xsd", StringComparison.OrdinalIgnoreCase) ? SourceKind.Schema : SourceKind.Overlay,
        ClrNamespace = metadata("ClrNamespace"),
        TypePrefix = metadata("TypePrefix"),
        SchemaClass = metadata("SchemaClass"),
        Emit = metadata("Emit") switch
        {
            "All" => EmitMode.All,
            "Declared" => EmitMode.Declared,
            // What a reference brings along is of another shape: that is why the set has a name.
            _ => metadata("Set") is null ? EmitMode.Automatic : EmitMode.All,
        },
        Role = metadata("Role") switch
        {
            "Object" => SchemaRole.Object,
            "Extension" => SchemaRole.Extension,
            _ => SchemaRole.Automatic,
        },
        Extends = (metadata("Extends") ?? string.Empty).Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).ToEquatableArray(),
        OlderVersionOf = metadata("OlderVersionOf"),
        Set = metadata("Set"),
    };
}
