using EppClient;
using EppClient.Dk;

namespace RegistrarApi.Domains;

/// <summary>Whether a name can be registered.</summary>
/// <param name="Name">The name.</param>
/// <param name="Available">Whether it can.</param>
/// <param name="Reason">The registry's reason if it cannot; null if it gives none.</param>
internal sealed record Availability(EppDomainName Name, bool Available, string? Reason);

/// <summary>A domain.</summary>
/// <param name="Name">The name.</param>
/// <param name="HandlingModel">Who manages it.</param>
/// <param name="IsOurs">Whether it is managed by this account.</param>
/// <param name="Registrant">The handle of the registrant; null if the registry does not show it.</param>
/// <param name="ExpiryDate">The end of the paid term; null if the registry does not show it.</param>
/// <param name="AutoRenew">Whether it renews automatically; null if the registry does not show it.</param>
/// <param name="IsRestorable">Whether it is deleted and can be restored.</param>
/// <param name="NameServers">The name servers.</param>
/// <param name="DsRecords">The DS records.</param>
internal sealed record DomainView(
    EppDomainName Name,
    DkHandlingModel HandlingModel,
    bool IsOurs,
    string? Registrant,
    DateTimeOffset? ExpiryDate,
    bool? AutoRenew,
    bool IsRestorable,
    IReadOnlyList<EppDomainName> NameServers,
    IReadOnlyList<DsRecord> DsRecords)
{
    public static DomainView From(DkHandledDomain domain) => new(
        domain.Name,
        domain.Model,
        domain is DkRegistrarDomain,
        domain.Info.Registrant,
        domain.Info.ExpiryDate,
        domain.Details.AutoRenew,
        domain.IsRestorable,
        domain.NameServers,
        [.. domain.DsRecords.Select(DsRecord.From)]);
}
