using System.Globalization;

namespace EppClient.Xml;

/// <summary>
/// A day (<c>xs:date</c>). Registries write it with a zone or without one; the zone is kept, so that what was read is written the
/// same way. A <see cref="DateOnly"/> stands in its place where no zone is meant.
/// </summary>
/// <param name="Day">The day.</param>
/// <param name="Offset">Where the day is meant, as the distance from UTC; null where nothing is said.</param>
public readonly record struct EppDate(DateOnly Day, TimeSpan? Offset)
{
    /// <summary>The day, without a zone.</summary>
    /// <param name="day">The day.</param>
    public static implicit operator EppDate(DateOnly day) => new(day, null);

    /// <summary>The day as XML Schema writes it, such as <c>2026-11-23</c> or <c>2026-11-23Z</c>.</summary>
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
