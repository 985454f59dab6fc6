namespace EppClient.Tests.Architecture.Files;

/// <summary>The handwritten files: no build output, no generated code, no snapshots.</summary>
internal static class SourceTree
{
    private static readonly string[] MadeByTools = [".git", "artifacts", "bin", "obj", "TestResults", "Snapshots", "__snapshots__", "__mismatch__"];

    public static IEnumerable<SourceFile> Files(params string[] extensions) =>
        Walk(new DirectoryInfo(RepositoryFolder.Path))
            .Where(file => extensions.Contains(file.Extension, StringComparer.Ordinal))
            .Where(file => !file.Name.EndsWith(".g.cs", StringComparison.Ordinal))
            .Select(file => new SourceFile(Path.GetRelativePath(RepositoryFolder.Path, file.FullName).Replace('\\', '/'), File.ReadAllText(file.FullName)));

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Concat(folder.EnumerateDirectories().Where(child => !MadeByTools.Contains(child.Name)).SelectMany(Walk));
}
