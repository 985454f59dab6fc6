using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Sets;

/// <summary>
/// Compiles schema files together. References are resolved by namespace within the files, then within the embedded schemas. Faulty parts are reported and
/// omitted, and the rest is compiled without them.
/// </summary>
internal static class SchemaSetBuilder
{
    /// <summary>Compiles the files.</summary>
    /// <param name="sources">The files.</param>
    /// <param name="alsoNeeded">Namespaces that are needed even if no file refers to them.</param>
    /// <param name="issues">Receives the issues.</param>
    public static CompiledSet Compile(IEnumerable<SchemaSource> sources, IEnumerable<string> alsoNeeded, List<SchemaIssue> issues)
    {
        var files = FileLoader.Load(sources, alsoNeeded, issues);
        DuplicateRemover.Remove(files, issues);
        Redefiner.Apply(files, issues);
        var table = new ComponentTable(files, issues);
        table.DropUnresolved();
        table.Import();
        return new CompiledSet(SetCompiler.Compile(files, table, issues), files);
    }
}
