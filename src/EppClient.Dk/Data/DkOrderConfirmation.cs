using System.Globalization;

namespace EppClient.Dk;

/// <summary>
/// The order confirmation: the time at which the registrant accepted the registry's terms. The registry accepts it as a token in whole
/// seconds, from 30 days before the command to 24 hours after it.
/// </summary>
public static class DkOrderConfirmation
{
    /// <summary>The maximum age of an acceptance: 30 days.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromDays(30);

    /// <summary>The maximum time that an acceptance may be ahead of the registry's clock: 24 hours.</summary>
    public static readonly TimeSpan MaxAhead = TimeSpan.FromHours(24);

    /// <summary>Checks whether the registry would accept a time now.</summary>
    /// <param name="termsAccepted">When the registrant accepted the terms.</param>
    /// <param name="time">The clock.</param>
    /// <returns>The expected refusal; null if there is none.</returns>
    public static DkRefusal? Check(DateTimeOffset termsAccepted, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var age = time.GetUtcNow() - termsAccepted;
        return age > MaxAge ? Refuse("is more than 30 days ago: let the registrant accept the terms again.")
            : age < -MaxAhead ? Refuse("is more than 24 hours ahead: check the clock and the time zone of the value.")
            : null;
    }

    private static DkRefusal Refuse(string why) => DkRefusal.Local(DkRefusalReason.OrderConfirmation, $"The time at which the terms were accepted {why}");
}

/// <summary>The order confirmation token: the time at which the registrant accepted the terms, in Unix seconds.</summary>
internal static class OrderConfirmation
{
    public static string TokenOf(DateTimeOffset termsAccepted) => termsAccepted.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
