namespace EppClient.Dk.Testing.Commands;

/// <summary>host:create: at once, unless a registrant has to consent or another party will manage the host.</summary>
internal static class HostCreateHandler
{
    public static DkResult Handle(DkCall call, HostCreateRequest request)
    {
        var name = EppDomainName.From(request.Name);
        var manager = request.RequestedManager ?? call.Account.Handle;
        var refusal = HostNames.Check(name)
            ?? (call.State.Hosts.ContainsKey(name) ? HostResults.AlreadyExists : null)
            ?? HostManagers.Check(call.State, request.RequestedManager, HostResults.RegistrarAsManager)
            ?? CheckSuperordinate(call, name)
            ?? CheckGlue(call.State, name, request)
            ?? HostNames.CheckAddresses(request.Addresses)
            ?? (call.Has(DkRoles.NameServerAdministrator) ? null : HostResults.NoPrivilege);
        if (refusal is not null)
        {
            return refusal;
        }

        var registrant = RegistrantToConsent(call, name);
        var managerToAsk = call.Account.Owns(manager) ? null : manager;
        call.State.Hosts[name] = new DkHostRecord
        {
            Name = name,
            Sponsor = call.Account.Handle,
            Manager = manager,
            CreatedBy = call.Account.Handle,
            Created = call.Now,
            Addresses = [.. request.Addresses],
            IsPendingCreate = registrant is not null || managerToAsk is not null,
        };
        if (registrant is null && managerToAsk is null)
        {
            return DkResult.With(new CreatedView(DkObjectKind.Host, name.Unicode, call.Now));
        }

        HostConsent.Request(call.State, name, call.Initiator, registrant, managerToAsk);
        return registrant is not null ? HostResults.PendingRegistrant : HostResults.PendingManager;
    }

    /// <summary>A host below a domain of another registrar would be outside that registrar's control.</summary>
    private static DkResult? CheckSuperordinate(DkCall call, EppDomainName host)
    {
        if (DomainNames.SuperordinateOf(host) is not { } superordinate)
        {
            return null;
        }

        if (!call.State.Domains.TryGetValue(superordinate, out var domain) || domain.IsPendingCreate)
        {
            return DomainResults.DoesNotExist;
        }

        return domain.IsRegistrarManaged && !call.Sponsors(domain) ? HostResults.NoPrivilege : null;
    }

    /// <summary>The registry's diagram requires addresses for a host that can serve its parent domain.</summary>
    private static DkResult? CheckGlue(DkState state, EppDomainName host, HostCreateRequest request) =>
        request.Addresses.Count == 0 && DomainNames.SuperordinateOf(host) is not null && !state.Options.Quirks.HostsBelowDomainsNeedNoAddress
            ? DkResult.ValueRequired("host.addr")
            : null;

    private static string? RegistrantToConsent(DkCall call, EppDomainName host) =>
        DomainNames.SuperordinateOf(host) is { } superordinate
        && call.State.Domains[superordinate] is { IsRegistrarManaged: false } domain
        && !call.Account.Owns(domain.Registrant)
            ? domain.Registrant
            : null;
}
