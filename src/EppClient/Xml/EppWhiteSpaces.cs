using System.Buffers;
using System.ComponentModel;
using System.Text;

namespace EppClient.Xml;

/// <summary>Processes white space as XML Schema requires (part 2, section 4.3.6).</summary>
internal static class EppWhiteSpaces
{
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\n\r");

    /// <summary>Processes the white space of a value as its type requires; for a union, as the matching member type requires.</summary>
    public static string Normalize(string value, EppSimpleType type) =>
        type.Members.Count == 0 ? Normalize(value, type.WhiteSpace) : EppUnions.Normalize(value, type);

    public static string Normalize(string value, EppWhiteSpace whiteSpace) => whiteSpace switch
    {
        EppWhiteSpace.Collapse when NeedsCollapse(value) => Collapse(value),
        EppWhiteSpace.Replace when value.AsSpan().IndexOfAny('\t', '\n', '\r') >= 0 => value.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' '),
        _ => value,
    };

    /// <summary>The items of a list whose white space is already collapsed.</summary>
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

    // XML defines four white space characters; a no-break space is not one of them.
    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\r';
}

/// <summary>How XML Schema processes the white space of a value (XSD part 2, section 4.3.6).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum EppWhiteSpace
{
    /// <summary>White space is kept (<c>xs:string</c>).</summary>
    Preserve,

    /// <summary>Each tab and line break is replaced by a blank (<c>xs:normalizedString</c>).</summary>
    Replace,

    /// <summary>Sequences are replaced by one blank; leading and trailing white space is removed (<c>xs:token</c>, and all types except strings).</summary>
    Collapse,
}
