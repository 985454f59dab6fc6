using System.Globalization;
using System.Text;
using System.Xml;

namespace EppClient.Xml;

/// <summary>Checks a value against the facets of its type before it is written.</summary>
internal static class EppFacets
{
    /// <summary>Treats the white space as the type says and checks the result.</summary>
    /// <returns>The value to write.</returns>
    public static string Check(string value, EppSimpleType type, string member)
    {
        CheckCharacters(value, type, member);
        var normalized = Normalize(value, type.WhiteSpace);
        CheckLength(CodePoints(normalized), "characters", type, member);
        if (type.Enumeration is { } allowed && !allowed.Contains(normalized))
        {
            throw Broken(member, $"must be one of {string.Join(", ", allowed)}", type);
        }

        return type.MatchesPattern(normalized) ? normalized : throw Broken(member, $"must match the pattern {type.Pattern}", type);
    }

    /// <summary>Checks the range and digits of a number.</summary>
    public static void Check(decimal value, EppSimpleType type, string member)
    {
        if (type.MinInclusive is { } least && value < least)
        {
            throw Broken(member, $"must be at least {Text(least)}, is {Text(value)}", type);
        }

        if (type.MaxInclusive is { } most && value > most)
        {
            throw Broken(member, $"must be at most {Text(most)}, is {Text(value)}", type);
        }

        if (type.FractionDigits is { } digits && decimal.Round(value, digits) != value)
        {
            throw Broken(member, $"must have at most {digits} digits behind the decimal point", type);
        }
    }

    /// <summary>Checks the number of characters or octets.</summary>
    public static void CheckLength(int length, string unit, EppSimpleType type, string member)
    {
        if (length < type.MinLength || length > type.MaxLength)
        {
            var range = (type.MinLength, type.MaxLength) switch
            {
                ({ } least, { } most) when least == most => $"exactly {most}",
                ({ } least, { } most) => $"{least} to {most}",
                ({ } least, null) => $"at least {least}",
                (_, { } most) => $"at most {most}",
                _ => "any number of",
            };
            throw Broken(member, $"must have {range} {unit}, has {length}", type);
        }
    }

    /// <summary>Treats white space as XML Schema does.</summary>
    public static string Normalize(string value, EppWhiteSpace whiteSpace) => whiteSpace switch
    {
        EppWhiteSpace.Collapse when NeedsCollapse(value) => Collapse(value),
        EppWhiteSpace.Replace when value.AsSpan().IndexOfAny('\t', '\n', '\r') >= 0 => value.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' '),
        _ => value,
    };

    private static bool NeedsCollapse(string value)
    {
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

    private static int CodePoints(string value)
    {
        var count = value.Length;
        foreach (var c in value)
        {
            if (char.IsLowSurrogate(c))
            {
                count--;
            }
        }

        return count;
    }

    private static void CheckCharacters(string value, EppSimpleType type, string member)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (XmlConvert.IsXmlChar(value[i]))
            {
                continue;
            }

            if (i + 1 < value.Length && XmlConvert.IsXmlSurrogatePair(value[i + 1], value[i]))
            {
                i++;
                continue;
            }

            throw Broken(member, $"contains U+{(int)value[i]:X4} at position {i}, which XML cannot carry", type);
        }
    }

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static EppValidationException Broken(string member, string rule, EppSimpleType type) => new(member, rule, type.DisplayName);
}
