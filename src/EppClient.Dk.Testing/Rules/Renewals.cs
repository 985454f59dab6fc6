namespace EppClient.Dk.Testing.Rules;

/// <summary>When a domain can be renewed and how far.</summary>
internal static class Renewals
{
    private const int WindowMonths = 2;
    private const int MaximumMonths = 14;

    public static DateTimeOffset NewExpiry(DkState state, DkDomainRecord domain) =>
        state.Options.Expiry.OneYearFrom(domain.Expires ?? state.Now);

    public static DateOnly MaximumExpiry(DkState state) => state.Today.AddMonths(MaximumMonths);

    public static bool ExceedsMaximum(DkState state, DkDomainRecord domain) =>
        DanishTime.DayOf(NewExpiry(state, domain)) > MaximumExpiry(state);

    /// <summary>From two months before the end of the period to its end, in Danish days.</summary>
    public static bool IsInWindow(DkState state, DkDomainRecord domain) =>
        domain.Expires is { } expires
        && state.Today >= DanishTime.DayOf(expires).AddMonths(-WindowMonths)
        && state.Now <= expires;
}
