namespace EppClient.Dk.Testing.Rules;

/// <summary>Statuses are not stored: they are derived from the state of the domain.</summary>
internal static class DomainStatuses
{
    public const string Redemption = "redemptionPeriod";
    public const string PendingDelete = "pendingDelete";

    public static IReadOnlyList<string> Of(DkState state, DkDomainRecord domain)
    {
        var statuses = new List<string>();
        AddWhen(domain.IsPendingCreate, "pendingCreate");
        AddWhen(domain.Deletion is not null, PendingDelete);
        AddWhen(domain.Deletion is { IsRestorable: true }, Redemption);
        AddWhen(domain.IsPendingUpdate, "pendingUpdate");
        AddWhen(IsDeleteProhibited(state, domain), "serverDeleteProhibited");
        AddWhen(IsSuspended(domain), "serverHold");
        AddWhen(IsRenewProhibited(state, domain), "serverRenewProhibited");
        AddWhen(IsTransferProhibited(domain), "serverTransferProhibited");
        AddWhen(IsUpdateProhibited(domain), "serverUpdateProhibited");
        return statuses.Count == 0 ? ["ok"] : statuses;

        void AddWhen(bool condition, string status)
        {
            if (condition)
            {
                statuses.Add(status);
            }
        }
    }

    /// <summary>Whether the domain is out of the zone, for any reason.</summary>
    public static bool IsSuspended(DkDomainRecord domain) => domain.IsOnHold || domain.IsBlocked || domain.Deletion is not null;

    public static bool IsUpdateProhibited(DkDomainRecord domain) => domain.IsPendingCreate || domain.IsBlocked || domain.Deletion is not null;

    public static bool IsTransferProhibited(DkDomainRecord domain) =>
        domain.IsPendingCreate || domain.IsUnpaid || IsSuspended(domain) || (domain.Vid && !domain.IsRegistrarManaged);

    public static bool IsRenewProhibited(DkState state, DkDomainRecord domain) =>
        domain.IsPendingCreate || domain.IsUnpaid || IsSuspended(domain) || !Renewals.IsInWindow(state, domain) || Renewals.ExceedsMaximum(state, domain);

    public static bool IsDeleteProhibited(DkState state, DkDomainRecord domain) =>
        domain.IsPendingCreate
        || domain.IsOnHold
        || domain.IsBlocked

        // The registry's examples of an expired domain do not have it, those of a cancelled one do.
        || domain.Deletion is { Cause: not DkDeletionCause.Expired }
        || ServesOthers(state, domain)
        || (state.Contacts.TryGetValue(domain.Registrant, out var registrant) && registrant.Verification.HasFailed);

    /// <summary>Whether a host below the domain has another domain delegated to it.</summary>
    public static bool ServesOthers(DkState state, DkDomainRecord domain) =>
        // Domains are delegated to registered hosts only. These are few, while domains can be many.
        state.Hosts.Values.Any(host => host.Name.IsBelow(domain.Name))
        && state.Domains.Values.Any(other => other.Name != domain.Name && other.NameServers.Any(server => server.IsBelow(domain.Name)));
}
