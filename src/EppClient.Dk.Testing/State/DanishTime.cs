namespace EppClient.Dk.Testing.State;

/// <summary>The registry stores UTC and counts in Danish days.</summary>
internal static class DanishTime
{
    // Windows has its own name for the zone, and in invariant-globalization mode knows no other.
    private static readonly TimeZoneInfo Zone =
        TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Copenhagen", out var zone)
            ? zone
            : TimeZoneInfo.FindSystemTimeZoneById("Romance Standard Time");

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    public static DateTimeOffset StartOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The last second of a day: 21:59:59Z in summer, 22:59:59Z in winter.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1)).AddSeconds(-1);

    public static DateOnly LastOfMonth(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
}
