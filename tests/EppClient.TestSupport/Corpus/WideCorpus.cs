using Xunit;

namespace EppClient.TestSupport.Corpus;

/// <summary>Messages of many registries, from public repositories and RFCs. They are outside of the repository, on some machines only.</summary>
public static class WideCorpus
{
    private static readonly string Folder = RepositoryFolder.Combine("..", "shared", "corpus", "xml");

    /// <summary>Loads all messages; the test is skipped if the corpus is absent.</summary>
    public static IEnumerable<CorpusMessage> Load()
    {
        Skip.IfNot(Directory.Exists(Folder), "The published messages are not on this machine.");
        return Directory.EnumerateFiles(Folder, "*.xml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => new CorpusMessage(Path.GetRelativePath(Folder, file).Replace('\\', '/'), File.ReadAllBytes(file)));
    }
}
