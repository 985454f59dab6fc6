using System.Reflection;
using System.Xml;
using System.Xml.Linq;

namespace EppClient.SchemaGenerator.Schema;

/// <summary>
/// The schemas of the RFCs and of <c>xml:lang</c>, which are embedded in the generator, so that a registry's schema can import them without a copy.
/// </summary>
internal static class EmbeddedSchemas
{
    private static readonly Lazy<Dictionary<string, string>> FileNames = new(LoadFileNames);
    private static readonly Lazy<Dictionary<string, SchemaSource>> ByNamespace = new(Load);

    /// <summary>The schema that a file of the same namespace includes by its file name.</summary>
    /// <param name="targetNamespace">The namespace.</param>
    /// <param name="location">The <c>schemaLocation</c>.</param>
    public static SchemaSource? FindIncluded(string targetNamespace, string location)
    {
        var file = location.Trim().Split('/', '\\').Last();
        return Find(targetNamespace) is { } found && string.Equals(FileNames.Value[targetNamespace], file, StringComparison.OrdinalIgnoreCase) ? found : null;
    }

    public static SchemaSource? Find(string targetNamespace) => ByNamespace.Value.TryGetValue(targetNamespace, out var source) ? source : null;

    /// <summary>The namespaces with a prefix: those whose last part consists of the prefix and a version.</summary>
    public static IEnumerable<string> NamespacesOf(string prefix) =>
        ByNamespace.Value.Keys.Where(n => n.Substring(n.LastIndexOf(':') + 1).StartsWith(prefix + "-", StringComparison.Ordinal));

    /// <summary>The prefixes by which <c>Extends</c> metadata can name a schema: the last part of the namespace without the version.</summary>
    public static IEnumerable<string> Prefixes => ByNamespace.Value.Keys.Select(n => n.Substring(n.LastIndexOf(':') + 1).Split('-')[0]);

    /// <summary>The names of the global elements of a schema; null if no schema with that namespace is embedded.</summary>
    public static HashSet<string>? ElementsOf(string targetNamespace)
    {
        if (Find(targetNamespace) is not { } source)
        {
            return null;
        }

        using var reader = SchemaDocument.Open(source.Text, string.Empty);
        return new HashSet<string>(
            XElement.Load(reader).Elements(XName.Get("element", SchemaIndex.XmlSchemaNamespace)).Select(e => e.Attribute("name")?.Value ?? string.Empty), StringComparer.Ordinal);
    }

    private static Dictionary<string, SchemaSource> Load() =>
        Texts().ToDictionary(t => TargetNamespaceOf(t.Text), t => new SchemaSource(string.Empty, t.Text, new SchemaOptions()), StringComparer.Ordinal);

    private static Dictionary<string, string> LoadFileNames() =>
        Texts().ToDictionary(t => TargetNamespaceOf(t.Text), t => t.Name.Split('/').Last(), StringComparer.Ordinal);

    private static IEnumerable<(string Name, string Text)> Texts()
    {
        var assembly = typeof(EmbeddedSchemas).GetTypeInfo().Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".xsd", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name, reader.ReadToEnd());
        }
    }

    private static string TargetNamespaceOf(string text)
    {
        using var reader = SchemaDocument.Open(text, string.Empty);
        return reader.MoveToContent() == XmlNodeType.Element ? reader.GetAttribute("targetNamespace") ?? string.Empty : string.Empty;
    }
}
