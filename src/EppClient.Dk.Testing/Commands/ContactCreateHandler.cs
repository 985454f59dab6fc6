namespace EppClient.Dk.Testing.Commands;

/// <summary>contact:create: returns a new handle or, with the keyword auto, the handle of an identical contact.</summary>
internal static class ContactCreateHandler
{
    public static DkResult Handle(DkCall call, ContactCreateRequest request)
    {
        if (request.Id is not ("auto" or "force"))
        {
            return DkResult.PolicyError;
        }

        if (request.Fields.Kind is not { } kind)
        {
            return DkResult.ValueRequired("extension.dkhm:userType");
        }

        var form = ContactData.Choose(request.PostalForms);
        if (form?.Address is null || form.Name is null)
        {
            return DkResult.ValueRequired("postalInfo");
        }

        var draft = Draft(call, request, kind, form);
        var refusal = ContactData.CheckForms(request.PostalForms)
            ?? ContactData.CheckPhones(request.Fields.Voice, request.Fields.MobilePhone)
            ?? ContactData.CheckKind(draft, request.Fields.SoleProprietorship is not null)
            ?? ContactData.CheckCompany(call.State, draft)
            ?? CheckVerification(request);
        if (refusal is not null)
        {
            return refusal;
        }

        return request.Id == "auto" && FindSame(call.State, draft) is { } existing
            ? Respond(ContactResults.Reused, existing)
            : Respond(ContactResults.Created, Store(call, draft, request.Fields.VerifiedId ?? false));
    }

    private static DkContactRecord Draft(DkCall call, ContactCreateRequest request, DkPersonKind kind, PostalForm form) => new()
    {
        Handle = string.Empty,
        Sponsor = request.IsRegistrantManaged ? DkHandle.Registry : call.Account.Handle,
        CreatedBy = call.Account.Handle,
        Created = call.Now,
        Kind = kind,
        Name = form.Name!,
        Organization = form.Organization,
        Address = form.Address!,
        Voice = request.Fields.Voice,
        MobilePhone = request.Fields.MobilePhone,
        Email = request.Email,
        SecondaryEmail = request.Fields.SecondaryEmail,
        Cvr = request.Fields.Cvr,
        PNumber = request.Fields.PNumber,
        Ean = request.Fields.Ean,
        SoleProprietorship = request.Fields.SoleProprietorship ?? false,
    };

    private static DkResult? CheckVerification(ContactCreateRequest request) =>
        (request.Fields.VerifiedId ?? false) == (request.Fields.VerifiedEmail ?? false) ? null : ContactResults.UnequalVerification;

    // The specification does not limit the search to the own portfolio. If there are several matches, the account's own contact is preferred.
    private static DkContactRecord? FindSame(DkState state, DkContactRecord draft) =>
        state.Contacts.Values.FirstOrDefault(contact => DkHandle.Same(contact.Sponsor, draft.Sponsor) && IsSame(contact, draft))
        ?? state.Contacts.Values.FirstOrDefault(contact => IsSame(contact, draft));

    // Only the fields that the specification lists.
    private static bool IsSame(DkContactRecord contact, DkContactRecord draft) =>
        contact.Kind == draft.Kind
        && (contact.Cvr, contact.Name, contact.Email, contact.Voice) == (draft.Cvr, draft.Name, draft.Email, draft.Voice)
        && contact.Address.Street.SequenceEqual(draft.Address.Street)
        && (contact.Address.PostalCode, contact.Address.CountryCode) == (draft.Address.PostalCode, draft.Address.CountryCode);

    private static DkContactRecord Store(DkCall call, DkContactRecord draft, bool isVerified)
    {
        var responsible = draft.IsRegistrarManaged ? call.Account.Responsible : DkResponsible.Registry;
        var contact = draft with
        {
            Handle = call.State.NewHandle(draft.EntityName),
            Verification = Verifications.Begin(call.State, draft, responsible, isVerified),
            Lock = isVerified ? Verifications.LockOf(call.State, draft) : DkRegisterLock.None,
        };
        call.State.Contacts[contact.Handle] = contact;
        Verifications.Watch(call.State, contact);
        UnusedContacts.Watch(call.State, contact);
        return contact;
    }

    private static DkResult Respond(DkResult result, DkContactRecord contact) =>
        result with { Payload = new CreatedView(DkObjectKind.Contact, contact.Handle, contact.Created) };
}
