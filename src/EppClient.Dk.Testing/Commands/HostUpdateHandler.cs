namespace EppClient.Dk.Testing.Commands;

/// <summary>host:update: addresses, and the name server manager.</summary>
internal static class HostUpdateHandler
{
    public static DkResult Handle(DkCall call, HostUpdateRequest request)
    {
        if (request.NewName is not null && call.State.Options.Quirks.RenameIsUnimplementedCommand)
        {
            return HostResults.RenameUnimplemented;
        }

        if (request.HasStatuses || request.NewName is not null)
        {
            return DkResult.UnimplementedOption;
        }

        if (!call.State.Hosts.TryGetValue(EppDomainName.From(request.Name), out var host))
        {
            return HostResults.Unknown;
        }

        var refusal = CheckRight(call, host)
            ?? HostNames.CheckAddresses(request.Add)
            ?? CheckAddresses(call.State, host, request)
            ?? HostManagers.Check(call.State, request.RequestedManager, HostResults.RegistrarAsRequestedManager);
        return refusal ?? Store(call, host, request);
    }

    private static DkResult? CheckRight(DkCall call, DkHostRecord host)
    {
        var isSponsorOfSubordinate = DomainNames.SuperordinateOf(host.Name) is not null && DkHandle.Same(call.Account.Handle, host.Sponsor);
        if (!call.Has(DkRoles.NameServerAdministrator) || !(call.Manages(host) || isSponsorOfSubordinate))
        {
            return HostResults.NoPrivilege;
        }

        return host.IsActive && !host.IsPendingUpdate ? null : DkResult.StatusProhibits;
    }

    private static DkResult? CheckAddresses(DkState state, DkHostRecord host, HostUpdateRequest request)
    {
        if (request.Add.Any(host.Addresses.Contains))
        {
            return HostResults.AddressExists;
        }

        if (request.Remove.Any(address => !host.Addresses.Contains(address)))
        {
            return HostResults.AddressNotFound;
        }

        var remaining = host.Addresses.Count + request.Add.Count - request.Remove.Count;
        return request.Remove.Count > 0 && remaining == 0 && NeedsGlue(state, host) ? HostResults.AddressNeeded : null;
    }

    /// <summary>Whether a host serves its parent domain.</summary>
    private static bool NeedsGlue(DkState state, DkHostRecord host) =>
        state.Domains.Values.Any(domain => host.Name.IsBelow(domain.Name) && domain.NameServers.Contains(host.Name));

    private static DkResult Store(DkCall call, DkHostRecord host, HostUpdateRequest request)
    {
        var manager = request.RequestedManager;
        var isAsked = manager is not null && !call.Account.Owns(manager);
        call.State.Hosts[host.Name] = host with
        {
            Addresses = [.. host.Addresses.Concat(request.Add).Except(request.Remove)],
            Manager = manager is null || isAsked ? host.Manager : manager,
            UpdatedBy = call.Account.Handle,
            Updated = call.Now,
        };
        if (!isAsked)
        {
            return DkResult.Success;
        }

        NewManagerConsent.Request(call.State, host.Name, call.Initiator, manager!);
        return DkResult.Pending;
    }
}
