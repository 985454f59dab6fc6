namespace EppClient.Dk.Testing.Commands;

/// <summary>Applies the fields of an update to a contact.</summary>
internal static class ContactChanges
{
    /// <summary>Returns the contact with all fields but the e-mail addresses; with those too if the registrar is responsible for the verification.</summary>
    public static DkContactRecord Apply(DkContactRecord contact, ContactUpdateRequest request)
    {
        var form = ContactData.Choose(request.PostalForms);
        var changed = contact with
        {
            Name = form?.Name ?? contact.Name,
            Organization = form?.Organization ?? contact.Organization,
            Address = form?.Address ?? contact.Address,
            Voice = request.Fields.Voice ?? contact.Voice,
            MobilePhone = request.Fields.MobilePhone ?? contact.MobilePhone,
            Kind = request.Fields.Kind ?? contact.Kind,
            Cvr = request.Fields.Cvr ?? contact.Cvr,
            PNumber = request.Fields.PNumber ?? contact.PNumber,
            Ean = request.Fields.Ean ?? contact.Ean,
            SoleProprietorship = request.Fields.SoleProprietorship ?? contact.SoleProprietorship,
        };
        return contact.Verification.Responsible == DkResponsible.Registrar
            ? changed with { Email = request.Email ?? contact.Email, SecondaryEmail = request.Fields.SecondaryEmail ?? contact.SecondaryEmail }
            : changed;
    }

    /// <summary>The verification of old data does not apply to new data.</summary>
    public static DkContactRecord Verify(DkState state, DkContactRecord before, DkContactRecord changed, ContactUpdateRequest request)
    {
        if (request.Fields is { VerifiedId: false } or { VerifiedEmail: false })
        {
            return changed with { Verification = changed.Verification with { Id = Withdrawn(request.Fields.VerifiedId, changed.Verification.Id), Email = Withdrawn(request.Fields.VerifiedEmail, changed.Verification.Email) } };
        }

        if (request.Fields is { VerifiedId: true } or { VerifiedEmail: true })
        {
            return Report(state, changed);
        }

        // A responsible registrar counts as having verified what it changes.
        var isRegistrars = before.Verification.Responsible == DkResponsible.Registrar;
        var hasNewIdentity = before.EntityName != changed.EntityName || !before.Address.Equals(changed.Address);
        var verification = changed.Verification;
        return changed with
        {
            Verification = verification with
            {
                Id = !hasNewIdentity ? verification.Id : isRegistrars ? DkCheck.Completed : Verifications.FirstCheck(state, changed),
                Email = isRegistrars && before.Email != changed.Email ? DkCheck.Completed : verification.Email,
            },
        };
    }

    /// <summary>If no check is pending or failed, the report takes effect at once. Otherwise the check ends with a message.</summary>
    private static DkContactRecord Report(DkState state, DkContactRecord contact) => contact.Verification is { IsPending: false, HasFailed: false } verification
        ? contact with
        {
            Verification = verification with { Id = DkCheck.Completed, Email = DkCheck.Completed },
            Lock = verification.Id.IsVerified ? contact.Lock : Verifications.LockOf(state, contact),
        }
        : contact;

    private static DkCheck Withdrawn(bool? value, DkCheck check) =>
        value == false ? check with { IsVerified = false } : check;
}
