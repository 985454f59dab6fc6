using System.Globalization;

namespace EppClient.Dk;

/// <summary>
/// The order confirmation: the time at which the registrant accepted the registry's terms. The registry takes it as a token of whole
/// seconds, from 30 days before the command to 24 hours ahead of it.
/// </summary>
public static class DkOrderConfirmation
{
    /// <summary>How old an acceptance may be: 30 days.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromDays(30);

    /// <summary>How far ahead of the registry's clock it may be: 24 hours.</summary>
    public static readonly TimeSpan MaxAhead = TimeSpan.FromHours(24);

    /// <summary>Whether the registry would take a time now.</summary>
    /// <param name="termsAccepted">When the registrant accepted the terms.</param>
    /// <param name="time">The clock.</param>
    /// <returns>The refusal to expect; null where there is none.</returns>
    public static DkRefusal? Check(DateTimeOffset termsAccepted, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var age = time.GetUtcNow() - termsAccepted;
        return age > MaxAge ? Refuse("is more than 30 days ago: let the registrant accept the terms again.")
            : age < -MaxAhead ? Refuse("is more than 24 hours ahead: look at the clock, and at the time zone of the value.")
            : null;
    }

    private static DkRefusal Refuse(string why) => DkRefusal.Local(DkRefusalReason.OrderConfirmation, $"The time at which the terms were accepted {why}");
}

/// <summary>The order confirmation token: the time at which the registrant accepted the terms, in Unix seconds.</summary>
internal static class OrderConfirmation
{
    public static string TokenOf(DateTimeOffset termsAccepted) => termsAccepted.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
