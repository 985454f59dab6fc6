namespace EppClient.Dk.Testing.Lifecycle;

/// <summary>What happens when a period ends: a further year, or the way to deletion.</summary>
internal static class Expiry
{
    public static void Schedule(DkState state, DkDomainName name)
    {
        if (state.Domains[name].Expires is { } expires)
        {
            state.Schedule.At(expires.AddSeconds(1), later => Reach(later, name, expires));
        }
    }

    private static void Reach(DkState state, DkDomainName name, DateTimeOffset expires)
    {
        // A renewal, a deletion or a restore in between has set another date and its own job.
        if (!state.Domains.TryGetValue(name, out var domain) || domain.Expires != expires || domain.Deletion is not null)
        {
            return;
        }

        if (!domain.AutoRenew)
        {
            Deletions.Begin(state, domain, DkDeletionCause.Expired, initiator: null);
            return;
        }

        state.Charge(domain.Billing, state.Options.Prices.Renew);
        state.Domains[name] = domain with { Expires = state.Options.Expiry.OneYearFrom(expires), Updated = state.Now };
        Schedule(state, name);
    }
}
