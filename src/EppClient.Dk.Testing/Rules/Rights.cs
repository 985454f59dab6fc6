namespace EppClient.Dk.Testing.Rules;

/// <summary>The caller's rights on a domain, a host or a contact: the privilege matrices of both handling models.</summary>
internal static class Rights
{
    public static bool Sponsors(this DkCall call, DkDomainRecord domain) => DkHandle.Same(call.Account.Handle, domain.Sponsor);

    /// <summary>Under registrar management the registrar has all roles; otherwise they are assigned.</summary>
    public static bool Administers(this DkCall call, DkDomainRecord domain) =>
        domain.IsRegistrarManaged ? call.Sponsors(domain) : call.Account.Owns(domain.Administrator);

    public static bool PaysFor(this DkCall call, DkDomainRecord domain) =>
        domain.IsRegistrarManaged ? call.Sponsors(domain) : call.Account.Owns(domain.Billing);

    public static bool Manages(this DkCall call, DkHostRecord host) => call.Account.Owns(host.Manager);

    public static bool ManagesAll(this DkCall call, IEnumerable<EppDomainName> nameServers) =>
        nameServers.All(name => call.State.Hosts.TryGetValue(name, out var host) && call.Manages(host));

    public static bool ManagesAny(this DkCall call, IEnumerable<EppDomainName> nameServers) =>
        nameServers.Any(name => call.State.Hosts.TryGetValue(name, out var host) && call.Manages(host));

    public static bool IsRelatedTo(this DkCall call, DkDomainRecord domain) =>
        call.Administers(domain) || call.PaysFor(domain) || call.Account.Owns(domain.Registrant) || call.ManagesAny(domain.NameServers);

    public static bool Sponsors(this DkCall call, DkContactRecord contact) => DkHandle.Same(call.Account.Handle, contact.Sponsor);

    public static bool IsRelatedTo(this DkCall call, DkContactRecord contact) =>
        call.Sponsors(contact)
        || call.Account.Owns(contact.Handle)
        || call.State.Domains.Values.Any(domain => domain.Uses(contact.Handle) && call.IsRelatedTo(domain));

    public static bool Uses(this DkDomainRecord domain, string handle) =>
        DkHandle.Same(domain.Registrant, handle) || DkHandle.Same(domain.Administrator, handle) || DkHandle.Same(domain.Billing, handle);

    public static bool IsRegistrant(this DkState state, string handle) =>
        state.Domains.Values.Any(domain => DkHandle.Same(domain.Registrant, handle));

    public static bool IsLinked(this DkState state, string handle) =>
        state.Domains.Values.Any(domain => domain.Uses(handle)) || state.Hosts.Values.Any(host => DkHandle.Same(host.Manager, handle));
}
