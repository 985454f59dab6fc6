using EppClient.SchemaGenerator;

namespace EppClient.Conformance.Generation;

/// <summary>The RFC schemas that the generator brings along, where the given ones do not take their place.</summary>
internal static class BundledSchemas
{
    /// <summary>The bundled schemas that others, messages or the envelope need.</summary>
    /// <param name="given">The given schemas.</param>
    /// <param name="inMessages">Namespaces that occur in messages.</param>
    public static IReadOnlyList<SchemaFile> NeededBy(IReadOnlyList<SchemaFile> given, IEnumerable<string> inMessages)
    {
        var taken = given.Select(s => s.TargetNamespace).ToHashSet(StringComparer.Ordinal);
        var bundled = Load();
        var open = new Queue<string>([EppNamespaces.Epp, .. inMessages, .. given.SelectMany(s => NamespacesIn.Text(s.Text))]);
        var needed = new List<SchemaFile>();
        while (open.TryDequeue(out var uri))
        {
            if (taken.Add(uri) && bundled.TryGetValue(uri, out var schema))
            {
                needed.Add(schema);
                NamespacesIn.Text(schema.Text).ToList().ForEach(open.Enqueue);
            }
        }

        return needed;
    }

    private static Dictionary<string, SchemaFile> Load()
    {
        var assembly = typeof(EppSchemaGenerator).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(n => n.EndsWith(".xsd", StringComparison.Ordinal))
            .Select(name =>
            {
                using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return new SchemaFile(name, text.ReadToEnd(), isBundled: true);
            })
            .ToDictionary(s => s.TargetNamespace, StringComparer.Ordinal);
    }
}
