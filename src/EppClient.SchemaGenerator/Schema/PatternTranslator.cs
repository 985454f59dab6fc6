using System.Text;

namespace EppClient.SchemaGenerator.Schema;

/// <summary>
/// Turns a regular expression of XML Schema (part 2, appendix F) into one of .NET: there the expression is anchored, knows no
/// assertions, and <c>\w</c>, <c>\i</c>, <c>\c</c> and the full stop mean something else.
/// </summary>
internal static class PatternTranslator
{
    private const string Word = @"\p{L}\p{M}\p{N}\p{S}";
    private const string NotWord = @"\p{P}\p{Z}\p{C}";
    private const string NameStart = @"\p{L}_:";
    private const string NameCharacter = @"\p{L}\p{M}\p{Nd}._:\-";

    public static string Translate(string pattern)
    {
        var result = new StringBuilder(pattern.Length);
        var depth = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            switch (c)
            {
                case '\\' when i + 1 < pattern.Length:
                    result.Append(Escape(pattern[++i], depth > 0));
                    break;
                case '[':
                    depth++;
                    result.Append(c);
                    break;
                case ']':
                    depth--;
                    result.Append(c);
                    break;
                case '.' when depth == 0:
                    result.Append(@"[^\n\r]");
                    break;
                case '^' or '$' when depth == 0:
                    result.Append('\\').Append(c);
                    break;
                default:
                    result.Append(c);
                    break;
            }
        }

        return result.ToString();
    }

    private static string Escape(char c, bool inClass) => c switch
    {
        'w' => Class(Word, inClass),
        'W' => Class(NotWord, inClass),
        'i' => Class(NameStart, inClass),
        'c' => Class(NameCharacter, inClass),
        _ => "\\" + c,
    };

    private static string Class(string members, bool inClass) => inClass ? members : $"[{members}]";
}
