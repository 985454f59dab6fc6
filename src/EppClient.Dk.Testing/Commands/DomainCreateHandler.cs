namespace EppClient.Dk.Testing.Commands;

/// <summary>domain:create queues an application; a message reports the decision.</summary>
internal static class DomainCreateHandler
{
    public static DkResult Handle(DkCall call, DomainCreateRequest request)
    {
        var name = EppDomainName.From(request.Name);
        var nameServers = request.NameServers.Select(EppDomainName.From).Distinct().ToList();
        var refusal = OrderConfirmation.Check(request.OrderConfirmationToken, call.Now)
            ?? CheckName(name)
            ?? Periods.Check(request.Years)
            ?? RegistrantChoice.CheckForCreate(call, request.Registrant)
            ?? CheckContacts(request)
            ?? CheckNameServers(call.State, name, nameServers, request)
            ?? DsRecords.Check(request.DsRecords)
            ?? CheckRole(call)
            ?? CheckOffer(call.State, name, request)
            ?? CheckCredit(call)
            ?? CheckFree(call.State, name);
        if (refusal is not null)
        {
            return refusal;
        }

        var trackingNumber = call.State.Identifiers.NextTrackingNumber(call.Now);
        call.AppendToIdentifier(trackingNumber);
        var registrant = call.State.Contacts[request.Registrant!];
        Applications.Enqueue(call.State, new DkApplication
        {
            TrackingNumber = trackingNumber,
            Account = call.Account.Handle,
            Price = call.State.Options.Prices.Create,
            Initiator = call.Initiator,
            HasMismatchedHandling = !registrant.IsRegistrarManaged,
            Domain = Draft(call, request, name, nameServers),
        });
        return DomainResults.CreatePending(name) with
        {
            Payload = new ApplicationView(trackingNumber, registrant.Verification.IsComplete),
        };
    }

    private static DkDomainRecord Draft(DkCall call, DomainCreateRequest request, EppDomainName name, IReadOnlyList<EppDomainName> nameServers) => new()
    {
        Name = name,
        Sponsor = call.Account.Handle,
        Registrant = call.State.Contacts[request.Registrant!].Handle,
        Administrator = call.Account.Handle,
        Billing = call.Account.Handle,
        NameServers = nameServers,
        DsRecords = request.DsRecords,
        Created = call.Now,
        AutoRenew = request.AutoRenew ?? call.Account.AutoRenewDefault,
        IsPendingCreate = true,
    };

    private static DkResult? CheckName(EppDomainName name) => DomainNames.IsRegistrable(name) ? null : DkResult.PolicyError;

    private static DkResult? CheckContacts(DomainCreateRequest request)
    {
        if (request.HasContacts)
        {
            return DomainResults.ContactsNotAllowed;
        }

        // Since July 2026, nothing can be registered under registrant management. The other choice is the default.
        return request.IsRegistrantManaged ? DkResult.PolicyError : null;
    }

    private static DkResult? CheckNameServers(DkState state, EppDomainName name, List<EppDomainName> nameServers, DomainCreateRequest request) =>
        (request.HasNameServerAddresses ? UpdateResults.AddByAddress : null)
        ?? NameServers.CheckCount(nameServers)
        ?? NameServers.CheckActive(state, nameServers)
        ?? NameServers.CheckGlue(state, name, nameServers);

    private static DkResult? CheckRole(DkCall call) => call.Has(DkRoles.Registrar) ? null : DkResult.NoPrivilege;

    private static DkResult? CheckOffer(DkState state, EppDomainName name, DomainCreateRequest request)
    {
        if (!state.Offers.TryGetValue(name, out var offer))
        {
            return null;
        }

        var isOwner = state.Options.Quirks.WaitingListOwnerNeedsNoCode && DkHandle.Same(offer.Owner, request.Registrant);
        return isOwner || string.Equals(offer.Code, request.Password, StringComparison.OrdinalIgnoreCase) ? null : DomainResults.WrongWaitingListCode;
    }

    private static DkResult? CheckCredit(DkCall call) => call.Credit < call.State.Options.Prices.Create ? DomainResults.CreateCredit : null;

    /// <summary>A name with only pending applications can be applied for too: the first application wins.</summary>
    private static DkResult? CheckFree(DkState state, EppDomainName name) =>
        state.Domains.TryGetValue(name, out var domain) && !domain.IsPendingCreate ? DomainResults.Occupied : null;
}
