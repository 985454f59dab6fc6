namespace EppClient.Dk.Testing.Lifecycle;

/// <summary>Moves a domain and its dependent objects into a registrar's portfolio.</summary>
internal static class Portfolios
{
    public static TransferView Move(DkState state, DkDomainRecord domain, DkAccount gaining, bool withToken)
    {
        state.Requests.RemoveAll(request => request.Subject == domain.Name);
        state.Domains[domain.Name] = domain with
        {
            Sponsor = gaining.Handle,
            Administrator = gaining.Handle,
            Billing = gaining.Handle,
            Registrant = CloneRegistrant(state, domain.Registrant, gaining),
            AutoRenew = gaining.AutoRenewDefault,
            Tokens = [],
            IsPendingUpdate = false,
            Vid = false,
            Updated = state.Now,
        };
        MoveHosts(state, domain.Name, gaining.Handle);
        state.Charge(gaining.Handle, state.Options.Prices.Transfer);

        var view = new TransferView(domain.Name, withToken, gaining.Handle, domain.Sponsor, state.Now);
        state.NotifyAccount(gaining.Handle, PollTexts.AddedToPortfolio(domain.Name), view);
        state.NotifyAccount(domain.Sponsor, PollTexts.RemovedFromPortfolio(domain.Name), view);
        return view;
    }

    /// <summary>A portfolio has its own contacts: the registrant gets a new handle in it.</summary>
    private static string CloneRegistrant(DkState state, string handle, DkAccount gaining)
    {
        var original = state.Contacts[handle];
        var clone = original with
        {
            Handle = state.NewHandle(original.EntityName),
            Sponsor = gaining.Handle,
            CreatedBy = gaining.Handle,
            Created = state.Now,
            UpdatedBy = null,
            Updated = null,
            Ean = null,
            Verification = original.Verification with { Responsible = gaining.Responsible, NewEmail = null, NewSecondaryEmail = null },
        };
        state.Contacts[clone.Handle] = clone;
        Verifications.Watch(state, clone);
        UnusedContacts.Watch(state, clone);
        return clone.Handle;
    }

    private static void MoveHosts(DkState state, EppDomainName domain, string gaining)
    {
        foreach (var host in state.Hosts.Values.Where(host => host.Name.IsBelow(domain)).ToList())
        {
            state.Hosts[host.Name] = host with { Sponsor = gaining, UpdatedBy = gaining, Updated = state.Now };
        }
    }
}
