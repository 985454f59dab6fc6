using EppClient.SchemaGenerator;

namespace EppClient.Conformance.Generation;

/// <summary>The RFC schemas bundled with the generator, except those replaced by given schemas.</summary>
internal static class BundledSchemas
{
    /// <summary>Returns the bundled schemas that other schemas, messages or the envelope need.</summary>
    /// <param name="given">The given schemas.</param>
    /// <param name="inMessages">Namespaces that occur in messages.</param>
    public static IReadOnlyList<SchemaFile> NeededBy(IReadOnlyList<SchemaFile> given, IEnumerable<string> inMessages)
    {
        var bundled = Load();
        // A given schema replaces the bundled one, unless it includes it.
        var taken = given.Select(s => s.TargetNamespace).ToHashSet(StringComparer.Ordinal);
        taken.ExceptWith(taken.Where(uri => bundled.TryGetValue(uri, out var ours) && IsIncluded(ours, uri, given)).ToList());
        var open = new Queue<string>([EppNamespaces.Epp, .. inMessages, .. given.Select(s => s.TargetNamespace), .. given.SelectMany(s => NamespacesIn.Text(s.Text))]);
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

    private static bool IsIncluded(SchemaFile bundled, string uri, IReadOnlyList<SchemaFile> given)
    {
        var name = Path.GetFileName(bundled.Path);
        return given.Any(s => s.TargetNamespace == uri && NamespacesIn.IncludesOf(s.Text).Any(i => Path.GetFileName(i) == name))
            && !given.Any(s => Path.GetFileName(s.Path) == name);
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
