using System.Globalization;

namespace EppClient.SchemaGenerator.Naming;

/// <summary>Names the values of enumerations, which can be any text.</summary>
internal sealed class ValueNames(IEnumerable<string> taken)
{
    private const int MaxLength = 80;

    private static readonly Dictionary<char, string> Symbols = new()
    {
        [' '] = "Blank",
        ['!'] = "Exclamation",
        ['"'] = "Quote",
        ['#'] = "Hash",
        ['$'] = "Dollar",
        ['%'] = "Percent",
        ['&'] = "Ampersand",
        ['\''] = "Apostrophe",
        ['('] = "OpeningParenthesis",
        [')'] = "ClosingParenthesis",
        ['*'] = "Asterisk",
        ['+'] = "Plus",
        [','] = "Comma",
        ['-'] = "Minus",
        ['.'] = "Dot",
        ['/'] = "Slash",
        [':'] = "Colon",
        [';'] = "Semicolon",
        ['<'] = "Less",
        ['='] = "Equal",
        ['>'] = "Greater",
        ['?'] = "Question",
        ['@'] = "At",
        ['['] = "OpeningBracket",
        ['\\'] = "Backslash",
        [']'] = "ClosingBracket",
        ['^'] = "Caret",
        ['_'] = "Underscore",
        ['`'] = "Backtick",
        ['{'] = "OpeningBrace",
        ['|'] = "Bar",
        ['}'] = "ClosingBrace",
        ['~'] = "Tilde",
    };

    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    /// <summary>Returns the name of a value, which differs from those before it.</summary>
    /// <param name="text">The value.</param>
    /// <param name="stated">The name in the schema.</param>
    public string Take(string text, string? stated)
    {
        var names = stated is null ? Candidates(text) : [stated, stated + "Value"];
        var name = names.FirstOrDefault(_taken.Add);
        for (var number = 2; name is null; number++)
        {
            var numbered = names[names.Length - 1] + number.ToString(CultureInfo.InvariantCulture);
            name = _taken.Add(numbered) ? numbered : null;
        }

        return name;
    }

    /// <summary>The readable name first, then names that distinguish values that differ only in symbols or in case.</summary>
    private static string[] Candidates(string text)
    {
        if (text.Length == 0)
        {
            return ["Empty", "EmptyValue"];
        }

        var spelt = Format(text);
        var usual = text.Any(char.IsLetterOrDigit) ? Short(Names.Expand(text)) : spelt;
        var letters = text.Where(char.IsLetter).ToList();
        var letterCase = letters.Count == 0 ? "Value" : letters.TrueForAll(char.IsUpper) ? "Upper" : letters.TrueForAll(char.IsLower) ? "Lower" : "Mixed";
        return [usual, spelt, usual + "Value", usual + letterCase];
    }

    private static string Format(string text) => Short(Names.Identifier(string.Concat(text.Select(Format))));

    private static string Format(char c, int place) => Symbols.TryGetValue(c, out var name)
        ? name
        : char.IsLetterOrDigit(c) ? (place == 0 ? char.ToUpperInvariant(c) : c).ToString()
        : "U" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);

    private static string Short(string name) => name.Length > MaxLength ? name.Substring(0, MaxLength) : name;
}
