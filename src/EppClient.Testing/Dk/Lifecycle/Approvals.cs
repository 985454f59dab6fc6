using EppClient.Dk;

namespace EppClient.Testing.Dk.Lifecycle;

/// <summary>Under registrant management many changes wait for the registrant's consent.</summary>
internal static class Approvals
{
    public static void AskRegistrant(DkState state, DkDomainRecord domain, Action<DkState, DkDomainRecord> whenAccepted) =>
        AskPerson(state, domain, domain.Registrant, whenAccepted);

    public static void AskPerson(DkState state, DkDomainRecord domain, string person, Action<DkState, DkDomainRecord> whenAccepted)
    {
        var name = domain.Name;
        state.Domains[name] = domain with { IsPendingUpdate = true };
        state.Ask(new DkRequest(person, name)
        {
            Accepted = later => Settle(later, name, whenAccepted),
            Refused = later => Settle(later, name, static (_, _) => { }),
            Expired = later => Settle(later, name, static (_, _) => { }),
        });
    }

    /// <summary>The domain may have changed, or gone, since the question was put.</summary>
    private static void Settle(DkState state, DkDomainName name, Action<DkState, DkDomainRecord> then)
    {
        if (state.Domains.TryGetValue(name, out var domain) && domain.Deletion is null)
        {
            var settled = domain with { IsPendingUpdate = state.Requests.Exists(request => request.Subject == name) };
            state.Domains[name] = settled;
            then(state, settled);
        }
    }
}
