namespace EppClient.Tests.Schemas;

/// <summary>The folders of the schemas and of the material to compare them with, which is outside of the repository and on some machines only.</summary>
internal static class Repository
{
    public static string Schemas => RepositoryFolder.Combine("schemas");

    public static string OfficialIetf => RepositoryFolder.Combine("..", "shared", "corpus", "xsd", "ietf");

    public static string OfficialDk => RepositoryFolder.Combine("..", "shared", "corpus", "xsd", "dk");

    public static string DkMessages => RepositoryFolder.Combine("..", "shared", "corpus", "dk");

    public static string SchemaCompare => RepositoryFolder.Combine("..", "shared", "tools", "schema-compare");

    public static IEnumerable<string> SchemaFiles => Directory.EnumerateFiles(Schemas, "*.xsd", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    public static void SkipWithout(string folder) => Skip.IfNot(Directory.Exists(folder), "The folder to compare with is not on this machine.");
}
