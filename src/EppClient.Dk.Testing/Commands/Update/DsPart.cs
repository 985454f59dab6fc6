namespace EppClient.Dk.Testing.Commands.Update;

/// <summary>Removes and adds DS records, at once under both models.</summary>
internal static class DsPart
{
    public static DkResult? Remove(UpdateDraft draft)
    {
        if (draft.Request.Ds is not { } change)
        {
            return null;
        }

        if (CheckRight(draft) is { } refusal)
        {
            return refusal;
        }

        if (!draft.Call.Administers(draft.Domain))
        {
            draft.Then(state => state.NotifyAccount(draft.Domain.Administrator, PollTexts.DsChanged(draft.Domain.Name), state.PublicView(draft.Domain)));
        }

        if (change.RemovesAll)
        {
            return RemoveAll(draft, change.Remove.Count > 0);
        }

        var remaining = draft.Domain.DsRecords.ToList();
        foreach (var record in change.Remove)
        {
            if (!remaining.Remove(record))
            {
                return UpdateResults.DsNotFound;
            }
        }

        draft.Domain = draft.Domain with { DsRecords = remaining };
        return null;
    }

    public static DkResult? Add(UpdateDraft draft)
    {
        if (draft.Request.Ds is not { Add.Count: > 0 } change)
        {
            return null;
        }

        if (DsRecords.Check(change.Add) is { } refusal)
        {
            return refusal;
        }

        if (change.Add.Any(draft.Domain.DsRecords.Contains))
        {
            return UpdateResults.DsExists;
        }

        draft.Domain = draft.Domain with { DsRecords = [.. draft.Domain.DsRecords, .. change.Add.Distinct()] };
        return null;
    }

    private static DkResult? RemoveAll(UpdateDraft draft, bool alsoSingleKeys)
    {
        if (alsoSingleKeys)
        {
            return UpdateResults.AllAndSingleKeys;
        }

        if (draft.Domain.DsRecords.Count == 0)
        {
            return UpdateResults.NoDs;
        }

        draft.Domain = draft.Domain with { DsRecords = [] };
        return null;
    }

    private static DkResult? CheckRight(UpdateDraft draft)
    {
        var hasRight = draft.Call.Administers(draft.Domain) || draft.Call.ManagesAll(draft.Original.NameServers);
        if (!hasRight || !draft.Call.Has(DkRoles.NameServerAdministrator))
        {
            return DkResult.NoPrivilege;
        }

        return DomainStatuses.IsUpdateProhibited(draft.Domain) ? DkResult.StatusProhibits : null;
    }
}
