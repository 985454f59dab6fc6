namespace EppClient.Dk.Testing.Rules;

/// <summary>The fields of a contact that cannot change: those that a public register owns, and the name of a registrant.</summary>
internal static class ContactLocks
{
    public static DkResult? Check(DkState state, DkContactRecord contact, ContactUpdateRequest request)
    {
        var isLocked = contact.Lock != DkRegisterLock.None;
        var isOwner = state.IsRegistrant(contact.Handle) || state.Offers.Values.Any(offer => DkHandle.Same(offer.Owner, contact.Handle));
        var form = ContactData.Choose(request.PostalForms);

        // If there is an organization, the name is its contact person, which the sponsor may change.
        var entityName = contact.Organization is null ? form?.Name : form?.Organization;
        return Refuse(isLocked || isOwner, entityName is not null, contact.Organization is null ? "name" : "org")
            ?? Refuse(isLocked, form?.Address is not null, "addr")
            ?? Refuse(isLocked, request.Fields.Kind is not null, "userType")
            ?? Refuse(isLocked, request.Fields.Cvr is not null, "CVR")
            ?? Refuse(isLocked, request.Fields.Ean is not null, "EAN");
    }

    /// <summary>Only a registrar that is responsible for the verification may report it, and not while the verified data changes.</summary>
    public static DkResult? CheckVerification(DkContactRecord contact, DkContactRecord changed, ContactUpdateRequest request)
    {
        if (!request.Fields.HasVerification)
        {
            return null;
        }

        if (contact.Verification.Responsible != DkResponsible.Registrar)
        {
            return ContactResults.Locked("contact_verification");
        }

        var isChanging = request.Email is not null || !contact.Address.Equals(changed.Address);
        return isChanging ? DkResult.PolicyError : null;
    }

    private static DkResult? Refuse(bool isLocked, bool isRequested, string field) => isLocked && isRequested ? ContactResults.Locked(field) : null;
}
