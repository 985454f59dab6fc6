using System.Globalization;
using System.Xml.Schema;

namespace EppClient.SchemaGenerator.Schema;

/// <summary>Compiled schemas, and the files that they came from.</summary>
internal sealed class CompiledSet(XmlSchemaSet set, IReadOnlyList<SchemaSource> documents)
{
    public const string UriPrefix = "file:///schema/";

    public XmlSchemaSet Set => set;

    public static SchemaSource? SourceOf(string? uri, IReadOnlyList<SchemaSource> documents) =>
        uri is not null && uri.StartsWith(UriPrefix, StringComparison.Ordinal)
            ? documents[int.Parse(uri.Substring(UriPrefix.Length), CultureInfo.InvariantCulture)]
            : null;

    public SchemaSource SourceOf(XmlSchemaObject component) => SourceOf(component.SourceUri, documents) ?? documents[0];

    public SourceLine LineOf(XmlSchemaObject component) => new(SourceOf(component).Path, component.LineNumber, component.LinePosition);

    /// <summary>The components of a table that belong to a namespace, in the order in which they are written.</summary>
    public static IEnumerable<T> InOrder<T>(XmlSchemaObjectTable table, string targetNamespace)
        where T : XmlSchemaObject =>
        table.Names.Cast<System.Xml.XmlQualifiedName>()
            .Where(n => n.Namespace == targetNamespace)
            .Select(n => table[n])
            .OfType<T>()
            .OrderBy(o => o.SourceUri, StringComparer.Ordinal)
            .ThenBy(o => o.LineNumber)
            .ThenBy(o => o.LinePosition);
}
