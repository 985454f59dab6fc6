namespace EppClient.Dk.Testing.Commands.Update;

/// <summary>Changes the registrant, at once if no check is needed.</summary>
internal static class RegistrantPart
{
    public static DkResult? Apply(UpdateDraft draft)
    {
        if (draft.Request.Registrant is not { } handle)
        {
            return null;
        }

        var refusal = OrderConfirmation.Check(draft.Request.OrderConfirmationToken, draft.Call.Now)
            ?? CheckRight(draft)
            ?? (DomainStatuses.IsUpdateProhibited(draft.Domain) || draft.Domain.IsPendingUpdate ? DkResult.StatusProhibits : null)
            ?? RegistrantChoice.CheckForChange(draft.Call, draft.Domain, handle);
        if (refusal is not null)
        {
            return refusal;
        }

        var contact = draft.State.Contacts[handle];
        if (!draft.Domain.IsRegistrarManaged)
        {
            draft.Wait(DkResult.PendingRegistrantApproval, state =>
                DomainConsent.Request(state, new RegistrantConsent(draft.Domain.Registrant, draft.Domain.Name, state.ApprovalDeadline, contact.Handle)));
        }
        else if (contact.Verification.IsPending)
        {
            draft.Wait(UpdateResults.PendingRegistrantAccept, state =>
                RegistrantChanges.Hold(state, draft.Domain.Name, contact.Handle, draft.Call.Initiator));
        }
        else
        {
            draft.Then(state => RegistrantChanges.Apply(state, state.Domains[draft.Domain.Name], contact.Handle));
        }

        return null;
    }

    private static DkResult? CheckRight(UpdateDraft draft) =>
        draft.Call.Administers(draft.Domain) && draft.Call.Has(DkRoles.Proxy) ? null : UpdateResults.RegistrantPrivilege;
}
