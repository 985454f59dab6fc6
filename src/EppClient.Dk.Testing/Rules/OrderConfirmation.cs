using System.Globalization;

namespace EppClient.Dk.Testing.Rules;

/// <summary>The time at which the registrant accepted the registry's terms, in seconds.</summary>
internal static class OrderConfirmation
{
    private static readonly TimeSpan MaximumAge = TimeSpan.FromDays(30);
    private static readonly TimeSpan MaximumLead = TimeSpan.FromHours(24);

    public static DkResult? Check(string? token, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(token))
        {
            return DkResult.ValueRequired("extension.dkhm:orderconfirmationToken");
        }

        if (!long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return new DkResult(2005, $"Bad value for dkhm:orderconfirmationToken: >{token}<");
        }

        return seconds > (now + MaximumLead).ToUnixTimeSeconds() || seconds < (now - MaximumAge).ToUnixTimeSeconds()
            ? new DkResult(2004, $"dkhm:orderconfirmationToken: >{token}< exceeds allowed threshold")
            : null;
    }
}
