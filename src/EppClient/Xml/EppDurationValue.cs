using System.Globalization;

namespace EppClient.Xml;

/// <summary>A duration: months and seconds, which cannot be converted to each other (part 2, section 3.2.6).</summary>
internal sealed record EppDurationValue(long Months, decimal Seconds) : EppOrdered
{
    // The start dates that the standard defines for comparing durations.
    private static readonly (int Year, int Month)[] Starts = [(1696, 9), (1697, 2), (1903, 3), (1903, 7)];

    // P, years, months, days, T, hours, minutes, seconds: in this order, and each at most once.
    private static readonly (char Unit, long Months, int Seconds)[] DateUnits = [('Y', 12, 0), ('M', 1, 0), ('D', 0, 86400)];
    private static readonly (char Unit, long Months, int Seconds)[] TimeUnits = [('H', 0, 3600), ('M', 0, 60), ('S', 0, 1)];

    public static EppDurationValue? Parse(string text)
    {
        var isNegative = text.StartsWith('-');
        var rest = text.AsSpan(isNegative ? 1 : 0);
        if (rest.Length < 3 || rest[0] != 'P')
        {
            return null;
        }

        rest = rest[1..];
        var time = rest.IndexOf('T');
        var (months, seconds) = (0L, 0m);
        if (!Add(time < 0 ? rest : rest[..time], DateUnits, ref months, ref seconds)
            || (time >= 0 && (time == rest.Length - 1 || !Add(rest[(time + 1)..], TimeUnits, ref months, ref seconds))))
        {
            return null;
        }

        return isNegative ? new EppDurationValue(-months, -seconds) : new EppDurationValue(months, seconds);
    }

    public override int? CompareWith(EppOrdered other)
    {
        if (other is not EppDurationValue span)
        {
            return null;
        }

        var order = Math.Sign(From(Starts[0]) - span.From(Starts[0]));
        foreach (var start in Starts)
        {
            if (Math.Sign(From(start) - span.From(start)) != order)
            {
                return null;
            }
        }

        return order;
    }

    private decimal From((int Year, int Month) start)
    {
        var month = (start.Year * 12L) + start.Month - 1 + Months;
        var year = Math.DivRem(month, 12, out var rest);
        (year, rest) = rest < 0 ? (year - 1, rest + 12) : (year, rest);
        return (EppDateParts.DaysBefore(year <= 0 ? year - 1 : year, (int)rest + 1) * 86400m) + Seconds;
    }

    private static bool Add(ReadOnlySpan<char> text, (char Unit, long Months, int Seconds)[] units, ref long months, ref decimal seconds)
    {
        foreach (var unit in units)
        {
            var end = text.IndexOf(unit.Unit);
            if (end < 0)
            {
                continue;
            }

            var style = unit.Unit == 'S' ? NumberStyles.AllowDecimalPoint : NumberStyles.None;
            if (end == 0 || end > 18 || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[end - 1])
                || !decimal.TryParse(text[..end], style, CultureInfo.InvariantCulture, out var number) || number * unit.Months > int.MaxValue * 1000L)
            {
                return false;
            }

            months += (long)number * unit.Months;
            seconds += number * unit.Seconds;
            text = text[(end + 1)..];
        }

        return text.Length == 0;
    }
}
