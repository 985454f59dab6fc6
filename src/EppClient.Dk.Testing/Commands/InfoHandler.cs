namespace EppClient.Dk.Testing.Commands;

/// <summary>domain:info, host:info and contact:info.</summary>
internal static class InfoHandler
{
    public static DkResult Domain(DkCall call, string text)
    {
        var name = EppDomainName.From(text);
        if (call.State.Domains.TryGetValue(name, out var domain))
        {
            return DkResult.With(call.ViewOf(domain));
        }

        return call.State.Offers.ContainsKey(name)
            ? DkResult.With(new WaitingListView(name))
            : call.State.Missing(DomainResults.NotFound);
    }

    /// <summary>Registrants are public; other contacts are shown to accounts with a relation to them.</summary>
    public static DkResult Contact(DkCall call, string handle)
    {
        if (!call.State.Contacts.TryGetValue(handle, out var contact))
        {
            return call.State.Missing(DomainResults.ContactNotFound);
        }

        var isRelated = call.IsRelatedTo(contact);
        return isRelated || call.State.IsRegistrant(handle)
            ? DkResult.With(call.State.ViewOf(contact, isRelated))
            : DkResult.Unauthorized;
    }

    public static DkResult Host(DkCall call, string text) =>
        call.State.Hosts.TryGetValue(EppDomainName.From(text), out var host)
            ? DkResult.With(call.State.ViewOf(host))
            : call.State.Missing(HostResults.NotFound);
}
