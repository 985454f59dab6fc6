using System.Buffers;
using System.Globalization;
using System.Numerics;

namespace EppClient.Xml;

/// <summary>The lexical forms of XML Schema's built-in types (XSD part 2, section 3).</summary>
internal static class EppLexical
{
    // System.Decimal preserves this many digits; longer numbers are rounded.
    private const int ExactDigits = 28;

    private static readonly SearchValues<char> RealCharacters = SearchValues.Create("0123456789+-.eE");

    public static string Format(bool value) => value ? "true" : "false";

    public static string Format(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Format(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Format(double value) => Special(value) ?? value.ToString("R", CultureInfo.InvariantCulture);

    public static string Format(float value) => Special(value) ?? value.ToString("R", CultureInfo.InvariantCulture);

    public static string Format(DateTimeOffset value)
    {
        var zone = value.Offset == TimeSpan.Zero ? "'Z'" : "zzz";
        return value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF" + zone, CultureInfo.InvariantCulture);
    }

    public static bool TryParse(string text, out bool value)
    {
        value = text is "true" or "1";
        return value || text is "false" or "0";
    }

    public static bool TryParse(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
        && (text.Length <= ExactDigits || EppNumber.Parse(text, isInteger: false) == EppNumber.Parse(Format(value), isInteger: false));

    public static bool TryParse(string text, out double value) => TryReal(text, out value);

    public static bool TryParse(string text, out float value) => TryReal(text, out value);

    public static bool TryParse<T>(string text, out T value)
        where T : struct, IBinaryInteger<T> => T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    public static bool TryParse(string text, out EppDate value) => EppDate.TryParse(text, out value);

    /// <summary>Parses a date and time; without a zone it is UTC (RFC 5731, section 2.4). Digits of a fraction beyond the seventh are dropped.</summary>
    public static bool TryParse(string text, out DateTimeOffset value)
    {
        value = default;
        if (!EppDateParts.TryParse(text, EppValueForm.DateTime, out var parts) || parts.Year is < 1 or > 9999)
        {
            return false;
        }

        var offset = (parts.Zone ?? 0) * TimeSpan.TicksPerMinute;
        var ticks = (parts.DayNumber * TimeSpan.TicksPerDay)
            + (parts.Hour * TimeSpan.TicksPerHour) + (parts.Minute * TimeSpan.TicksPerMinute) + (parts.Second * TimeSpan.TicksPerSecond)
            + (long)(parts.Fraction * TimeSpan.TicksPerSecond);
        if (ticks > DateTime.MaxValue.Ticks || ticks - offset < 0 || ticks - offset > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        value = new DateTimeOffset(ticks, new TimeSpan(offset));
        return true;
    }

    public static bool TryParseHex(string text, out EppBinary value) => TryDecode(text, EppBinary.FromHex, out value);

    public static bool TryParseBase64(string text, out EppBinary value) => TryDecode(text, EppBinary.FromBase64, out value);

    private static bool TryDecode(string text, Func<string, EppBinary> decode, out EppBinary value)
    {
        try
        {
            value = decode(text);
            return true;
        }
        catch (FormatException)
        {
            value = default;
            return false;
        }
    }

    private static string? Special(double value) => value switch
    {
        double.PositiveInfinity => "INF",
        double.NegativeInfinity => "-INF",
        double.NaN => "NaN",
        _ => null,
    };

    private static bool TryReal<T>(string text, out T value)
        where T : struct, IFloatingPointIeee754<T>
    {
        (value, var isSpecial) = text switch
        {
            "INF" => (T.PositiveInfinity, true),
            "-INF" => (T.NegativeInfinity, true),
            "NaN" => (T.NaN, true),
            _ => (default, false),
        };
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return isSpecial || (!text.AsSpan().ContainsAnyExcept(RealCharacters) && T.TryParse(text, Styles, CultureInfo.InvariantCulture, out value));
    }
}
