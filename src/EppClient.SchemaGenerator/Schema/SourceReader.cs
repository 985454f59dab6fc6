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
            "Anchored" => EmitMode.Anchored,
            _ => EmitMode.Automatic,
        },
        Role = metadata("Role") switch
        {
            "Object" => SchemaRole.Object,
            "Extension" => SchemaRole.Extension,
            _ => SchemaRole.Automatic,
        },
        OlderVersionOf = metadata("OlderVersionOf"),
    };
}
