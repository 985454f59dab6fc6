using EppClient.Dk.Testing.Commands;

namespace EppClient.Dk.Testing.Lifecycle;

/// <summary>The registry deletes contacts that have not been used or changed for some time; registrars cannot delete contacts.</summary>
internal static class UnusedContacts
{
    /// <summary>Checks a contact when its time is over, and again as long as it is in use.</summary>
    public static void Watch(DkState state, DkContactRecord contact)
    {
        // Contacts that the registry has created itself, such as those of a test or a seed, are not deleted.
        if (state.Options.UnusedContactDays is { } days && DkHandle.IsRegistrar(contact.CreatedBy))
        {
            var due = (contact.Updated ?? contact.Created).AddDays(days);
            state.Schedule.At(due > state.Now ? due : state.Now.AddDays(days), later => Look(later, contact.Handle, days));
        }
    }

    private static void Look(DkState state, string handle, int days)
    {
        if (!state.Contacts.TryGetValue(handle, out var contact))
        {
            return;
        }

        if (IsInUse(state, handle) || (contact.Updated ?? contact.Created).AddDays(days) > state.Now)
        {
            Watch(state, contact);
            return;
        }

        var last = state.ViewOf(contact);
        state.Contacts.Remove(handle);
        state.NotifyAccount(contact.Sponsor, VerificationTexts.ContactDeleted(handle), last);
    }

    private static bool IsInUse(DkState state, string handle) =>
        DkHandle.Same(handle, DkHandle.Registry)
        || state.IsLinked(handle)
        || state.Applications.Exists(application => DkHandle.Same(application.Domain.Registrant, handle))
        || state.RegistrantChanges.Exists(change => DkHandle.Same(change.Handle, handle))
        || state.Requests.Exists(request => request.Concerns(handle))
        || state.Offers.Values.Any(offer => DkHandle.Same(offer.Owner, handle))
        || state.Accounts.Values.Any(account => account.Owns(handle));
}
