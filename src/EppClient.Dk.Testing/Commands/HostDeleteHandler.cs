namespace EppClient.Dk.Testing.Commands;

/// <summary>host:delete, by the name server manager or the registrar of the parent domain, while no domain is delegated to the host.</summary>
internal static class HostDeleteHandler
{
    public static DkResult Handle(DkCall call, string text) =>
        call.State.Hosts.TryGetValue(EppDomainName.From(text), out var host)
            ? Check(call, host) ?? Delete(call.State, host)
            : call.State.Missing(HostResults.DoesNotExist);

    private static DkResult? Check(DkCall call, DkHostRecord host)
    {
        // The privilege matrix names the registrar; the text of the command does not.
        var isSponsorOfSubordinate = !call.State.Options.Quirks.OnlyManagersDeleteHosts
            && DomainNames.SuperordinateOf(host.Name) is not null && DkHandle.Same(call.Account.Handle, host.Sponsor);
        if (!(call.Manages(host) || isSponsorOfSubordinate) || !call.Has(DkRoles.NameServerAdministrator))
        {
            return HostResults.NoPrivilege;
        }

        return call.State.Domains.Values.Any(domain => domain.NameServers.Contains(host.Name)) ? HostResults.HasDomains : null;
    }

    private static DkResult Delete(DkState state, DkHostRecord host)
    {
        state.Requests.RemoveAll(request => request.Subject == host.Name);
        state.Hosts.Remove(host.Name);
        return DkResult.Success;
    }
}
