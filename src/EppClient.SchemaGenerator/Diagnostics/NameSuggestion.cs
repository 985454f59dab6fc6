namespace EppClient.SchemaGenerator.Diagnostics;

/// <summary>Suggests a name for one that does not exist.</summary>
internal static class NameSuggestion
{
    private const int MaxDifferences = 2;

    /// <summary>Gets the end of a message: the most similar name, or nothing if none is similar.</summary>
    /// <param name="wrong">The name that does not exist.</param>
    /// <param name="names">The names that exist.</param>
    public static string For(string wrong, IEnumerable<string> names)
    {
        var best = names.Distinct(StringComparer.Ordinal)
            .Select(name => (Name: name, Differences: Differences(wrong, name)))
            .Where(candidate => candidate.Differences <= MaxDifferences && candidate.Differences < wrong.Length)
            .OrderBy(candidate => candidate.Differences).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
        return best is null ? string.Empty : $". Did you mean '{best}'?";
    }

    /// <summary>Counts the letters to add, remove or replace (the Levenshtein distance).</summary>
    private static int Differences(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[other.Length];
    }
}
