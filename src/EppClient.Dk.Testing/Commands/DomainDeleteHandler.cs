namespace EppClient.Dk.Testing.Commands;

/// <summary>domain:delete suspends at once and deletes after the redemption period.</summary>
internal static class DomainDeleteHandler
{
    public static DkResult Handle(DkCall call, string text)
    {
        if (!call.State.Domains.TryGetValue(EppDomainName.From(text), out var domain))
        {
            return call.State.Missing(DomainResults.NotFound);
        }

        if (!call.Administers(domain) || !call.Has(DkRoles.Proxy))
        {
            return DkResult.NoPrivilege;
        }

        return CheckState(call.State, domain) ?? Delete(call, domain);
    }

    private static DkResult? CheckState(DkState state, DkDomainRecord domain)
    {
        if (domain.Deletion is not null)
        {
            return DomainResults.DeletePending;
        }

        if (DomainStatuses.ServesOthers(state, domain))
        {
            return HostResults.HasDomains;
        }

        return DomainStatuses.IsDeleteProhibited(state, domain) ? DkResult.StatusProhibits : null;
    }

    private static DkResult Delete(DkCall call, DkDomainRecord domain)
    {
        if (domain.IsRegistrarManaged || call.Account.Owns(domain.Registrant))
        {
            Deletions.Begin(call.State, domain, DkDeletionCause.Requested, call.Initiator);
            return DkResult.Pending;
        }

        DomainConsent.Request(call.State, new DeletionConsent(domain.Registrant, domain.Name, call.State.ApprovalDeadline, call.Initiator));
        return DkResult.PendingRegistrantApproval;
    }
}
