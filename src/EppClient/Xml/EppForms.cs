using System.Xml;

namespace EppClient.Xml;

/// <summary>Checks texts against the lexical forms of the built-in types.</summary>
internal static class EppForms
{
    /// <summary>The violated rule; null for none.</summary>
    public static string? Fault(string value, EppValueForm form) => IsValid(value, form) ? null : $"must be {Expected(form)}";

    /// <summary>Describes the values of a form, for messages.</summary>
    public static string Expected(EppValueForm form) => form switch
    {
        EppValueForm.Language => "a language tag such as en or pt-BR",
        EppValueForm.NmToken => "a name token: letters, digits and any of . - _ :",
        EppValueForm.Name or EppValueForm.NCName => "a valid XML name",
        EppValueForm.QualifiedName => "a qualified name whose prefix is declared",
        EppValueForm.Boolean => "true, false, 1 or 0",
        EppValueForm.Decimal => "a decimal number",
        EppValueForm.Integer => "a whole number",
        EppValueForm.Float or EppValueForm.Double => "a number such as 1.5E3, INF, -INF or NaN",
        EppValueForm.Duration => "a duration such as P1Y2M3DT4H5M6S",
        EppValueForm.DateTime => "a date and time such as 2026-11-23T10:00:00Z",
        EppValueForm.Time => "a time such as 10:00:00Z",
        EppValueForm.Date => "a date such as 2026-11-23",
        EppValueForm.GYearMonth => "a year and month such as 2026-11",
        EppValueForm.GYear => "a year such as 2026",
        EppValueForm.GMonthDay => "a month and day such as --11-23",
        EppValueForm.GDay => "a day such as ---23",
        EppValueForm.GMonth => "a month such as --11",
        EppValueForm.HexBinary => "an even number of hexadecimal digits",
        EppValueForm.Base64Binary => "base 64",
        _ => "text",
    };

    private static bool IsValid(string value, EppValueForm form) => form switch
    {
        EppValueForm.Text => true,
        EppValueForm.Language => IsLanguage(value),
        EppValueForm.NmToken => value.Length > 0 && value.All(IsNameCharacter),
        EppValueForm.Name => value.Length > 0 && (value[0] == ':' || XmlConvert.IsStartNCNameChar(value[0])) && value.All(IsNameCharacter),
        EppValueForm.NCName => IsNCName(value),
        EppValueForm.QualifiedName => value.IndexOf(':') is var colon && IsNCName(value.AsSpan(colon + 1)) && (colon < 0 || IsNCName(value.AsSpan(0, colon))),
        EppValueForm.Boolean => value is "true" or "false" or "1" or "0",
        EppValueForm.Decimal or EppValueForm.Integer => IsNumber(value, form == EppValueForm.Integer),
        EppValueForm.Float or EppValueForm.Double => EppLexical.TryParse(value, out double _),
        EppValueForm.Duration => EppDurationValue.Parse(value) is not null,
        EppValueForm.HexBinary => value.Length % 2 == 0 && value.All(char.IsAsciiHexDigit),
        EppValueForm.Base64Binary => EppLexical.TryParseBase64(value, out _),
        _ => EppDateParts.TryParse(value, form, out _),
    };

    private static bool IsLanguage(string value)
    {
        var part = 0;
        foreach (var range in value.AsSpan().Split('-'))
        {
            var tag = value.AsSpan(range);
            if (tag.Length is 0 or > 8)
            {
                return false;
            }

            foreach (var c in tag)
            {
                if (!(char.IsAsciiLetter(c) || (part > 0 && char.IsAsciiDigit(c))))
                {
                    return false;
                }
            }

            part++;
        }

        return true;
    }

    private static bool IsNCName(ReadOnlySpan<char> value)
    {
        if (value.Length == 0 || !XmlConvert.IsStartNCNameChar(value[0]))
        {
            return false;
        }

        foreach (var c in value)
        {
            if (!XmlConvert.IsNCNameChar(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNameCharacter(char c) => c == ':' || XmlConvert.IsNCNameChar(c);

    private static bool IsNumber(string value, bool isInteger)
    {
        var (digits, points) = (0, 0);
        for (var i = value.Length > 0 && value[0] is ('+' or '-') ? 1 : 0; i < value.Length; i++)
        {
            if (char.IsAsciiDigit(value[i]))
            {
                digits++;
            }
            else if (isInteger || value[i] != '.' || ++points > 1)
            {
                return false;
            }
        }

        return digits > 0;
    }
}
