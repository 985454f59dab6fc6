using EppClient.Commands.Domain;

namespace EppClient.Reconciliation;

/// <summary>What info shows of a domain that a command was to create.</summary>
internal static class DomainFinding
{
    public static CreatedObject Of(DomainCreate create, DomainInfoResult domain, bool isOurs) => new(
        domain.SponsoringClientId,
        isOurs,
        domain.CreatedDate,
        domain.Statuses.Any(status => status.Status == DomainStatusValue.PendingCreate),
        DifferenceOf(create, domain));

    public static IEnumerable<string> NamesOf(DomainNameServers? servers) =>
        servers is null ? [] : servers.HostObjects.Concat(servers.HostAttributes.Select(host => host.Name));

    private static string? DifferenceOf(DomainCreate create, DomainInfoResult domain)
    {
        if (create.Registrant is not null && domain.Registrant is not null && !Same.Id(create.Registrant, domain.Registrant))
        {
            return "registrant";
        }

        return domain.NameServers is not null && !Same.Names(NamesOf(create.NameServers), NamesOf(domain.NameServers)) ? "name servers" : null;
    }
}
