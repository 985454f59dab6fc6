namespace EppClient.Dk.Testing.Wire;

/// <summary>Object identifiers: the name in capitals, other characters as underscores, and the repository's letters.</summary>
internal static class Roids
{
    private const string Repository = "-DK";

    public static string Of(DkDomainName name) =>
        string.Concat(name.Unicode.ToUpperInvariant().Select(character => char.IsLetterOrDigit(character) ? character : '_')) + Repository;
}
