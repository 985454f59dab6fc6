using System.Globalization;

namespace EppClient.Dk;

/// <summary>The order confirmation token: the time at which the registrant accepted the terms, in Unix seconds.</summary>
internal static class OrderConfirmation
{
    public static string TokenOf(DateTimeOffset termsAccepted) => termsAccepted.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
