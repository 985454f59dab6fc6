using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using EppClient.Xml;

namespace EppClient.Iana.Sync;

/// <summary>
/// Moves the expiry of a domain name to a day of the year, for a part of the yearly price; rides on an update that may be empty
/// otherwise.
/// </summary>
[EppElement(IanaNamespaces.Sync, "update")]
public sealed partial record SyncUpdate
{
    private const int LeapYear = 2000;

    /// <summary>Creates the extension.</summary>
    /// <param name="month">The month, 1 to 12.</param>
    /// <param name="day">The day of the month.</param>
    /// <exception cref="ArgumentOutOfRangeException">No year has such a day.</exception>
    [SetsRequiredMembers]
    public SyncUpdate(int month, int day) =>
        ExpiryMonthDay = new DateOnly(LeapYear, month, day).ToString("'--'MM'-'dd", CultureInfo.InvariantCulture);
}
