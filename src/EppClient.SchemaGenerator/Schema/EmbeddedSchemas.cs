using System.Reflection;
using System.Xml;

namespace EppClient.SchemaGenerator.Schema;

/// <summary>The schemas of the RFCs and of <c>xml:lang</c>, which the generator brings along, so that a registry's schema can import them without a copy.</summary>
internal static class EmbeddedSchemas
{
    private static readonly Lazy<Dictionary<string, SchemaSource>> ByNamespace = new(Load);

    public static SchemaSource? Find(string targetNamespace) => ByNamespace.Value.TryGetValue(targetNamespace, out var source) ? source : null;

    /// <summary>The namespaces that are known by a prefix: the last part of such a one is the prefix and a version.</summary>
    public static IEnumerable<string> NamespacesOf(string prefix) =>
        ByNamespace.Value.Keys.Where(n => n.Substring(n.LastIndexOf(':') + 1).StartsWith(prefix + "-", StringComparison.Ordinal));

    private static Dictionary<string, SchemaSource> Load()
    {
        var assembly = typeof(EmbeddedSchemas).GetTypeInfo().Assembly;
        var result = new Dictionary<string, SchemaSource>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.EndsWith(".xsd", StringComparison.Ordinal))
            {
                continue;
            }

            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var text = reader.ReadToEnd();
            result[TargetNamespaceOf(text)] = new SchemaSource(string.Empty, text, new SchemaOptions());
        }

        return result;
    }

    private static string TargetNamespaceOf(string text)
    {
        using var reader = SchemaDocument.Open(text, string.Empty);
        return reader.MoveToContent() == XmlNodeType.Element ? reader.GetAttribute("targetNamespace") ?? string.Empty : string.Empty;
    }
}
