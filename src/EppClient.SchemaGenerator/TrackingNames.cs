namespace EppClient.SchemaGenerator;

/// <summary>The names of the pipeline steps, for tests of caching.</summary>
internal static class TrackingNames
{
    public const string ReadSchema = nameof(ReadSchema);
    public const string CompileSchemas = nameof(CompileSchemas);
    public const string ReadDeclarations = nameof(ReadDeclarations);
    public const string PlanTypes = nameof(PlanTypes);
    public const string Drafts = nameof(Drafts);
    public const string Files = nameof(Files);
    public const string ReadNames = nameof(ReadNames);
}
