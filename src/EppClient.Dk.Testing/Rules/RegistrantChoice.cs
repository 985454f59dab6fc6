namespace EppClient.Dk.Testing.Rules;

/// <summary>Determines who can become the registrant of a domain that the caller manages.</summary>
internal static class RegistrantChoice
{
    public static DkResult? CheckForCreate(DkCall call, string? handle)
    {
        if (string.IsNullOrEmpty(handle))
        {
            return DomainResults.TooFewUsers;
        }

        if (DkHandle.IsRegistrar(handle))
        {
            return DomainResults.RegistrarAsRegistrant;
        }

        if (!call.State.Contacts.TryGetValue(handle, out var contact))
        {
            return DomainResults.ContactNotFound;
        }

        if (!contact.IsRegistrarManaged)
        {
            return call.State.Options.Quirks.HandlingMismatchByMessage ? null : DomainResults.HandlingMismatch;
        }

        if (!call.Sponsors(contact))
        {
            return DkResult.NoPrivilege;
        }

        return contact.Verification.HasFailed ? DomainResults.FailedRegistrant : null;
    }

    public static DkResult? CheckForChange(DkCall call, DkDomainRecord domain, string handle)
    {
        if (DkHandle.IsRegistrar(handle))
        {
            return UpdateResults.RegistrarGroup;
        }

        if (!call.State.Contacts.TryGetValue(handle, out var contact))
        {
            return DomainResults.ContactNotFound;
        }

        // If domain and contact have different sponsors, they are under different handling models.
        if (!DkHandle.Same(contact.Sponsor, domain.Sponsor))
        {
            return UpdateResults.UnusableRegistrant;
        }

        return contact.Verification.HasFailed ? UpdateResults.UncheckedRegistrant : null;
    }
}
