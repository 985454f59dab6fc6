namespace EppClient.Dk.Testing.Commands;

/// <summary>contact:update. Not atomic: while a new e-mail address waits for confirmation, the other changes are applied.</summary>
internal static class ContactUpdateHandler
{
    public static DkResult Handle(DkCall call, ContactUpdateRequest request)
    {
        if (request.HasStatuses)
        {
            return DkResult.UnimplementedOption;
        }

        if (!call.State.Contacts.TryGetValue(request.Id, out var contact))
        {
            return DomainResults.ContactNotFound;
        }

        if (!MayChange(call, contact))
        {
            return Refusal(call, ContactResults.NotAuthorized);
        }

        if (!string.IsNullOrEmpty(request.Password))
        {
            return Refusal(call, ContactResults.PasswordRefused);
        }

        var changed = ContactChanges.Apply(contact, request);
        var refusal = ContactLocks.Check(call.State, contact, request)
            ?? ContactLocks.CheckVerification(contact, changed, request)
            ?? ContactData.CheckForms(request.PostalForms)
            ?? ContactData.CheckPhones(request.Fields.Voice, request.Fields.MobilePhone)
            ?? ContactData.CheckKind(changed, request.Fields.SoleProprietorship is not null)
            ?? ContactData.CheckCompany(call.State, changed);
        return refusal ?? Store(call, contact, changed, request);
    }

    private static DkResult Refusal(DkCall call, DkResult refusal) =>
        call.State.Options.Quirks.ContactRefusalIs2400 ? refusal with { Code = 2400 } : refusal;

    private static bool MayChange(DkCall call, DkContactRecord contact) =>
        call.Has(DkRoles.Proxy) && (call.Sponsors(contact) || call.Account.Owns(contact.Handle));

    private static DkResult Store(DkCall call, DkContactRecord before, DkContactRecord changed, ContactUpdateRequest request)
    {
        var state = call.State;
        changed = ContactChanges.Verify(state, before, changed, request) with { UpdatedBy = call.Account.Handle, Updated = call.Now };
        state.Contacts[changed.Handle] = changed;
        if (!before.Verification.IsPending)
        {
            Verifications.Watch(state, changed);
        }

        if (request.Fields is { VerifiedId: true } or { VerifiedEmail: true } && changed.Verification is { HasFailed: true } or { IsPending: true })
        {
            Verifications.Complete(state, changed.Handle);
        }

        return ChangeEmails(call, before, request);
    }

    private static DkResult ChangeEmails(DkCall call, DkContactRecord before, ContactUpdateRequest request)
    {
        var hasNewEmail = request.Email is not null && request.Email != before.Email;
        var hasNewSecondary = request.Fields.SecondaryEmail is not null && request.Fields.SecondaryEmail != before.SecondaryEmail;
        if (before.Verification.Responsible == DkResponsible.Registrar || !(hasNewEmail || hasNewSecondary))
        {
            return DkResult.Success;
        }

        if (hasNewEmail)
        {
            EmailChanges.BeginPrimary(call.State, before.Handle, request.Email!, call.Initiator);
        }

        if (hasNewSecondary)
        {
            EmailChanges.BeginSecondary(call.State, before.Handle, request.Fields.SecondaryEmail!, call.Initiator);
        }

        return ContactResults.PendingEmail;
    }
}
