namespace EppClient.Dk.Testing.Wire;

/// <summary>Object identifiers: the name in upper case, other characters as underscores, and the repository id.</summary>
internal static class Roids
{
    private const string Repository = "-DK";

    public static string Of(EppDomainName name) =>
        string.Concat(name.Unicode.ToUpperInvariant().Select(character => char.IsLetterOrDigit(character) ? character : '_')) + Repository;
}
