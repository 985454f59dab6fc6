using System.Globalization;
using EppClient.Commands;
using EppClient.Dk;

namespace DkLifecycle;

/// <summary>The texts of this story.</summary>
internal static class Text
{
    public static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Amount(decimal amount) => string.Create(CultureInfo.InvariantCulture, $"{amount:0.00} DKK");

    public static string Model(DomainInfoResult domain) => domain.GetHandlingModel() switch
    {
        DkHandlingModel.RegistrarManaged => $"managed by its registrar, {domain.SponsoringClientId}",
        DkHandlingModel.RegistrantManaged => $"managed by its registrant, {domain.Registrant}",
        _ => $"sponsored by {domain.SponsoringClientId}",
    };

    public static string List(IEnumerable<object> items) => string.Join(", ", items);
}
