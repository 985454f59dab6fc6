using System.Globalization;

namespace EppClient.Dk.Testing.Rules;

/// <summary>Domain names are registered and renewed for a year, no more.</summary>
internal static class Periods
{
    public static DkResult? Check(int? years) =>
        years is null or 1
            ? null
            : new DkResult(2005, string.Create(CultureInfo.InvariantCulture, $"Invalid period {years}. Must be within range"));
}
