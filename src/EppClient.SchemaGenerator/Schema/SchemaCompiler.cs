using System.Xml.Schema;

namespace EppClient.SchemaGenerator.Schema;

/// <summary>Turns the schema files of a project into one model.</summary>
internal static class SchemaCompiler
{
    public static SchemaModel Compile(IReadOnlyList<SchemaSource> sources)
    {
        var issues = new List<SchemaIssue>();
        var current = sources.Where(s => s.Options is { Kind: SourceKind.Schema, OlderVersionOf: null }).ToList();
        var overlays = sources.Where(s => s.Options.Kind == SourceKind.Overlay).Select(s => OverlayReader.Read(s, issues)).OfType<OverlayModel>().ToList();
        var overlaid = overlays.SelectMany(o => o.SimpleTypes.Select(t => t.Name.Namespace).Concat(o.OptionalElements.Select(e => e.Type.Namespace)));
        var namespaces = Read(SchemaSetBuilder.Compile(current, [.. overlaid], issues));
        var olderVersions = sources
            .Where(s => s.Options.OlderVersionOf is not null)
            .Select(s => ReadOlderVersion(s, current, namespaces, issues))
            .OfType<OlderVersion>()
            .ToEquatableArray();
        return new SchemaModel(
            namespaces.ToEquatableArray(), olderVersions, overlays.ToEquatableArray(), issues.ToEquatableArray());
    }

    private static List<NamespaceModel> Read(CompiledSet compiled)
    {
        var complexTypes = new ComplexTypeReader(compiled);
        var simpleTypes = new SimpleTypeReader(compiled);
        return [.. compiled.Set.Schemas()
            .Cast<XmlSchema>()
            .GroupBy(s => s.TargetNamespace ?? string.Empty)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Read(g.Key, g.First()))];

        NamespaceModel Read(string uri, XmlSchema schema) => new(
            uri,
            PrefixOf(schema, uri),
            compiled.SourceOf(schema).Path,
            compiled.SourceOf(schema).Options,
            CompiledSet.InOrder<XmlSchemaElement>(compiled.Set.GlobalElements, uri).Select(complexTypes.Read).ToEquatableArray(),
            CompiledSet.InOrder<XmlSchemaComplexType>(compiled.Set.GlobalTypes, uri).Select(complexTypes.Read).ToEquatableArray(),
            CompiledSet.InOrder<XmlSchemaSimpleType>(compiled.Set.GlobalTypes, uri).Select(simpleTypes.Read).ToEquatableArray());
    }

    private static OlderVersion? ReadOlderVersion(
        SchemaSource source, List<SchemaSource> current, List<NamespaceModel> namespaces, List<SchemaIssue> issues)
    {
        var newest = namespaces.Find(n => n.Uri == source.Options.OlderVersionOf);
        if (newest is null)
        {
            issues.Add(SchemaIssue.Create(
                IssueIds.OlderVersionWithoutNewest, new SourceLine(source.Path, 1, 1), source.Options.OlderVersionOf!));
            return null;
        }

        var others = current.Where(s => s.Path != newest.Path);
        var compiled = Read(SchemaSetBuilder.Compile(others.Concat([source]), [], issues));
        var older = compiled.Find(n => n.Path == source.Path);
        return older is null ? null : VersionComparer.Compare(older, compiled, newest, namespaces);
    }

    // The prefix that a schema binds to its own namespace is the one that people know it by.
    private static string PrefixOf(XmlSchema schema, string uri) =>
        schema.Namespaces.ToArray().FirstOrDefault(n => n.Namespace == uri && n.Name.Length > 0)?.Name ?? string.Empty;
}
