using EppClient.Dk.Testing.Commands;
using EppClient.Dk.Testing.Policies;

namespace EppClient.Dk.Testing.Lifecycle;

/// <summary>Checks of a contact's identity and e-mail address, and the effects of their end on its domains.</summary>
internal static class Verifications
{
    /// <summary>Determines the checks of a contact that its registrar has, or has not, verified itself.</summary>
    public static DkVerification Begin(DkState state, DkContactRecord contact, DkResponsible responsible, bool isVerified)
    {
        // The registry checks a Danish contact that is in no public register, even if its registrar has verified it.
        var mustBeChecked = isVerified && contact.IsDanish && LockOf(state, contact) == DkRegisterLock.None;
        var check = isVerified && !mustBeChecked ? DkCheck.Completed : FirstCheck(state, contact);
        return new DkVerification { Responsible = mustBeChecked ? DkResponsible.Registry : responsible, Id = check, Email = check };
    }

    public static DkCheck FirstCheck(DkState state, DkContactRecord contact) =>
        state.Options.Risk.Assess(contact) == DkRisk.Green
            ? DkCheck.NotRequired
            : DkCheck.Pending(DanishTime.EndOf(state.Today.AddDays(state.Options.VerificationDays)));

    /// <summary>Notifies the sponsor of pending checks, and schedules their end.</summary>
    public static void Watch(DkState state, DkContactRecord contact)
    {
        if (!contact.Verification.IsPending)
        {
            return;
        }

        state.NotifyAccount(contact.Sponsor, VerificationTexts.HasToComplete(contact), state.ViewOf(contact));
        Schedule(state, contact);
    }

    /// <summary>Schedules the end of the pending checks.</summary>
    public static void Schedule(DkState state, DkContactRecord contact)
    {
        if (contact.Verification.IsPending && (contact.Verification.Id.Expires ?? contact.Verification.Email.Expires) is { } expires)
        {
            state.Schedule.At(expires.AddSeconds(1), later => Expire(later, contact.Handle, expires));
        }
    }

    /// <summary>Passes checks that are pending or have failed: of identity, of data (the e-mail address), or both.</summary>
    public static void Complete(DkState state, string handle, DkChecks checks = DkChecks.All)
    {
        if (!state.Contacts.TryGetValue(handle, out var contact) || !HasToPass(contact, checks))
        {
            throw new InvalidOperationException($"No such check of {handle} is pending.");
        }

        var (id, email) = (contact.Verification.Id, contact.Verification.Email);
        var passed = contact.Verification with
        {
            Id = checks.HasFlag(DkChecks.Identity) ? DkCheck.Completed : id,
            Email = checks.HasFlag(DkChecks.Data) ? DkCheck.Completed : email,
        };
        var updated = Store(state, contact with { Verification = passed, Lock = passed.Id.IsVerified && !id.IsVerified ? LockOf(state, contact) : contact.Lock });
        state.NotifyAccount(updated.Sponsor, VerificationTexts.HasCompleted(contact, checks), state.ViewOf(updated));
        if (passed.IsComplete)
        {
            Release(state, handle);
        }
    }

    /// <summary>Cancels the check, because the registry no longer requires it: actions that waited for it continue.</summary>
    public static void Cancel(DkState state, string handle)
    {
        if (!state.Contacts.TryGetValue(handle, out var contact) || !contact.Verification.IsPending)
        {
            throw new InvalidOperationException($"No check of {handle} is pending.");
        }

        var text = VerificationTexts.WasCancelled(contact);
        var settled = Store(state, contact with { Verification = contact.Verification with { Id = DkCheck.NotRequired, Email = DkCheck.NotRequired } });
        state.NotifyAccount(settled.Sponsor, text, state.ViewOf(settled));
        Release(state, handle);
    }

    public static void Reject(DkState state, string handle)
    {
        if (!state.Contacts.TryGetValue(handle, out var contact) || contact.Verification.Id.Status != DkCheckStatus.Pending)
        {
            throw new InvalidOperationException($"No check of the identity of {handle} is pending.");
        }

        var rejected = Store(state, contact with
        {
            Verification = contact.Verification with { Id = new DkCheck(false, DkCheckStatus.Rejected) },
        });
        state.NotifyAccount(rejected.Sponsor, VerificationTexts.WasRejected(rejected), state.ViewOf(rejected));
        Suspend(state, handle, DkDeletionCause.IdCheckRejected);
        RegistrantChanges.Complete(state, handle, "was rejected");
    }

    /// <summary>Gets the register of persons or companies that owns the contact's data.</summary>
    public static DkRegisterLock LockOf(DkState state, DkContactRecord contact) => contact switch
    {
        _ when !state.Options.PublicRegisters.Know(contact) => DkRegisterLock.None,
        { IsDanish: true, Kind: DkPersonKind.Individual } => DkRegisterLock.Cpr,
        { IsDanish: true, Cvr: not null } => DkRegisterLock.Cvr,
        _ => DkRegisterLock.None,
    };

    private static void Expire(DkState state, string handle, DateTimeOffset expires)
    {
        if (!state.Contacts.TryGetValue(handle, out var contact)
            || (contact.Verification.Id.Expires != expires && contact.Verification.Email.Expires != expires))
        {
            return;
        }

        var expired = Store(state, contact with
        {
            Verification = contact.Verification with { Id = Expired(contact.Verification.Id), Email = Expired(contact.Verification.Email) },
        });
        state.NotifyAccount(expired.Sponsor, VerificationTexts.HasExpired(contact), state.ViewOf(expired));
        Suspend(state, handle, DkDeletionCause.IdCheckExpired);
        RegistrantChanges.Complete(state, handle, "was not completed in time");
    }

    private static void Suspend(DkState state, string handle, DkDeletionCause cause)
    {
        foreach (var domain in DomainsOf(state, handle).Where(domain => domain.Deletion is null))
        {
            Deletions.Begin(state, domain, cause, initiator: null);
        }
    }

    private static bool HasToPass(DkContactRecord contact, DkChecks checks) =>
        (checks.HasFlag(DkChecks.Identity) && VerificationTexts.IsOpen(contact.Verification.Id))
        || (checks.HasFlag(DkChecks.Data) && VerificationTexts.IsOpen(contact.Verification.Email));

    private static void Release(DkState state, string handle)
    {
        foreach (var domain in DomainsOf(state, handle))
        {
            Activate(state, domain);
        }

        RegistrantChanges.Complete(state, handle, failure: null);
    }

    private static DkCheck Expired(DkCheck check) =>
        check.Status == DkCheckStatus.Pending ? new DkCheck(false, DkCheckStatus.Expired) : check;

    private static void Activate(DkState state, DkDomainRecord domain)
    {
        if (domain.Deletion is { IsForMissingCheck: true })
        {
            Deletions.Cancel(state, domain);
        }
        else if (domain.IsOnHold)
        {
            state.Domains[domain.Name] = domain with { IsOnHold = false, Updated = state.Now };
        }
        else
        {
            return;
        }

        state.NotifyAccount(domain.Sponsor, PollTexts.Activated(domain.Name), state.PublicView(state.Domains[domain.Name]));
    }

    private static List<DkDomainRecord> DomainsOf(DkState state, string handle) =>
        [.. state.Domains.Values.Where(domain => DkHandle.Same(domain.Registrant, handle) && !domain.IsPendingCreate)];

    private static DkContactRecord Store(DkState state, DkContactRecord contact) =>
        state.Contacts[contact.Handle] = contact with { UpdatedBy = DkHandle.Registry, Updated = state.Now };
}
