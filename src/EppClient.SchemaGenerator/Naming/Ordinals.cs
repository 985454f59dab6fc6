using System.Globalization;

namespace EppClient.SchemaGenerator.Naming;

/// <summary>Tells apart members for an element that stands in several places of one content.</summary>
internal static class Ordinals
{
    private static readonly string[] Words = [string.Empty, "Second", "Third", "Fourth", "Fifth"];

    /// <summary>What stands before the name.</summary>
    /// <param name="earlier">How many places there are before this one.</param>
    public static string Prefix(int earlier) =>
        earlier < Words.Length ? Words[earlier] : "Number" + (earlier + 1).ToString(CultureInfo.InvariantCulture);
}
