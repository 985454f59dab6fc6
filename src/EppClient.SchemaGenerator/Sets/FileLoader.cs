using System.Xml.Linq;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Sets;

/// <summary>
/// Parses the files of a set and those that they need. A file without a namespace is parsed once for each namespace that includes it. An embedded schema is
/// used if no file has its namespace.
/// </summary>
internal sealed class FileLoader
{
    private readonly List<SchemaIssue> _issues;
    private readonly FileFinder _finder;
    private readonly List<SchemaFile> _files = [];
    private readonly HashSet<(SchemaSource, string)> _takenOn = [];
    private int _count;

    private FileLoader(IReadOnlyList<SchemaSource> sources, List<SchemaIssue> issues)
    {
        _issues = issues;
        _finder = new FileFinder(sources);
    }

    /// <summary>Loads the files, in the order of their paths.</summary>
    /// <param name="sources">The files.</param>
    /// <param name="alsoNeeded">Namespaces that are needed even if no file refers to them.</param>
    /// <param name="issues">Receives the issues.</param>
    public static List<SchemaFile> Load(IEnumerable<SchemaSource> sources, IEnumerable<string> alsoNeeded, List<SchemaIssue> issues)
    {
        var ordered = sources.OrderBy(s => s.Path, StringComparer.Ordinal).ToList();
        var loader = new FileLoader(ordered, issues);
        foreach (var source in ordered)
        {
            loader.Add(source, null);
        }

        foreach (var file in loader._files.Where(f => f.TargetNamespace.Length > 0).ToList())
        {
            loader.Include(file, file.TargetNamespace);
        }

        // A file that was included into a namespace is part of it, and not a separate schema.
        loader._files.RemoveAll(f => f.TargetNamespace.Length == 0 && loader._takenOn.Any(t => t.Item1 == f.Source));
        loader.AddEmbedded(alsoNeeded);
        return loader._files;
    }

    private SchemaFile? Add(SchemaSource source, string? includedBy)
    {
        // Reading a file again would only find the same faults.
        var file = SchemaParser.Parse(source, SchemaFile.UriOf(_count++), includedBy is null ? _issues : [], includedBy);
        if (file is null || file.TargetNamespace == SchemaIndex.XmlSchemaNamespace)
        {
            return null;
        }

        _files.Add(file);
        return file;
    }

    private void Include(SchemaFile file, string targetNamespace)
    {
        foreach (var (reference, found) in Inclusions.Of(file, _finder))
        {
            if (found is null)
            {
                ReportMissing(file, reference);
            }
            else if (_files.Exists(f => f.Source == found && f.TargetNamespace.Length == 0)
                && _takenOn.Add((found, targetNamespace))
                && Add(found, targetNamespace) is { } taken)
            {
                Include(taken, targetNamespace);
            }
        }
    }

    private void ReportMissing(SchemaFile file, XElement reference)
    {
        var isOriginalEmbedded = reference.Name.LocalName == "include"
            ? IncludesEmbedded(file, reference)
            : EmbeddedSchemas.Find(file.TargetNamespace) is not null;
        if (!isOriginalEmbedded)
        {
            _issues.Add(SchemaIssue.Create(
                IssueIds.IncludedFileMissing, file.LineOf(reference), reference.Name.LocalName, reference.Attribute("schemaLocation")?.Value ?? string.Empty));
        }
    }

    private static bool IncludesEmbedded(SchemaFile file, XElement reference) =>
        EmbeddedSchemas.FindIncluded(file.TargetNamespace, reference.Attribute("schemaLocation")?.Value ?? string.Empty) is not null;

    private void AddEmbedded(IEnumerable<string> alsoNeeded)
    {
        AddEmbeddedOriginals();
        var known = new HashSet<string>(_files.Select(f => f.TargetNamespace), StringComparer.Ordinal);
        var needed = new Queue<string>(_files.SelectMany(NamespacesOf).Concat(alsoNeeded));
        while (needed.Count > 0)
        {
            if (needed.Dequeue() is var next && EmbeddedSchemas.Find(next) is { } embedded && known.Add(next) && Add(embedded, null) is { } added)
            {
                foreach (var further in NamespacesOf(added))
                {
                    needed.Enqueue(further);
                }
            }
        }

    }

    // A registry's file can add to a schema of the IETF that it includes, or only redefine parts of it.
    private void AddEmbeddedOriginals()
    {
        foreach (var file in _files
            .Where(f => f.Root.Elements(SchemaFile.Xsd + "include").Any(i => Inclusions.Find(i, f, _finder) is null && IncludesEmbedded(f, i)))
            .GroupBy(f => f.TargetNamespace)
            .Select(g => g.First())
            .ToList())
        {
            Add(EmbeddedSchemas.Find(file.TargetNamespace)!, null);
        }

        foreach (var file in _files.Where(f => f.Root.Elements(SchemaFile.Xsd + "redefine").Any()).ToList())
        {
            if (EmbeddedSchemas.Find(file.TargetNamespace) is { } embedded
                && _files.TrueForAll(f => f.TargetNamespace != file.TargetNamespace || f.Root.Elements(SchemaFile.Xsd + "redefine").Any()))
            {
                Add(embedded, null);
            }
        }
    }

    // Every declared prefix is used, not only imports: published schemas omit those, and annotations name commands of schemas that are not imported.
    private static IEnumerable<string> NamespacesOf(SchemaFile file) =>
        file.Root.DescendantsAndSelf().Attributes().Where(a => a.IsNamespaceDeclaration).Select(a => a.Value)
            .Concat(file.Root.Elements(SchemaFile.Xsd + "import").Select(i => i.Attribute("namespace")?.Value ?? string.Empty))
            .Append(XNamespace.Xml.NamespaceName)
            .Distinct();
}
