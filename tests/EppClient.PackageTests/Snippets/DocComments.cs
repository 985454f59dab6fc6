using System.Net;

namespace EppClient.PackageTests.Snippets;

/// <summary>Finds the examples (<c>code</c> elements) in the documentation comments of C# files.</summary>
internal static class DocComments
{
    private const string NamespaceStart = "namespace ";
    private const string Start = "/// <code>";
    private const string End = "/// </code>";

    public static IEnumerable<Snippet> Snippets(string path, string text)
    {
        var lines = text.Split('\n');
        var surrounding = Array.Find(lines, line => line.StartsWith(NamespaceStart, StringComparison.Ordinal))?[NamespaceStart.Length..].TrimEnd(';', ' ', '\r');
        for (var start = 0; start < lines.Length; start++)
        {
            if (lines[start].Trim() != Start)
            {
                continue;
            }

            var end = Array.FindIndex(lines, start, line => line.Trim() == End);
            if (end < 0)
            {
                throw new FormatException($"{path}({start + 1}): the code element does not end on a line of its own.");
            }

            yield return new Snippet(path, start + 2, "csharp", string.Join('\n', lines[(start + 1)..end].Select(Uncommented))) { Namespace = surrounding };
            start = end;
        }
    }

    private static string Uncommented(string line) => WebUtility.HtmlDecode(line.Trim().TrimStart('/'));
}
