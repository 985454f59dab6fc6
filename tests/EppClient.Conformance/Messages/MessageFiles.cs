namespace EppClient.Conformance.Messages;

/// <summary>The messages to check.</summary>
internal static class MessageFiles
{
    public static IReadOnlyList<string> Find(IReadOnlyList<string> folders) => FileFinder.Find(folders, "*.xml");
}
