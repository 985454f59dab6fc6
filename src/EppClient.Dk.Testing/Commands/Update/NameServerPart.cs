namespace EppClient.Dk.Testing.Commands.Update;

/// <summary>Removes and adds name servers. Any change drops all DS records and tokens.</summary>
internal static class NameServerPart
{
    public static DkResult? Remove(UpdateDraft draft)
    {
        if (draft.Request.NameServers is not { } change)
        {
            return null;
        }

        if ((CheckRequest(change) ?? CheckRight(draft, change)) is { } refusal)
        {
            return refusal;
        }

        var remaining = draft.Domain.NameServers.ToList();
        foreach (var text in change.Remove)
        {
            var name = EppDomainName.From(text);
            if (!draft.State.Hosts.ContainsKey(name))
            {
                return UpdateResults.HostNotFound(name.Unicode);
            }

            if (!remaining.Remove(name))
            {
                return UpdateResults.NotLinked;
            }
        }

        draft.Domain = draft.Domain with { NameServers = remaining };
        return null;
    }

    public static DkResult? Add(UpdateDraft draft)
    {
        if (draft.Request.NameServers is not { } change)
        {
            return null;
        }

        var added = change.Add.Select(EppDomainName.From).ToList();
        if (added.Exists(draft.Domain.NameServers.Contains) || added.Distinct().Count() != added.Count)
        {
            return UpdateResults.AlreadyLinked;
        }

        List<EppDomainName> nameServers = [.. draft.Domain.NameServers, .. added];
        var refusal = NameServers.CheckActive(draft.State, added)
            ?? NameServers.CheckGlue(draft.State, draft.Domain.Name, added)
            ?? NameServers.CheckCount(nameServers)
            ?? Probe(draft, nameServers);
        if (refusal is not null)
        {
            return refusal;
        }

        if (NeedsConsent(draft, change))
        {
            draft.Domain = draft.Domain with { NameServers = draft.Original.NameServers };
            draft.Wait(DkResult.PendingRegistrantApproval, state =>
                DomainConsent.Request(state, new NameServerConsent(draft.Domain.Registrant, draft.Domain.Name, state.ApprovalDeadline, nameServers)));
            return null;
        }

        if (!draft.Call.Administers(draft.Domain))
        {
            var text = PollTexts.NameServersChanged(draft.Domain.Name, draft.Original.NameServers, nameServers);
            draft.Then(state => state.NotifyAccount(draft.Domain.Administrator, text, state.PublicView(draft.Domain)));
        }

        draft.Domain = Delegations.WithNameServers(draft.Domain, nameServers);
        return null;
    }

    private static DkResult? CheckRequest(NameServerChange change)
    {
        if (change.RemovesByAddress)
        {
            return UpdateResults.RemoveByAddress;
        }

        if (change.AddsByAddress)
        {
            return UpdateResults.AddByAddress;
        }

        return change.Remove.Count + change.Add.Count == 0 ? UpdateResults.NoNameServers : null;
    }

    private static DkResult? CheckRight(UpdateDraft draft, NameServerChange change)
    {
        if (DomainStatuses.IsUpdateProhibited(draft.Domain))
        {
            return DkResult.StatusProhibits;
        }

        if (!draft.Call.Has(DkRoles.NameServerAdministrator))
        {
            return DkResult.NoPrivilege;
        }

        if (draft.Call.Administers(draft.Domain) || ManagesAll(draft, change))
        {
            return null;
        }

        if (draft.Request.Password is null)
        {
            return UpdateResults.NotManagerOfAll;
        }

        return HoldsToken(draft) ? null : UpdateResults.NameServerChangeFailed;
    }

    private static bool ManagesAll(UpdateDraft draft, NameServerChange change) =>
        draft.Call.ManagesAll(draft.Original.NameServers) && draft.Call.ManagesAll(change.Add.Select(EppDomainName.From));

    private static bool HoldsToken(UpdateDraft draft) =>
        Tokens.Find(draft.Original, DkTokenPurpose.Redelegation, draft.Request.Password) is { } token && token.Expires > draft.Call.Now;

    /// <summary>
    /// Only under registrant management. A manager of all the servers needs consent too, according to the privilege matrix (its notes 6 and 10); older texts
    /// exempt it.
    /// </summary>
    private static bool NeedsConsent(UpdateDraft draft, NameServerChange change) =>
        !draft.Domain.IsRegistrarManaged
        && !(draft.State.Options.Quirks.ManagersChangeNameServersAtOnce && ManagesAll(draft, change))
        && !HoldsToken(draft);

    private static DkResult? Probe(UpdateDraft draft, IReadOnlyList<EppDomainName> nameServers) =>
        draft.State.Options.NameServerProbe.Diagnose(draft.Domain.Name, nameServers) is { } diagnosis ? new DkResult(2303, diagnosis) : null;
}
