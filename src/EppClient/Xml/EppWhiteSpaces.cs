using System.Buffers;
using System.Text;

namespace EppClient.Xml;

/// <summary>Treats white space as XML Schema does (part 2, section 4.3.6).</summary>
internal static class EppWhiteSpaces
{
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\n\r");

    /// <summary>The value of a type: of a union as the member type wants it that takes the value.</summary>
    public static string Normalize(string value, EppSimpleType type) =>
        type.Members.Count == 0 ? Normalize(value, type.WhiteSpace) : EppUnions.Normalize(value, type);

    public static string Normalize(string value, EppWhiteSpace whiteSpace) => whiteSpace switch
    {
        EppWhiteSpace.Collapse when NeedsCollapse(value) => Collapse(value),
        EppWhiteSpace.Replace when value.AsSpan().IndexOfAny('\t', '\n', '\r') >= 0 => value.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' '),
        _ => value,
    };

    /// <summary>The items of a list, white space already collapsed.</summary>
    public static string[] Items(string value) => value.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static int CountItems(string value) => value.Length == 0 ? 0 : value.AsSpan().Count(' ') + 1;

    private static bool NeedsCollapse(string value)
    {
        if (!value.AsSpan().ContainsAny(Blanks))
        {
            return false;
        }

        var previousBlank = true;
        foreach (var c in value)
        {
            var blank = IsBlank(c);
            if (blank && (previousBlank || c != ' '))
            {
                return true;
            }

            previousBlank = blank;
        }

        return previousBlank && value.Length > 0;
    }

    private static string Collapse(string value)
    {
        var result = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (!IsBlank(c))
            {
                result.Append(c);
            }
            else if (result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }
        }

        return result.ToString().TrimEnd(' ');
    }

    // XML knows four white space characters; a no-break space is not one of them.
    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\r';
}

/// <summary>What XML Schema does with the white space of a value (XSD part 2, section 4.3.6).</summary>
public enum EppWhiteSpace
{
    /// <summary>Kept as it is (<c>xs:string</c>).</summary>
    Preserve,

    /// <summary>Each tab and line break becomes a blank (<c>xs:normalizedString</c>).</summary>
    Replace,

    /// <summary>Runs become one blank, leading and trailing ones go (<c>xs:token</c> and all that is not a string).</summary>
    Collapse,
}
