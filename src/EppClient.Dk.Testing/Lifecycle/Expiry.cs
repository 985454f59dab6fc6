namespace EppClient.Dk.Testing.Lifecycle;

/// <summary>The end of a period: renewal for a year, or deletion.</summary>
internal static class Expiry
{
    public static void Schedule(DkState state, EppDomainName name)
    {
        if (state.Domains[name].Expires is { } expires)
        {
            state.Schedule.At(expires.AddSeconds(1), later => Reach(later, name, expires));
        }
    }

    private static void Reach(DkState state, EppDomainName name, DateTimeOffset expires)
    {
        // A renewal, deletion or restore in the meantime has set another date and scheduled its own job.
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
