namespace EppClient.Tests.Architecture;

/// <summary>Joins all violations into one text, because an assertion on a list shows the first item only.</summary>
internal static class Report
{
    public static string Of(IEnumerable<string> violations) => string.Join('\n', violations);
}
