namespace EppClient.PackageTests.Snippets;

/// <summary>The texts of the repository that contain code for readers to copy.</summary>
internal static class Texts
{
    public static IEnumerable<string> MarkdownFiles =>
    [
        .. Directory.EnumerateFiles(RepositoryFolder.Path, "*.md"),
        .. Directory.EnumerateFiles(RepositoryFolder.Combine("docs"), "*.md", SearchOption.AllDirectories),
        .. Directory.EnumerateFiles(RepositoryFolder.Combine("schemas"), "*.md"),
        .. Directory.EnumerateDirectories(RepositoryFolder.Combine("src")).SelectMany(project => Directory.EnumerateFiles(project, "*.md")),
    ];

    public static IEnumerable<Snippet> Snippets =>
    [
        .. MarkdownFiles.SelectMany(file => Markdown.Snippets(Relative(file), File.ReadAllText(file))),
        .. Directory.EnumerateFiles(RepositoryFolder.Combine("src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => DocComments.Snippets(Relative(file), File.ReadAllText(file))),
    ];

    public static string Relative(string file) => Path.GetRelativePath(RepositoryFolder.Path, file).Replace('\\', '/');
}
