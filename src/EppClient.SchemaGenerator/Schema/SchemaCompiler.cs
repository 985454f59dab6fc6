using System.Xml.Schema;
using EppClient.SchemaGenerator.Sets;

namespace EppClient.SchemaGenerator.Schema;

/// <summary>Converts the schema files of a project to models: one for each set, the unnamed one first.</summary>
internal static class SchemaCompiler
{
    public static EquatableArray<SchemaModel> Compile(IReadOnlyList<SchemaSource> sources) => sources
        .GroupBy(s => s.Options.Set ?? string.Empty, StringComparer.Ordinal)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => Compile(g.Key, [.. g.GroupBy(s => s.Path).Select(s => s.First())]))
        .ToEquatableArray();

    private static SchemaModel Compile(string set, List<SchemaSource> sources)
    {
        var issues = new List<SchemaIssue>();
        var overlays = sources.Where(s => s.Options.Kind == SourceKind.Overlay).Select(s => OverlayReader.Read(s, issues)).OfType<OverlayModel>().ToList();
        var overlaid = overlays.SelectMany(o => o.SimpleTypes.Select(t => t.Name.Namespace).Concat(o.OptionalElements.Select(e => e.Type.Namespace)));
        var extended = sources.SelectMany(s => s.Options.Extends).SelectMany(e => EmbeddedSchemas.NamespacesOf(e.Split(':')[0]));
        var all = Read(SchemaSetBuilder.Compile(sources.Where(s => s.Options.Kind == SourceKind.Schema), overlaid.Concat(extended), issues));
        var current = all.Where(n => n.Options.OlderVersionOf is null).ToList();
        var olderVersions = all
            .Where(n => n.Options.OlderVersionOf is not null)
            .Select(n => CompareWithNewest(n, current, all, issues))
            .OfType<OlderVersion>()
            .ToEquatableArray();
        return new SchemaModel(
            set,
            current.ToEquatableArray(),
            olderVersions,
            overlays.ToEquatableArray(),
            CopyChecker.Check(current, sources).ToEquatableArray(),
            issues.Distinct().ToEquatableArray());
    }

    /// <summary>The namespaces that have elements or types.</summary>
    public static List<NamespaceModel> Read(CompiledSet compiled)
    {
        var complexTypes = new ComplexTypeReader(compiled);
        var simpleTypes = new SimpleTypeReader(compiled);
        var elements = CompiledSet.InOrder<XmlSchemaElement>(compiled.Set.GlobalElements);
        var types = CompiledSet.InOrder<XmlSchemaType>(compiled.Set.GlobalTypes);
        return [.. compiled.Namespaces
            .Where(g => elements.Contains(g.Key) || types.Contains(g.Key))
            .Select(g => new NamespaceModel(
                g.Key,
                PrefixOf(g),
                g.First().Source.Path,
                SchemaOptions.Merge(g.Select(f => f.Source.Options)),
                elements[g.Key].Select(complexTypes.Read).ToEquatableArray(),
                types[g.Key].OfType<XmlSchemaComplexType>().Select(complexTypes.Read).ToEquatableArray(),
                types[g.Key].OfType<XmlSchemaSimpleType>().Select(simpleTypes.Read).ToEquatableArray()))];
    }

    private static OlderVersion? CompareWithNewest(
        NamespaceModel older, List<NamespaceModel> current, List<NamespaceModel> all, List<SchemaIssue> issues)
    {
        var newest = current.Find(n => n.Uri == older.Options.OlderVersionOf);
        if (newest is null)
        {
            issues.Add(SchemaIssue.Create(
                IssueIds.OlderVersionWithoutNewest, new SourceLine(older.Path, 1, 1), older.Options.OlderVersionOf!));
            return null;
        }

        return VersionComparer.Compare(older, newest, all);
    }

    // A schema is commonly known by the prefix that it binds to its own namespace.
    private static string PrefixOf(IEnumerable<SchemaFile> files) => files
        .SelectMany(f => f.Root.Attributes().Where(a => a.IsNamespaceDeclaration && a.Value == f.TargetNamespace && a.Name.LocalName != "xmlns"))
        .Select(a => a.Name.LocalName)
        .FirstOrDefault() ?? string.Empty;
}
