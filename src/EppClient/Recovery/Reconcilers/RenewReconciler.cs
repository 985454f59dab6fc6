using System.Globalization;
using EppClient.Commands;

namespace EppClient.Recovery.Reconcilers;

/// <summary>After a renew: does the domain end when it did before, or later by what was asked for? The command names the date from which it counts.</summary>
internal sealed class RenewReconciler : IEppReconciler
{
    // Registries add a year to an instant, the command to a day; they may lie on both sides of midnight.
    private const int ToleranceDays = 1;

    // Some let all terms end with a month.
    private const int LongestMonth = 31;

    private const int MonthsPerYear = 12;

    public bool CanReconcile(EppIndeterminateCommand command) => command.Command is DomainRenew;

    public async Task<EppReconciliation> ReconcileAsync(EppReconciliationContext context, CancellationToken cancellationToken)
    {
        var renew = (DomainRenew)context.Command.Command;
        var info = await context.QueryDomainAsync(renew.Name, cancellationToken).ConfigureAwait(false);
        if (!info.IsSuccess)
        {
            return context.Indeterminate(info);
        }

        if (info.Data.ExpiryDate is not { } expiry)
        {
            return context.Indeterminate("The registry does not show when the domain ends.");
        }

        var before = renew.CurrentExpiryDate.Day;
        var now = DateOnly.FromDateTime(expiry.DateTime);
        var wanted = Extend(before, (renew.Period ?? 1) * (renew.PeriodUnit == DomainPeriodUnit.Month ? 1 : MonthsPerYear));
        if (Distance(now, before) <= ToleranceDays)
        {
            return context.NotApplied($"The domain still ends on {Text(now)}, the date from which it was to be extended.");
        }

        if (Distance(now, wanted) <= Math.Min(LongestMonth, Distance(wanted, before) / 4))
        {
            return context.Applied($"The domain ends on {Text(now)}, which is {Text(before)} extended by the command's period.");
        }

        return await context.IsBeforeCommandAsync(info.Data.UpdatedDate, cancellationToken).ConfigureAwait(false)
            ? context.NotApplied($"The domain ends on {Text(now)} and was not changed since the command was written.")
            : context.Indeterminate($"The domain ends on {Text(now)}, neither as before the command nor as after it, and was changed since.");
    }

    /// <summary>Limited to the range of dates: a registry may use the year 9999 for "never".</summary>
    private static DateOnly Extend(DateOnly day, int months) =>
        ((DateOnly.MaxValue.Year - day.Year) * MonthsPerYear) + DateOnly.MaxValue.Month - day.Month < months ? DateOnly.MaxValue : day.AddMonths(months);

    private static int Distance(DateOnly first, DateOnly second) => Math.Abs(first.DayNumber - second.DayNumber);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
