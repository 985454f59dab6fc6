namespace EppClient.SchemaGenerator.Schema;

/// <summary>Reads the metadata of <c>EppSchema</c> items.</summary>
internal static class SourceReader
{
    /// <summary>Creates the options of an item.</summary>
    /// <param name="path">The file.</param>
    /// <param name="metadata">Returns a value of the item's metadata by name.</param>
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
            // A named set is used for another variant of a schema, so types of references do not apply.
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
