namespace EppClient.SchemaGenerator.Tests.Support;

/// <summary>The paths of the sources and of the corpus, which is next to the repository on some machines only.</summary>
internal static class Repository
{
    public static string Root => RepositoryFolder.Path;

    public static string Corpus => RepositoryFolder.Combine("..", "shared", "corpus");

    public static string Schema(string path) => File.ReadAllText(RepositoryFolder.Combine("schemas", path));

    public static void SkipWithoutCorpus() => Skip.IfNot(Directory.Exists(Corpus), "The corpus is not on this machine.");
}
