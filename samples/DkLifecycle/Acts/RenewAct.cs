namespace DkLifecycle.Acts;

/// <summary>Paying: another year, from the prepaid account. Possible in the last two months of a term.</summary>
internal sealed class RenewAct : IAct
{
    private static readonly TimeSpan SixWeeks = TimeSpan.FromDays(42);

    public string Title => "The first year is nearly over";

    public async Task PlayAsync(Scene scene, CancellationToken cancellationToken)
    {
        var show = scene.Show;
        if (!scene.Stage.MoveClock(scene.ExpiryDate - SixWeeks))
        {
            show.Skipped("RenewAsync", "A term can be extended in its last two months only, and this registry's clock is not ours to move.");
            return;
        }

        show.Aside($"Ten and a half months pass: the registry's clock is moved to {Text.Day(scene.Stage.Clock.GetUtcNow())}.");
        var ours = await scene.OursAsync(cancellationToken);
        var renewed = await ours.RenewAsync(cancellationToken);
        show.Step("RenewAsync", renewed, "One more year, the only period there is.");

        ours = await scene.OursAsync(cancellationToken);
        scene.ExpiryDate = ours.Info.ExpiryDate ?? scene.ExpiryDate;
        show.Step("GetDomainAsync", $"Until {Text.Day(scene.ExpiryDate)}. It would also have renewed itself.");
    }
}
