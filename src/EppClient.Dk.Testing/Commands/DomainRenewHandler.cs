namespace EppClient.Dk.Testing.Commands;

/// <summary>domain:renew, in the last two months of a period.</summary>
internal static class DomainRenewHandler
{
    public static DkResult Handle(DkCall call, DomainRenewRequest request)
    {
        if (request.IsInMonths)
        {
            return new DkResult(2005, "The only supported unit is y");
        }

        if (Periods.Check(request.Years) is { } badPeriod)
        {
            return badPeriod;
        }

        if (!call.State.Domains.TryGetValue(EppDomainName.From(request.Name), out var domain))
        {
            return DomainResults.NotFound;
        }

        return Check(call, domain, request) ?? Renew(call.State, domain);
    }

    private static DkResult? Check(DkCall call, DkDomainRecord domain, DomainRenewRequest request)
    {
        if (!call.PaysFor(domain) || !call.Has(DkRoles.Payer))
        {
            return DomainResults.RenewPrivilege;
        }

        // The documents do not define the order of the checks for a domain without a date; it cannot be renewed.
        if (domain.Expires is not { } expires)
        {
            return DomainResults.RenewState;
        }

        // The date in the command is the date part of exDate, which the registry shows in UTC.
        var current = DateOnly.FromDateTime(expires.UtcDateTime);
        if (request.CurrentExpiry != current)
        {
            return DomainResults.WrongExpiry(request.CurrentExpiry, current);
        }

        if (!Renewals.IsInWindow(call.State, domain))
        {
            return DomainResults.RenewState;
        }

        if (Renewals.ExceedsMaximum(call.State, domain))
        {
            return DomainResults.ExceedsMaximum(DanishTime.DayOf(Renewals.NewExpiry(call.State, domain)), Renewals.MaximumExpiry(call.State));
        }

        return DomainStatuses.IsRenewProhibited(call.State, domain) ? DomainResults.RenewState : CheckCredit(call);
    }

    private static DkResult? CheckCredit(DkCall call)
    {
        var isRefused = call.State.Options.Quirks.RefuseRenewalWithoutCredit && call.Credit < call.State.Options.Prices.Renew;
        return isRefused ? DomainResults.RenewCredit : null;
    }

    private static DkResult Renew(DkState state, DkDomainRecord domain)
    {
        state.Charge(domain.Billing, state.Options.Prices.Renew);
        state.Domains[domain.Name] = domain with { Expires = Renewals.NewExpiry(state, domain), Updated = state.Now };
        Expiry.Schedule(state, domain.Name);
        return DkResult.Success;
    }
}
