using System.Globalization;
using System.Xml;

namespace EppClient.Xml.Patterns;

/// <summary>A set of characters (Unicode code points) that a character class expression defines.</summary>
internal sealed class CharacterClass
{
    public static readonly CharacterClass Any = new() { IsNegated = true, Ranges = [new('\n', '\n'), new('\r', '\r')] };

    // XML white space: only the blank, the tab and the two line ends.
    public static readonly CharacterClass Blank = new() { Ranges = [new('\t', '\n'), new('\r', '\r'), new(' ', ' ')] };

    public static readonly CharacterClass Digit = new() { Categories = ["Nd"] };

    public static readonly CharacterClass Word = new() { IsNegated = true, Categories = ["P", "Z", "C"] };

    public static readonly CharacterClass NameStart = new() { Names = NameCharacters.Start };

    public static readonly CharacterClass Name = new() { Names = NameCharacters.All };

    private const string CategoryNames = "LuLlLtLmLoMnMcMeNdNlNoZsZlZpCcCfCsCoPcPdPsPePiPfPoSmScSkSoCn";

    private ulong[]? _ascii;

    private enum NameCharacters
    {
        None,
        Start,
        All,
    }

    public bool IsNegated { get; init; }

    public IReadOnlyList<CodePointRange> Ranges { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<CharacterClass> Parts { get; init; } = [];

    public CharacterClass? Except { get; init; }

    /// <summary>The character, if the set was created from one.</summary>
    public int? OnlyCharacter { get; private init; }

    private NameCharacters Names { get; init; }

    /// <summary>Whether there is a Unicode category, or a group of categories, with a name.</summary>
    public static bool IsCategory(string name) =>
        (name.Length == 1 && name[0] is 'L' or 'M' or 'N' or 'P' or 'Z' or 'S' or 'C')
        || (name.Length == 2 && name != "Cs" && CategoryNames.IndexOf(name, StringComparison.Ordinal) is >= 0 and var place && place % 2 == 0);

    public static CharacterClass Single(int codePoint) => new() { Ranges = [new(codePoint, codePoint)], OnlyCharacter = codePoint };

    public CharacterClass Negate() => new() { IsNegated = true, Parts = [this] };

    public bool Contains(int codePoint)
    {
        if (codePoint >= 128)
        {
            return Decide(codePoint);
        }

        var ascii = _ascii ??= Ascii();
        return ((ascii[codePoint >> 6] >> (codePoint & 63)) & 1) != 0;
    }

    private ulong[] Ascii()
    {
        var (low, high) = (0ul, 0ul);
        for (var i = 0; i < 64; i++)
        {
            low |= Decide(i) ? 1ul << i : 0;
            high |= Decide(i + 64) ? 1ul << i : 0;
        }

        return [low, high];
    }

    private bool Decide(int codePoint) => IsListed(codePoint) != IsNegated && Except?.Contains(codePoint) is not true;

    private bool IsListed(int codePoint)
    {
        foreach (var range in Ranges)
        {
            if (codePoint >= range.First && codePoint <= range.Last)
            {
                return true;
            }
        }

        foreach (var part in Parts)
        {
            if (part.Contains(codePoint))
            {
                return true;
            }
        }

        return (Categories.Count > 0 && IsInCategory(codePoint)) || (Names != NameCharacters.None && IsNameCharacter(codePoint));
    }

    private bool IsInCategory(int codePoint)
    {
        var category = codePoint < 0x10000
            ? CharUnicodeInfo.GetUnicodeCategory((char)codePoint)
            : CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(codePoint), 0);
        var place = (int)category * 2;
        foreach (var name in Categories)
        {
            if (CategoryNames[place] == name[0] && (name.Length == 1 || CategoryNames[place + 1] == name[1]))
            {
                return true;
            }
        }

        return false;
    }

    // XML 1.0, second edition, which XML Schema refers to, has no name characters beyond the basic plane.
    private bool IsNameCharacter(int codePoint) => codePoint < 0x10000
        && (codePoint == ':' || (Names == NameCharacters.Start ? XmlConvert.IsStartNCNameChar((char)codePoint) : XmlConvert.IsNCNameChar((char)codePoint)));
}

/// <summary>A range of code points; both ends are included.</summary>
internal readonly record struct CodePointRange(int First, int Last);
