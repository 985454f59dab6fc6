namespace EppClient.Dk.Testing.Rules;

/// <summary>Determines when and how far a domain can be renewed.</summary>
internal static class Renewals
{
    private const int WindowMonths = 2;
    private const int MaximumMonths = 14;

    public static DateTimeOffset NewExpiry(DkState state, DkDomainRecord domain) =>
        state.Options.Expiry.OneYearFrom(domain.Expires ?? state.Now);

    public static DateOnly MaximumExpiry(DkState state) => state.Today.AddMonths(MaximumMonths);

    public static bool ExceedsMaximum(DkState state, DkDomainRecord domain) =>
        DanishTime.DayOf(NewExpiry(state, domain)) > MaximumExpiry(state);

    /// <summary>Whether the time is within the last two months of the period, in Danish days.</summary>
    public static bool IsInWindow(DkState state, DkDomainRecord domain) =>
        domain.Expires is { } expires
        && state.Today >= DanishTime.DayOf(expires).AddMonths(-WindowMonths)
        && state.Now <= expires;
}
