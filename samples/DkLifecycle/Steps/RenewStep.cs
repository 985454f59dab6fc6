namespace DkLifecycle.Steps;

/// <summary>Paying: another year, from the prepaid account. Possible in the last two months of a term.</summary>
internal sealed class RenewStep : IStep
{
    private static readonly TimeSpan SixWeeks = TimeSpan.FromDays(42);

    public string Title => "The first year is nearly over";

    public async Task RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var show = context.Show;
        if (!context.Target.MoveClock(context.ExpiryDate - SixWeeks))
        {
            show.Skipped("RenewAsync", "A term can be extended in its last two months only, and this registry's clock is not ours to move.");
            return;
        }

        show.Aside($"Ten and a half months pass: the registry's clock is moved to {Text.Day(context.Target.Clock.GetUtcNow())}.");
        var ours = await context.OursAsync(cancellationToken);
        var renewed = await ours.RenewAsync(cancellationToken);
        show.Step("RenewAsync", renewed, "One more year, the only period there is.");

        ours = await context.OursAsync(cancellationToken);
        context.ExpiryDate = ours.Info.ExpiryDate ?? context.ExpiryDate;
        show.Step("GetDomainAsync", $"Until {Text.Day(context.ExpiryDate)}. It would also have renewed itself.");
    }
}
