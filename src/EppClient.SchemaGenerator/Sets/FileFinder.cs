using EppClient.SchemaGenerator.Schema;

namespace EppClient.SchemaGenerator.Sets;

/// <summary>Finds the file of a <c>schemaLocation</c> in the project: the one with the same path, or else the closest with that name.</summary>
internal sealed class FileFinder
{
    private readonly ILookup<string, SchemaSource> _byName;

    public FileFinder(IEnumerable<SchemaSource> sources) =>
        _byName = sources.ToLookup(s => Segments(s.Path).Last(), StringComparer.OrdinalIgnoreCase);

    public SchemaSource? Find(string location, SchemaSource from)
    {
        var wanted = Segments(Unescape(location.Trim()));
        var folder = Segments(from.Path);
        folder.RemoveAt(folder.Count - 1);
        var path = Normalize(folder.Concat(wanted));
        return _byName[wanted.Last()]
            .Where(s => s.Path != from.Path)
            .OrderByDescending(s => Normalize(Segments(s.Path)).SequenceEqual(path, StringComparer.OrdinalIgnoreCase))
            .ThenByDescending(s => Common(Segments(s.Path).AsEnumerable().Reverse(), path.AsEnumerable().Reverse()))
            .ThenByDescending(s => Common(Segments(s.Path), folder))
            .ThenBy(s => s.Path, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private static List<string> Segments(string path) => [.. path.Split('/', '\\')];

    private static string Unescape(string location) => location.IndexOf('%') < 0 ? location : Uri.UnescapeDataString(location);

    private static int Common(IEnumerable<string> left, IEnumerable<string> right) =>
        left.Zip(right, (l, r) => string.Equals(l, r, StringComparison.OrdinalIgnoreCase)).TakeWhile(same => same).Count();

    private static List<string> Normalize(IEnumerable<string> segments)
    {
        var result = new List<string>();
        foreach (var segment in segments.Where(s => s != "."))
        {
            if (segment == ".." && result.Count > 0 && result[result.Count - 1] != "..")
            {
                result.RemoveAt(result.Count - 1);
            }
            else
            {
                result.Add(segment);
            }
        }

        return result;
    }
}
