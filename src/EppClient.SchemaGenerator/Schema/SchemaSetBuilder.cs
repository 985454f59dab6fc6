using System.Xml.Schema;

namespace EppClient.SchemaGenerator.Schema;

/// <summary>
/// Compiles schema files together. Imports are resolved by namespace among the files, then among the schemas that the
/// generator brings along; a file that does not compile is reported and left out, and the others are tried without it.
/// </summary>
internal sealed class SchemaSetBuilder
{
    private readonly List<SchemaIssue> _issues;
    private readonly IReadOnlyCollection<string> _alsoNeeded;
    private List<SchemaSource> _sources;

    private SchemaSetBuilder(IEnumerable<SchemaSource> sources, IReadOnlyCollection<string> alsoNeeded, List<SchemaIssue> issues)
    {
        _alsoNeeded = alsoNeeded;
        _sources = [.. sources];
        _issues = issues;
    }

    /// <summary>Compiles the files.</summary>
    /// <param name="sources">The files.</param>
    /// <param name="alsoNeeded">Namespaces that are needed though no file refers to them.</param>
    /// <param name="issues">Takes what is wrong.</param>
    public static CompiledSet Compile(IEnumerable<SchemaSource> sources, IReadOnlyCollection<string> alsoNeeded, List<SchemaIssue> issues)
    {
        var builder = new SchemaSetBuilder(sources, alsoNeeded, issues);
        while (true)
        {
            var compiled = builder.TryCompile(out var broken);
            if (broken.Count == 0)
            {
                return compiled;
            }

            builder._sources = [.. builder._sources.Where(s => !broken.Contains(s.Path))];
        }
    }

    private CompiledSet TryCompile(out HashSet<string> broken)
    {
        var faults = new List<SchemaIssue>();
        var documents = new List<SchemaSource>();
        var schemas = new List<XmlSchema>();
        var needed = new Queue<SchemaSource>(_sources);
        var namespaces = new HashSet<string>(StringComparer.Ordinal);
        while (needed.Count > 0)
        {
            var source = needed.Dequeue();
            var schema = SchemaDocument.Parse(source, UriOf(documents.Count), faults);
            documents.Add(source);
            if (schema is not null)
            {
                schemas.Add(schema);
                namespaces.Add(schema.TargetNamespace ?? string.Empty);
            }

            if (needed.Count == 0)
            {
                EnqueueImports(schemas, namespaces, needed);
            }
        }

        var set = new XmlSchemaSet { XmlResolver = null };
        set.ValidationEventHandler += (_, e) => AddFault(e, documents, faults);
        ResolveIncludes(schemas, documents);
        foreach (var schema in schemas.Where(s => !IsIncluded(s, schemas)))
        {
            set.Add(schema);
        }

        set.Compile();
        broken = new HashSet<string>(faults.Select(f => f.Line.Path), StringComparer.Ordinal);
        _issues.AddRange(faults.GroupBy(f => f.Line).Select(g => g.First()));
        return new CompiledSet(set, documents);
    }

    private static string UriOf(int index) => CompiledSet.UriPrefix + index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private void EnqueueImports(List<XmlSchema> schemas, HashSet<string> namespaces, Queue<SchemaSource> needed)
    {
        foreach (var import in schemas.SelectMany(s => s.Includes.OfType<XmlSchemaImport>()))
        {
            // A location is a hint that we cannot follow: there is no file access in a generator.
            import.SchemaLocation = null;
        }

        // Every declared prefix counts, not only imports: our annotations name commands of schemas that are not imported.
        foreach (var declared in schemas.SelectMany(s => s.Namespaces.ToArray()).Select(n => n.Namespace).Concat(_alsoNeeded).ToList())
        {
            if (EmbeddedSchemas.Find(declared) is { } embedded && namespaces.Add(declared))
            {
                needed.Enqueue(embedded);
            }
        }
    }

    private static void ResolveIncludes(List<XmlSchema> schemas, List<SchemaSource> documents)
    {
        foreach (var include in schemas.SelectMany(s => s.Includes.OfType<XmlSchemaInclude>()))
        {
            var index = documents.FindIndex(d => FileName(d.Path) == FileName(include.SchemaLocation ?? string.Empty));
            include.SchemaLocation = null;
            include.Schema = schemas.Find(s => index >= 0 && s.SourceUri == UriOf(index));
        }
    }

    private static bool IsIncluded(XmlSchema schema, List<XmlSchema> schemas) =>
        schemas.Exists(s => s.Includes.OfType<XmlSchemaInclude>().Any(i => ReferenceEquals(i.Schema, schema)));

    private static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    private static void AddFault(ValidationEventArgs e, List<SchemaSource> documents, List<SchemaIssue> faults)
    {
        if (e.Severity == XmlSeverityType.Error)
        {
            var source = CompiledSet.SourceOf(e.Exception.SourceUri ?? e.Exception.SourceSchemaObject?.SourceUri, documents) ?? documents[0];
            faults.Add(SchemaDocument.Broken(source, e.Exception.LineNumber, e.Exception.LinePosition, e.Message));
        }
    }
}
