using System.Globalization;

namespace EppClient.Xml;

/// <summary>
/// A day (<c>xs:date</c>) with an optional time zone. The zone is kept, so that a value that was read is written back unchanged. A <see cref="DateOnly"/>
/// converts to a value without a zone.
/// </summary>
/// <param name="Day">The day.</param>
/// <param name="Offset">The offset of the time zone from UTC; null if there is no zone.</param>
public readonly record struct EppDate(DateOnly Day, TimeSpan? Offset)
{
    /// <summary>Converts a day to a value without a zone.</summary>
    /// <param name="day">The day.</param>
    public static implicit operator EppDate(DateOnly day) => new(day, null);

    /// <summary>Returns the day in the form of XML Schema, such as <c>2026-11-23</c> or <c>2026-11-23Z</c>.</summary>
    public override string ToString()
    {
        var day = Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (Offset is not { } offset)
        {
            return day;
        }

        var sign = offset < TimeSpan.Zero ? '-' : '+';
        return offset == TimeSpan.Zero ? day + "Z" : string.Create(CultureInfo.InvariantCulture, $"{day}{sign}{offset:hh\\:mm}");
    }

    internal static bool TryParse(string text, out EppDate value)
    {
        value = default;
        if (!EppDateParts.TryParse(text, EppValueForm.Date, out var parts) || parts.Year is < 1 or > 9999)
        {
            return false;
        }

        TimeSpan? offset = parts.Zone is { } zone ? TimeSpan.FromMinutes(zone) : null;
        value = new EppDate(new DateOnly((int)parts.Year, parts.Month, parts.Day), offset);
        return true;
    }
}

/// <summary>The parts of a date, a time, or both, in the form of XML Schema (part 2, sections 3.2.7 to 3.2.14).</summary>
internal readonly record struct EppDateParts(long Year, int Month, int Day, int Hour, int Minute, int Second, decimal Fraction, int? Zone)
{
    // A leap year and a month of 31 days, so that every gMonthDay and gDay exists.
    private const int AnyYear = 1972;
    private const int AnyMonth = 12;

    private const int MaxZone = 14 * 60;

    /// <summary>The number of days since January 1 of year 1, in the proleptic Gregorian calendar.</summary>
    public long DayNumber => DaysBefore(Year, Month) + Day - 1;

    /// <summary>The number of seconds since January 1 of year 1; in UTC if there is a zone.</summary>
    public decimal Seconds => (DayNumber * 86400m) + (Hour * 3600) + ((Minute - (Zone ?? 0)) * 60) + Second + Fraction;

    public static bool TryParse(ReadOnlySpan<char> text, EppValueForm form, out EppDateParts parts)
    {
        parts = default;
        var scanner = new Scanner(text);
        var (year, month, day) = ((long)AnyYear, AnyMonth, 1);
        var valid = form switch
        {
            EppValueForm.Time => true,
            EppValueForm.DateTime or EppValueForm.Date =>
                scanner.Year(out year) && scanner.Take('-') && scanner.Two(out month) && scanner.Take('-') && scanner.Two(out day),
            EppValueForm.GYearMonth => scanner.Year(out year) && scanner.Take('-') && scanner.Two(out month),
            EppValueForm.GYear => scanner.Year(out year),
            EppValueForm.GMonthDay => scanner.Take('-') && scanner.Take('-') && scanner.Two(out month) && scanner.Take('-') && scanner.Two(out day),
            EppValueForm.GDay => scanner.Take('-') && scanner.Take('-') && scanner.Take('-') && scanner.Two(out day),
            EppValueForm.GMonth => scanner.Take('-') && scanner.Take('-') && scanner.Two(out month),
            _ => false,
        };
        if (!valid || month is < 1 or > 12 || day < 1 || day > DaysIn(year, month))
        {
            return false;
        }

        var (hour, minute, second, fraction) = (0, 0, 0, 0m);
        var hasTime = form is EppValueForm.Time or EppValueForm.DateTime;
        if (hasTime && !((form == EppValueForm.Time || scanner.Take('T')) && scanner.Time(out hour, out minute, out second, out fraction)))
        {
            return false;
        }

        // 24:00:00 is valid and means midnight at the end of the day.
        if (minute > 59 || second > 59 || hour > 24 || (hour == 24 && (minute > 0 || second > 0 || fraction > 0)) || !scanner.Zone(out var zone))
        {
            return false;
        }

        hour = hour == 24 && form == EppValueForm.Time ? 0 : hour;
        parts = new EppDateParts(year, month, day, hour, minute, second, fraction, zone);
        return true;
    }

    /// <summary>The number of days before a month, counted from January 1 of year 1; there is no year 0.</summary>
    public static long DaysBefore(long year, int month)
    {
        var y = year < 0 ? year + 1 : year;
        y = month <= 2 ? y - 1 : y;
        var era = Math.DivRem(y, 400, out var yearOfEra);
        (era, yearOfEra) = yearOfEra < 0 ? (era - 1, yearOfEra + 400) : (era, yearOfEra);
        var dayOfYear = ((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5;
        return (era * 146097) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - 306;
    }

    private static int DaysIn(long year, int month)
    {
        var y = year < 0 ? year + 1 : year;
        return month switch
        {
            2 => y % 4 == 0 && (y % 100 != 0 || y % 400 == 0) ? 29 : 28,
            4 or 6 or 9 or 11 => 30,
            _ => 31,
        };
    }

    private ref struct Scanner(ReadOnlySpan<char> text)
    {
        // Longer years are valid but not supported; with at most this many digits the arithmetic is exact.
        private const int MaxYearDigits = 12;

        private ReadOnlySpan<char> _rest = text;

        public bool Take(char c)
        {
            if (_rest.Length == 0 || _rest[0] != c)
            {
                return false;
            }

            _rest = _rest[1..];
            return true;
        }

        public bool Two(out int value)
        {
            value = 0;
            if (Digits() < 2)
            {
                return false;
            }

            value = ((_rest[0] - '0') * 10) + _rest[1] - '0';
            _rest = _rest[2..];
            return true;
        }

        public bool Year(out long year)
        {
            var isNegative = Take('-');
            var digits = Digits();
            year = 0;
            if (digits is < 4 or > MaxYearDigits || (digits > 4 && _rest[0] == '0') || !long.TryParse(_rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out year))
            {
                return false;
            }

            _rest = _rest[digits..];
            var isYear = year != 0;
            year = isNegative ? -year : year;
            return isYear;
        }

        public bool Time(out int hour, out int minute, out int second, out decimal fraction)
        {
            (minute, second, fraction) = (0, 0, 0);
            return Two(out hour) && Take(':') && Two(out minute) && Take(':') && Two(out second) && (!Take('.') || Fraction(out fraction));
        }

        public bool Zone(out int? zone)
        {
            zone = null;
            if (_rest.Length == 0)
            {
                return true;
            }

            if (Take('Z'))
            {
                zone = 0;
                return _rest.Length == 0;
            }

            var isNegative = Take('-');
            if (!(isNegative || Take('+')) || !Two(out var hours) || !Take(':') || !Two(out var minutes) || _rest.Length > 0)
            {
                return false;
            }

            var offset = (hours * 60) + minutes;
            zone = isNegative ? -offset : offset;
            return minutes <= 59 && offset <= MaxZone;
        }

        private bool Fraction(out decimal fraction)
        {
            var digits = Digits();
            fraction = 0;
            var unit = 0.1m;

            // Digits of a fraction beyond the sixteenth do not affect comparisons.
            for (var i = 0; i < Math.Min(digits, 16); i++, unit /= 10)
            {
                fraction += (_rest[i] - '0') * unit;
            }

            _rest = _rest[digits..];
            return digits > 0;
        }

        private readonly int Digits()
        {
            var count = 0;
            while (count < _rest.Length && char.IsAsciiDigit(_rest[count]))
            {
                count++;
            }

            return count;
        }
    }
}
