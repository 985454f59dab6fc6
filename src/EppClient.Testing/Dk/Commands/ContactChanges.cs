namespace EppClient.Testing.Dk.Commands;

/// <summary>Puts the fields of an update over a contact.</summary>
internal static class ContactChanges
{
    /// <summary>The contact with all fields but the e-mail addresses, unless the registrar answers for those itself.</summary>
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

    /// <summary>What was checked of the old data does not hold for the new.</summary>
    public static DkContactRecord Verify(DkState state, DkContactRecord before, DkContactRecord changed, ContactUpdateRequest request)
    {
        if (request.Fields is { VerifiedId: false } or { VerifiedEmail: false })
        {
            return changed with { Verification = changed.Verification with { Id = Withdrawn(request.Fields.VerifiedId, changed.Verification.Id), Email = Withdrawn(request.Fields.VerifiedEmail, changed.Verification.Email) } };
        }

        var hasNewIdentity = before.EntityName != changed.EntityName || !before.Address.Equals(changed.Address);
        if (!hasNewIdentity)
        {
            return changed;
        }

        var check = before.Verification.Responsible == DkResponsible.Registrar ? DkCheck.Completed : Verifications.FirstCheck(state, changed);
        return changed with { Verification = changed.Verification with { Id = check } };
    }

    private static DkCheck Withdrawn(bool? value, DkCheck check) =>
        value == false ? check with { IsVerified = false } : check;
}
