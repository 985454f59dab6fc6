using EppClient.Dk.Testing.Commands;

namespace EppClient.Dk.Testing.Lifecycle;

/// <summary>A new e-mail address takes effect once its owner has confirmed it; until then the old one stays.</summary>
internal static class EmailChanges
{
    private static readonly EmailSlot[] Slots =
    [
        new(
            "primary",
            verification => verification.NewEmail,
            (verification, change) => verification with { NewEmail = change },
            (contact, email) => contact with { Email = email, Verification = contact.Verification with { Email = DkCheck.Completed } }),
        new(
            "secondary",
            verification => verification.NewSecondaryEmail,
            (verification, change) => verification with { NewSecondaryEmail = change },
            (contact, email) => contact with { SecondaryEmail = email }),
    ];

    public static void BeginPrimary(DkState state, string handle, string email, DkInitiator initiator) => Begin(state, handle, Slots[0], email, initiator);

    public static void BeginSecondary(DkState state, string handle, string email, DkInitiator initiator) => Begin(state, handle, Slots[1], email, initiator);

    /// <summary>Schedules the end of the pending changes.</summary>
    public static void Schedule(DkState state, DkContactRecord contact)
    {
        foreach (var slot in Slots)
        {
            if (slot.Get(contact.Verification) is { } change)
            {
                Schedule(state, contact.Handle, slot, change);
            }
        }
    }

    public static void Confirm(DkState state, string handle)
    {
        var isDone = false;
        foreach (var slot in Slots)
        {
            if (state.Contacts.TryGetValue(handle, out var contact) && slot.Get(contact.Verification) is { } change)
            {
                isDone = true;
                End(state, contact, slot, change, slot.Apply(contact, change.Email));
            }
        }

        if (!isDone)
        {
            throw new InvalidOperationException($"{handle} has no e-mail address to confirm.");
        }
    }

    private static void Begin(DkState state, string handle, EmailSlot slot, string email, DkInitiator initiator)
    {
        var change = new DkEmailConfirmation(email, DanishTime.EndOf(state.Today.AddDays(1)), initiator);
        var contact = state.Contacts[handle];
        state.Contacts[handle] = contact = contact with { Verification = slot.Set(contact.Verification, change) };
        state.Notify(initiator.User, VerificationTexts.HasToConfirm(contact, slot.Kind, email), state.ViewOf(contact));
        Schedule(state, handle, slot, change);
    }

    private static void Schedule(DkState state, string handle, EmailSlot slot, DkEmailConfirmation change) =>
        state.Schedule.At(change.Expires.AddSeconds(1), later =>
        {
            if (later.Contacts.TryGetValue(handle, out var current) && ReferenceEquals(slot.Get(current.Verification), change))
            {
                End(later, current, slot, change, confirmed: null);
            }
        });

    private static void End(DkState state, DkContactRecord contact, EmailSlot slot, DkEmailConfirmation change, DkContactRecord? confirmed)
    {
        var ended = confirmed ?? contact;
        state.Contacts[contact.Handle] = ended with
        {
            Verification = slot.Set(ended.Verification, null),
            UpdatedBy = DkHandle.Registry,
            Updated = state.Now,
        };
        var text = confirmed is not null
            ? VerificationTexts.HasConfirmed(contact, slot.Kind, change.Email)
            : VerificationTexts.WasNotConfirmed(contact, slot.Kind, change.Email);
        var view = new PendingActionView(DkObjectKind.Contact, contact.Handle, confirmed is not null, change.Initiator, state.Now);
        state.Notify(change.Initiator.User, text, view);
    }

    private sealed record EmailSlot(
        string Kind,
        Func<DkVerification, DkEmailConfirmation?> Get,
        Func<DkVerification, DkEmailConfirmation?, DkVerification> Set,
        Func<DkContactRecord, string, DkContactRecord> Apply);
}
