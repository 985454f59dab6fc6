using System.Globalization;
using EppClient.Commands;

namespace EppClient.Recovery.Reconcilers;

/// <summary>
/// Reconciles a renew: checks whether the domain still has the expiry date that the command contains, or that date extended by the requested period.
/// </summary>
internal sealed class RenewReconciler : IEppReconciler
{
    // Registries add a year to a time, the command to a date; the results may be on different sides of midnight.
    private const int ToleranceDays = 1;

    // Some registries end all registration periods at the end of a month.
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
            return context.Indeterminate("The registry does not show the expiry date of the domain.");
        }

        var before = renew.CurrentExpiryDate.Day;
        var now = DateOnly.FromDateTime(expiry.DateTime);
        var wanted = Extend(before, (renew.Period ?? 1) * (renew.PeriodUnit == DomainPeriodUnit.Month ? 1 : MonthsPerYear));
        if (Distance(now, before) <= ToleranceDays)
        {
            return context.NotApplied($"The domain still expires on {Text(now)}, the date from which it was to be extended.");
        }

        if (Distance(now, wanted) <= Math.Min(LongestMonth, Distance(wanted, before) / 4))
        {
            return context.Applied($"The domain expires on {Text(now)}, which is {Text(before)} extended by the command's period.");
        }

        return await context.IsBeforeCommandAsync(info.Data.UpdatedDate, cancellationToken).ConfigureAwait(false)
            ? context.NotApplied($"The domain expires on {Text(now)} and was not changed since the command was written.")
            : context.Indeterminate($"The domain expires on {Text(now)}, which is neither the date before the command nor the extended date, and was changed since.");
    }

    /// <summary>Limits the result to the range of dates: a registry may use the year 9999 for "never".</summary>
    private static DateOnly Extend(DateOnly day, int months) =>
        ((DateOnly.MaxValue.Year - day.Year) * MonthsPerYear) + DateOnly.MaxValue.Month - day.Month < months ? DateOnly.MaxValue : day.AddMonths(months);

    private static int Distance(DateOnly first, DateOnly second) => Math.Abs(first.DayNumber - second.DayNumber);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
