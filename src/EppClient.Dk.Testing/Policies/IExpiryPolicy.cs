namespace EppClient.Dk.Testing.Policies;

/// <summary>Decides when a period ends.</summary>
public interface IExpiryPolicy
{
    /// <summary>Gets the end of a period of one year.</summary>
    /// <param name="start">When the period begins.</param>
    /// <returns>When it ends.</returns>
    DateTimeOffset OneYearFrom(DateTimeOffset start);
}

/// <summary>A period ends with the Danish month in which the year is over.</summary>
public sealed class MonthEndExpiry : IExpiryPolicy
{
    /// <inheritdoc/>
    public DateTimeOffset OneYearFrom(DateTimeOffset start) =>
        DanishTime.EndOf(DanishTime.LastOfMonth(DanishTime.DayOf(start).AddYears(1)));
}
