using System.Text.RegularExpressions;

namespace EppClient.Tests.Architecture.Files;

/// <summary>Rules over the text of source files.</summary>
internal static partial class TextRules
{
    private const int MaxLines = 400;

    public static IEnumerable<string> TooLong(IEnumerable<SourceFile> files) =>
        files.Where(file => file.Lines.Count > MaxLines)
            .Select(file => $"{file.Path} has {file.Lines.Count} lines, more than {MaxLines}: look for a second responsibility");

    public static IEnumerable<string> Unfinished(IEnumerable<SourceFile> files) => Matches(files, UnfinishedMark, "finish it, or write an issue");

    public static IEnumerable<string> Regions(IEnumerable<SourceFile> files) => Matches(files, RegionMark, "split the file instead");

    public static IEnumerable<string> ForeignPackageIds(IEnumerable<SourceFile> files, string prefix) =>
        files.SelectMany(file => PackageId.Matches(file.Text).Where(match => match.Groups["prefix"].Value != prefix)
            .Select(match => $"{file.Path}: {match.Value} has another prefix than {prefix}"));

    private static IEnumerable<string> Matches(IEnumerable<SourceFile> files, Regex mark, string advice) =>
        from file in files
        from line in Enumerable.Range(0, file.Lines.Count)
        where mark.IsMatch(file.Lines[line])
        select $"{file.Path}({line + 1}): {file.Lines[line].Trim()}: {advice}";

    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|X" + @"XX)\b")]
    private static partial Regex UnfinishedMark { get; }

    [GeneratedRegex(@"^\s*#(end)?region\b")]
    private static partial Regex RegionMark { get; }

    /// <summary>A package id as users write it: on a command line or in a project file.</summary>
    [GeneratedRegex("""(?:dotnet add package |PackageReference Include=")(?<prefix>\w+\.)?EppClient(?:\.\w+)*""")]
    private static partial Regex PackageId { get; }
}
