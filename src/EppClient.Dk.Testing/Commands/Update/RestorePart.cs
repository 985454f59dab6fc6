namespace EppClient.Dk.Testing.Commands.Update;

/// <summary>Restores a domain by a report, whatever the report says. The fee is charged without checking the balance.</summary>
internal static class RestorePart
{
    public static DkResult? Apply(UpdateDraft draft)
    {
        if (draft.Request.Restore != RestoreStep.Report)
        {
            return null;
        }

        var isAllowed = draft.Domain.Deletion is { IsRestorable: true }
            && draft.Call.Administers(draft.Domain)
            && draft.Call.Has(DkRoles.Proxy);
        if (!isAllowed)
        {
            return UpdateResults.RestorePrivilege;
        }

        draft.Then(state => Deletions.Restore(state, state.Domains[draft.Domain.Name], draft.Call.Initiator));
        if (draft.State.Options.Quirks.RestoreShowsState)
        {
            draft.Show(new RestoredView());
        }

        return null;
    }
}
