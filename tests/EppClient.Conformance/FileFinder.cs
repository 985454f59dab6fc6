namespace EppClient.Conformance;

/// <summary>Finds files below folders.</summary>
internal static class FileFinder
{
    private static readonly EnumerationOptions Options = new()
    {
        RecurseSubdirectories = true,
        MatchCasing = MatchCasing.CaseInsensitive,
        AttributesToSkip = FileAttributes.System,
    };

    /// <summary>Returns the files that match a pattern below the folders, each once, ordered by folder and name.</summary>
    public static IReadOnlyList<string> Find(IEnumerable<string> folders, string pattern) =>
    [
        .. folders.SelectMany(f => Directory.EnumerateFiles(f, pattern, Options).Order(StringComparer.Ordinal)).DistinctBy(Path.GetFullPath),
    ];

    public static bool IsBelow(string file, string folder) =>
        Path.GetFullPath(file).StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
