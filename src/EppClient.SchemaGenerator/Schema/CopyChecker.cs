using EppClient.SchemaGenerator.Sets;

namespace EppClient.SchemaGenerator.Schema;

/// <summary>Finds copies of the RFCs' schemas in the project that differ from the RFCs.</summary>
internal static class CopyChecker
{
    public static IEnumerable<DifferingCopy> Check(IReadOnlyList<NamespaceModel> models, IReadOnlyList<SchemaSource> sources)
    {
        var texts = sources.ToLookup(s => s.Path, s => s.Text);
        var copies = models
            .Where(m => !m.IsEmbedded && EmbeddedSchemas.Find(m.Uri) is { } original && !texts[m.Path].Contains(original.Text))
            .ToList();
        if (copies.Count == 0)
        {
            yield break;
        }

        var originals = SchemaCompiler.Read(SchemaSetBuilder.Compile([], copies.Select(c => c.Uri), []));
        foreach (var copy in copies)
        {
            if (originals.Find(o => o.Uri == copy.Uri) is { } original && VersionComparer.FirstDifference(copy, models, original, originals) is { } difference)
            {
                yield return new DifferingCopy(copy.Uri, difference.Component, difference.Line);
            }
        }
    }
}
