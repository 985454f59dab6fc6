namespace EppClient.PackageTests.Snippets;

/// <summary>Finds fenced code in Markdown.</summary>
internal static class Markdown
{
    private const string Fence = "```";

    public static IEnumerable<Snippet> Snippets(string path, string text)
    {
        var lines = text.Split('\n');
        for (var start = 0; start < lines.Length; start++)
        {
            if (!lines[start].TrimStart().StartsWith(Fence, StringComparison.Ordinal))
            {
                continue;
            }

            var end = Array.FindIndex(lines, start + 1, line => line.Trim() == Fence);
            if (end < 0)
            {
                throw new FormatException($"{path}({start + 1}): the fence is never closed.");
            }

            yield return new Snippet(path, start + 2, lines[start].Trim()[Fence.Length..], string.Join('\n', lines[(start + 1)..end]));
            start = end;
        }
    }
}
