using System.Globalization;

namespace EppClient.Dk.Testing.Rules;

/// <summary>Domains are registered and renewed for one year at a time.</summary>
internal static class Periods
{
    public static DkResult? Check(int? years) =>
        years is null or 1
            ? null
            : new DkResult(2005, string.Create(CultureInfo.InvariantCulture, $"Invalid period {years}. Must be within range"));
}
