namespace EppClient.Dk.Testing.Commands.Update;

/// <summary>Sets what happens when the period ends.</summary>
internal static class AutoRenewPart
{
    public static DkResult? Apply(UpdateDraft draft)
    {
        if (draft.Request.AutoRenew is not { } autoRenew)
        {
            return null;
        }

        if (!draft.Call.Administers(draft.Domain) || !draft.Call.Has(DkRoles.Proxy))
        {
            return UpdateResults.AutoRenewPrivilege;
        }

        if (!draft.Domain.IsRegistrarManaged && !autoRenew)
        {
            return DomainResults.AutoRenewUnderRegistrant;
        }

        if (DomainStatuses.IsUpdateProhibited(draft.Domain))
        {
            return DkResult.StatusProhibits;
        }

        draft.Domain = draft.Domain with { AutoRenew = autoRenew };
        return null;
    }
}
