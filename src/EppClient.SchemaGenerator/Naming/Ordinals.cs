using System.Globalization;

namespace EppClient.SchemaGenerator.Naming;

/// <summary>Distinguishes members for an element that occurs in several places of one content.</summary>
internal static class Ordinals
{
    private static readonly string[] Words = [string.Empty, "Second", "Third", "Fourth", "Fifth"];

    /// <summary>The prefix of the name.</summary>
    /// <param name="earlier">The number of earlier places.</param>
    public static string Prefix(int earlier) =>
        earlier < Words.Length ? Words[earlier] : "Number" + (earlier + 1).ToString(CultureInfo.InvariantCulture);
}
