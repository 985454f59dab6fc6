using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Sets;

/// <summary>
/// Compiles schema files together. They are resolved by namespace among themselves, then among the schemas that the
/// generator brings along; what is at fault is reported and left out, and the rest is compiled without it.
/// </summary>
internal static class SchemaSetBuilder
{
    /// <summary>Compiles the files.</summary>
    /// <param name="sources">The files.</param>
    /// <param name="alsoNeeded">Namespaces that are needed though no file refers to them.</param>
    /// <param name="issues">Takes what is wrong.</param>
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
