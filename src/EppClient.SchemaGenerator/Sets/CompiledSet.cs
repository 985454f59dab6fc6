using System.Xml;
using System.Xml.Schema;
using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Sets;

/// <summary>Compiled schemas, and their files.</summary>
internal sealed class CompiledSet(XmlSchemaSet set, IReadOnlyList<SchemaFile> files)
{
    private readonly Dictionary<string, SchemaFile> _byUri = files.ToDictionary(f => f.Uri, StringComparer.Ordinal);

    public XmlSchemaSet Set => set;

    /// <summary>The files of each namespace, in the order of their paths.</summary>
    public IEnumerable<IGrouping<string, SchemaFile>> Namespaces =>
        files.GroupBy(f => f.TargetNamespace).OrderBy(g => g.Key, StringComparer.Ordinal);

    public SourceLine LineOf(XmlSchemaObject component) => new(
        component.SourceUri is { } uri && _byUri.TryGetValue(uri, out var file) ? file.Source.Path : string.Empty,
        component.LineNumber,
        component.LinePosition);

    /// <summary>The components of a table by namespace, in the order of the files.</summary>
    public static ILookup<string, T> InOrder<T>(XmlSchemaObjectTable table)
        where T : XmlSchemaObject =>
        table.Names.Cast<XmlQualifiedName>()
            .Where(n => !n.Name.EndsWith(ComponentName.RedefinedSuffix, StringComparison.Ordinal))
            .Select(n => (Name: n, Component: table[n] as T))
            .Where(c => c.Component is not null)
            .OrderBy(c => c.Component!.SourceUri, StringComparer.Ordinal)
            .ThenBy(c => c.Component!.LineNumber)
            .ThenBy(c => c.Component!.LinePosition)
            .ToLookup(c => c.Name.Namespace, c => c.Component!, StringComparer.Ordinal);
}
