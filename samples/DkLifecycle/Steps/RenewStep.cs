namespace DkLifecycle.Steps;

/// <summary>Payment: one more year, from the prepaid account. Possible in the last two months of a term.</summary>
internal sealed class RenewStep : IStep
{
    private static readonly TimeSpan SixWeeks = TimeSpan.FromDays(42);

    public string Title => "The first year is nearly over";

    public async Task RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var show = context.Show;
        if (!context.Target.MoveClock(context.ExpiryDate - SixWeeks))
        {
            show.Skipped("RenewAsync", "A domain can be renewed only in the last two months of its term, and we cannot move this registry's clock.");
            return;
        }

        show.Aside($"Ten and a half months pass: the registry's clock is moved to {Text.Day(context.Target.Clock.GetUtcNow())}.");
        var ours = await context.OursAsync(cancellationToken);
        var renewed = await ours.RenewAsync(cancellationToken);
        show.Step("RenewAsync", renewed, "One more year, the only possible period.");

        ours = await context.OursAsync(cancellationToken);
        context.ExpiryDate = ours.Info.ExpiryDate ?? context.ExpiryDate;
        show.Step("GetDomainAsync", $"Until {Text.Day(context.ExpiryDate)}. It would also have renewed automatically.");
    }
}
