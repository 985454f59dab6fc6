using System.Reflection;
using EppClient.Xml;

namespace EppClient.Conformance.Generation;

/// <summary>The result of compiling the schemas: the loaded types, and the problems.</summary>
internal sealed class GeneratedCode
{
    private readonly IReadOnlySet<string> _failed;

    private GeneratedCode(IReadOnlyList<SchemaFile> sources, IReadOnlySet<string> failed, IReadOnlyList<Problem> problems, Assembly? assembly, bool emitsAll)
    {
        Sources = sources;
        _failed = failed;
        Problems = problems;
        var types = assembly?.GetTypes() ?? [];
        Schemas = new EppSchemaSet([.. emitsAll ? [] : SchemasOf(typeof(EppSchema).Assembly.GetTypes()), .. SchemasOf(types)]);
        TypeCount = types.Count(t => t.IsVisible && t.Namespace == SchemaFileOptions.Namespace && !t.IsSubclassOf(typeof(EppSchema)));
    }

    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>The generated schema objects of all schemas that compiled.</summary>
    public EppSchemaSet Schemas { get; }

    /// <summary>The number of types generated from the given schemas.</summary>
    public int TypeCount { get; }

    /// <summary>The schemas, each once, including the bundled ones.</summary>
    public IReadOnlyList<SchemaFile> Sources { get; }

    private static IEnumerable<EppSchema> SchemasOf(IEnumerable<Type> types) => types
        .Where(t => t.IsSubclassOf(typeof(EppSchema)) && t.GetProperty("Instance") is not null)
        .Select(t => (EppSchema)t.GetProperty("Instance")!.GetValue(null)!);

    /// <summary>Generates and compiles. A schema whose code does not compile is reported, and the others are compiled without it.</summary>
    public static GeneratedCode Of(IReadOnlyList<SchemaFile> given, IReadOnlyList<SchemaFile> bundled, bool emitsAll)
    {
        var (failed, problems) = (new HashSet<string>(StringComparer.Ordinal), new List<Problem>());
        var distinct = given.DistinctBy(s => s.Text).ToList();
        while (true)
        {
            // A project has no items for schemas that EppClient contains; the envelope is added to read whole messages.
            var beside = bundled.Where(s => emitsAll || s.TargetNamespace == EppNamespaces.Epp);
            var sources = distinct.Where(s => !failed.Contains(s.Text)).Concat(beside).ToList();
            var run = GeneratorRun.Of(sources, emitsAll);
            var faulty = run.FaultySchemas().ToList();
            problems.AddRange(run.Problems.Where(p => !problems.Contains(p)));
            failed.UnionWith(faulty.Select(s => s.Text));
            if (run.Assembly is not null || faulty.Count == 0)
            {
                return new GeneratedCode([.. distinct, .. bundled], failed, problems, run.Assembly, emitsAll);
            }
        }
    }

    /// <summary>Whether all of the schema became C# that compiles. A copy of another file has the same result as that file.</summary>
    public bool HasCompiled(SchemaFile schema) => !_failed.Contains(schema.Text);
}
