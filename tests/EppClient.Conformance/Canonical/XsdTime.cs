using System.Globalization;
using System.Numerics;

namespace EppClient.Conformance.Canonical;

/// <summary>
/// Dates, times and durations, with all fraction digits. A dateTime without a zone is UTC, as in EPP (RFC 5731, section 2.4); for other types
/// a value without a zone differs from a value with one.
/// </summary>
internal static class XsdTime
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss", "HH:mm:ss"];

    /// <summary>A dateTime or time, in UTC.</summary>
    public static string Moment(string text)
    {
        var (value, zone) = SplitZone(text);
        if (value.Contains('T', StringComparison.Ordinal))
        {
            zone ??= TimeSpan.Zero;
        }

        var (seconds, fraction) = SplitFraction(value);
        var isEndOfDay = seconds.EndsWith("24:00:00", StringComparison.Ordinal);
        var readable = isEndOfDay ? seconds[..^8] + "00:00:00" : seconds;

        // Years of more than four digits are compared as text.
        if (!DateTime.TryParseExact(readable, Formats, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var moment)
            || moment.Year is > 9998 || (moment.Year < 2 && seconds.Contains('T', StringComparison.Ordinal)))
        {
            return seconds + fraction + (zone is null ? string.Empty : zone == TimeSpan.Zero ? "Z" : zone.ToString());
        }

        var shifted = moment.AddDays(isEndOfDay || moment.Year == 1 ? 1 : 0) - (zone ?? TimeSpan.Zero);
        var format = seconds.Contains('T', StringComparison.Ordinal) ? Formats[0] : Formats[1];
        return shifted.ToString(format, CultureInfo.InvariantCulture) + fraction + (zone is null ? string.Empty : "Z");
    }

    /// <summary>A date or a part of one.</summary>
    public static string Day(string text)
    {
        var (value, zone) = SplitZone(text);
        return zone is null ? value : value + (zone == TimeSpan.Zero ? "Z" : zone.ToString());
    }

    /// <summary>A duration: a number of months and a number of seconds.</summary>
    public static string Duration(string text)
    {
        var (months, seconds, number, fraction) = (BigInteger.Zero, BigInteger.Zero, string.Empty, string.Empty);
        var isTime = false;
        foreach (var c in text.TrimStart('-'))
        {
            switch (c)
            {
                case 'P':
                    continue;
                case 'T':
                    isTime = true;
                    continue;
                case >= '0' and <= '9' or '.':
                    number += c;
                    continue;
            }

            (var whole, fraction) = SplitFraction(number);
            if (!BigInteger.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
            {
                return text;
            }

            number = string.Empty;
            months += (c, isTime) switch { ('Y', false) => amount * 12, ('M', false) => amount, _ => 0 };
            seconds += (c, isTime) switch { ('D', false) => amount * 86400, ('H', true) => amount * 3600, ('M', true) => amount * 60, ('S', true) => amount, _ => 0 };
        }

        var isZero = months.IsZero && seconds.IsZero && fraction.Length == 0;
        return $"{(text.StartsWith('-') && !isZero ? "-" : string.Empty)}{months} months {seconds}{fraction} seconds";
    }

    private static (string Value, TimeSpan? Zone) SplitZone(string text)
    {
        if (text.EndsWith('Z'))
        {
            return (text[..^1], TimeSpan.Zero);
        }

        return text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':'
            && TimeSpan.TryParseExact(text[^5..], @"hh\:mm", CultureInfo.InvariantCulture, out var zone)
                ? (text[..^6], text[^6] == '-' ? -zone : zone)
                : (text, null);
    }

    private static (string Seconds, string Fraction) SplitFraction(string value)
    {
        var point = value.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? (value, string.Empty) : (value[..point], value[point..].TrimEnd('0').TrimEnd('.'));
    }
}
