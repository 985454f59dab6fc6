namespace EppClient.Dk.Testing.Commands;

/// <summary>Limits the data of an object to what an account may see.</summary>
internal static class ObjectViews
{
    /// <summary>The data that every account sees, as in messages.</summary>
    public static DomainView PublicView(this DkState state, DkDomainRecord domain) => new(domain, DomainStatuses.Of(state, domain))
    {
        Sponsor = domain.Sponsor,
        RegistrantValidated = state.Contacts.TryGetValue(domain.Registrant, out var registrant) && registrant.Verification.IsComplete,
    };

    public static DomainView ViewOf(this DkCall call, DkDomainRecord domain)
    {
        var view = call.State.PublicView(domain);
        if (!call.IsRelatedTo(domain))
        {
            return view with { Sponsor = OutsiderName(call.State, domain.Sponsor) };
        }

        return view with
        {
            ShowsRoles = !domain.IsRegistrarManaged,
            Tokens = call.Administers(domain) ? [.. domain.Tokens.Where(token => token.Expires > call.Now)] : [],
        };
    }

    public static ContactView ViewOf(this DkState state, DkContactRecord contact, bool isRelated = true) =>
        new(contact, state.IsLinked(contact.Handle)) { IsRelated = isRelated };

    public static HostView ViewOf(this DkState state, DkHostRecord host)
    {
        var isLinked = state.Domains.Values.Any(domain => domain.NameServers.Contains(host.Name));
        var statuses = new List<string>();
        if (!host.IsPendingCreate && !host.IsPendingDelete && !host.IsPendingUpdate && !isLinked)
        {
            statuses.Add("ok");
        }

        Add(isLinked, "linked", "serverDeleteProhibited");
        Add(host.IsPendingCreate, "pendingCreate");
        Add(host.IsPendingUpdate, "pendingUpdate");
        Add(host.IsPendingDelete, "pendingDelete", "serverUpdateProhibited");
        return new HostView(host, statuses);

        void Add(bool condition, params ReadOnlySpan<string> names)
        {
            if (condition)
            {
                statuses.AddRange(names);
            }
        }
    }

    private static string OutsiderName(DkState state, string sponsor) =>
        state.Options.Quirks.SponsorByName && state.Accounts.TryGetValue(sponsor, out var account) ? account.Name : sponsor;
}
