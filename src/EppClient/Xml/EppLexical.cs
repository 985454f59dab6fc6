using System.Globalization;
using System.Numerics;
using System.Xml;

namespace EppClient.Xml;

/// <summary>The lexical forms of XML Schema's built-in types (XSD part 2, section 3).</summary>
internal static class EppLexical
{
    public static string Format(bool value) => value ? "true" : "false";

    public static string Format(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Format(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

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
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);

    public static bool TryParse<T>(string text, out T value)
        where T : struct, IBinaryInteger<T> => T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    public static bool TryParse(string text, out DateOnly value)
    {
        // A date may carry a zone, which says nothing to EPP: dates there are days in UTC.
        value = default;
        return text.Length >= 10
            && text.Length is 10 or 11 or 16
            && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }

    public static bool TryParse(string text, out DateTimeOffset value)
    {
        value = default;
        var time = text.IndexOf('T', StringComparison.Ordinal);
        if (time < 10)
        {
            return false;
        }

        try
        {
            // Without a zone XmlConvert would take the machine's own; RFC 5731, section 2.4: all times are UTC.
            var zoned = text.AsSpan(time).IndexOfAny('Z', '+', '-') >= 0;
            value = XmlConvert.ToDateTimeOffset(zoned ? text : text + "Z");
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
        catch (ArgumentOutOfRangeException)
        {
            // A legal dateTime that .NET cannot hold, such as one with an offset on the first day of year 1.
            return false;
        }
    }
}
