using System.Buffers;

namespace EppClient.Dk.Testing.Rules;

/// <summary>The rules for names: one label below .dk, with the letters that the registry allows.</summary>
internal static class DomainNames
{
    private const string Suffix = ".dk";
    private const int MaximumLabelLength = 63;
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-æøåöäüéß");


    public static bool IsRegistrable(EppDomainName name)
    {
        if (!name.Unicode.EndsWith(Suffix, StringComparison.Ordinal) || name.Ascii.Length > MaximumLabelLength + Suffix.Length)
        {
            return false;
        }

        var label = name.Unicode.AsSpan(..^Suffix.Length);
        return label.Length > 0
            && label.IndexOfAnyExcept(Letters) < 0
            && label[0] != '-'
            && label[^1] != '-'
            && !LooksLikePunycode(label);
    }

    /// <summary>Gets the registrable domain above a .dk host.</summary>
    public static EppDomainName? SuperordinateOf(EppDomainName host)
    {
        if (!host.Ascii.EndsWith(Suffix, StringComparison.Ordinal))
        {
            return null;
        }

        var labels = host.Ascii.Split('.');
        return EppDomainName.From($"{labels[^2]}{Suffix}");
    }

    private static bool LooksLikePunycode(ReadOnlySpan<char> label) =>
        label.Length >= 4 && label[2..4] is "--" && char.IsLetterOrDigit(label[0]) && char.IsLetterOrDigit(label[1]);
}
