namespace EppClient.Dk.Testing.Commands.Update;

/// <summary>Adds and removes the roles of administrator and payer, which only exist under registrant management.</summary>
internal static class RolePart
{
    private const string Administrator = "admin";
    private const string Billing = "billing";

    /// <summary>The registrant has the role from then on.</summary>
    public static DkResult? Remove(UpdateDraft draft)
    {
        foreach (var change in draft.Request.Roles.Where(change => !change.IsAddition))
        {
            var holder = change.Role == Billing ? draft.Domain.Billing : draft.Domain.Administrator;
            var refusal = CheckModel(draft, change) ?? CheckRemoval(draft, change, holder);
            if (refusal is not null)
            {
                return refusal;
            }

            draft.Domain = WithRole(draft.Domain, change.Role, draft.Domain.Registrant);
            if (change.Role == Billing)
            {
                draft.Then(state => state.NotifyAccount(holder, PollTexts.BillingRemoved(draft.Domain.Name, holder), state.PublicView(draft.Domain)));
            }
        }

        return null;
    }

    public static DkResult? Add(UpdateDraft draft)
    {
        foreach (var change in draft.Request.Roles.Where(change => change.IsAddition))
        {
            var refusal = CheckModel(draft, change) ?? CheckAddition(draft, change);
            if (refusal is not null)
            {
                return refusal;
            }

            // A registrar becomes the payer at once and without a message; persons and administrators have to consent.
            if (change.Role == Billing && DkHandle.IsRegistrar(change.Handle))
            {
                draft.Domain = WithRole(draft.Domain, Billing, draft.Call.Account.Handle);
                continue;
            }

            var requested = change.Role == Billing ? change.Handle : draft.Domain.Registrant;
            draft.Wait(change.Role == Billing ? DkResult.Pending : DkResult.PendingRegistrantApproval, state =>
                DomainConsent.Request(state, new RoleConsent(requested, draft.Domain.Name, state.ApprovalDeadline, change.Role, change.Handle)));
        }

        return null;
    }

    public static DkDomainRecord WithRole(DkDomainRecord domain, string role, string handle) =>
        role == Billing ? domain with { Billing = handle } : domain with { Administrator = handle };

    private static DkResult? CheckModel(UpdateDraft draft, RoleChange change)
    {
        if (draft.Domain.IsRegistrarManaged)
        {
            return DomainResults.ContactsNotAllowed;
        }

        if (change.Role is not (Administrator or Billing))
        {
            return UpdateResults.RoleNotPermitted;
        }

        return DomainStatuses.IsUpdateProhibited(draft.Domain) ? DkResult.StatusProhibits : null;
    }

    private static DkResult? CheckRemoval(UpdateDraft draft, RoleChange change, string holder)
    {
        // The privilege matrix lets every registrar remove the payer; the registrant pays from then on.
        var mayRemove = change.Role == Billing || draft.Call.Administers(draft.Domain);
        if (!draft.Call.Has(DkRoles.Proxy) || !mayRemove)
        {
            return DkResult.NoPrivilege;
        }

        return DkHandle.Same(holder, change.Handle) ? null : DomainResults.ContactNotFound;
    }

    private static DkResult? CheckAddition(UpdateDraft draft, RoleChange change)
    {
        var isOwnAccount = DkHandle.Same(change.Handle, draft.Call.Account.Handle);

        // An administrator that passes its role on removes itself first, in the same command.
        if (!draft.Call.Has(DkRoles.Proxy) || !(draft.Call.Administers(draft.Original) || (change.Role == Billing && isOwnAccount)))
        {
            return DkResult.NoPrivilege;
        }

        if (DkHandle.IsRegistrar(change.Handle))
        {
            return change.Role == Billing && !isOwnAccount ? DkResult.NoPrivilege : null;
        }

        return draft.State.Contacts.ContainsKey(change.Handle) ? null : DomainResults.ContactNotFound;
    }
}
