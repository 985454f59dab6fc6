using EppClient;
using EppClient.Commands.Balance;
using EppClient.Commands.Domain;
using EppClient.Dk;

namespace DkLifecycle.Acts;

/// <summary>Another year, paid from the prepaid account. Possible in the last two months of a term.</summary>
internal sealed class RenewAct : IAct
{
    private static readonly TimeSpan SixWeeks = TimeSpan.FromDays(42);

    public string Title => "The first year is nearly over";

    public async Task PlayAsync(Scene scene, CancellationToken cancellationToken)
    {
        var (registry, show, domain) = (scene.Registry, scene.Show, scene.Stage.Domain);

        var before = await registry.SendAsync(new BalanceInfo(), cancellationToken);
        show.Step("balance:info", before, $"{Text.Amount(before.Data.Balance)} on our prepaid account.");

        if (!scene.Stage.MoveClock(scene.ExpiryDate - SixWeeks))
        {
            show.Skipped("domain:renew", "A term can be extended in its last two months only, and this registry's clock is not ours to move.");
            return;
        }

        show.Aside($"Ten and a half months pass: the registry's clock is moved to {Text.Day(scene.Stage.Clock.GetUtcNow())}.");
        var renewed = await registry.SendAsync(DkDomain.Renew(domain, scene.ExpiryDate), cancellationToken);
        show.Step("domain:renew", renewed, "One more year, the only period there is.");

        var info = await registry.SendAsync(new DomainInfo(domain), cancellationToken);
        scene.ExpiryDate = info.Data.ExpiryDate ?? scene.ExpiryDate;
        show.Step("domain:info", info, $"Until {Text.Day(scene.ExpiryDate)}. It would also have renewed itself.");

        var after = await registry.SendAsync(new BalanceInfo(), cancellationToken);
        show.Step("balance:info", after, $"{Text.Amount(after.Data.Balance)}: the year cost us {Text.Amount(before.Data.Balance - after.Data.Balance)}.");
    }
}
