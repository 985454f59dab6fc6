using EppClient.Dk.Testing.Commands;

namespace EppClient.Dk.Testing.Lifecycle;

/// <summary>The effects of a change of name servers.</summary>
internal static class Delegations
{
    public static DkDomainRecord WithNameServers(DkDomainRecord domain, IReadOnlyList<EppDomainName> nameServers) =>
        domain with { NameServers = nameServers, DsRecords = [], Tokens = [] };

    public static void Change(DkState state, DkDomainRecord domain, IReadOnlyList<EppDomainName> nameServers)
    {
        var changed = WithNameServers(domain, nameServers) with { Updated = state.Now };
        state.Domains[domain.Name] = changed;
        NotifySponsorAndManagers(state, changed, PollTexts.NameServersChanged(domain.Name, domain.NameServers, nameServers));
    }

    private static void NotifySponsorAndManagers(DkState state, DkDomainRecord domain, string text)
    {
        var managers = domain.NameServers.Select(name => state.Hosts[name].Manager);
        foreach (var handle in managers.Append(domain.Administrator).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            state.NotifyAccount(handle, text, state.PublicView(domain));
        }
    }
}
