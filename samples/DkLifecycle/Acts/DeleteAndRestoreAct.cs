using EppClient;
using EppClient.Commands.Domain;
using EppClient.Dk;
using EppClient.Extensions.Rgp;
using EppClient.Protocol;

namespace DkLifecycle.Acts;

/// <summary>A deletion is final after 30 days; until then one command undoes it.</summary>
internal sealed class DeleteAndRestoreAct : IAct
{
    public string Title => "The domain is deleted, and that was a mistake";

    public async Task PlayAsync(Scene scene, CancellationToken cancellationToken)
    {
        var (registry, show, domain) = (scene.Registry, scene.Show, scene.Stage.Domain);

        var deleted = await registry.SendAsync(new DomainDelete(domain), cancellationToken);
        var deletionTime = scene.Stage.Clock.GetUtcNow();
        show.Step("domain:delete", deleted, "Out of DNS at once: web site and mail stand still.");

        var info = await registry.SendAsync(new DomainInfo(domain), cancellationToken);
        show.Step("domain:info", info, $"{Statuses(info)}: gone for good on {DeletionDay(info)}.");

        if (scene.Stage.MoveClock(deletionTime.AddDays(7)))
        {
            show.Aside($"A week passes: the registry's clock is moved to {Text.Day(scene.Stage.Clock.GetUtcNow())}.");
        }

        var restored = await registry.SendAsync(DkDomain.Restore(domain, deletionTime, scene.Stage.Clock.GetUtcNow()), cancellationToken);
        show.Step("domain:update restore", restored, "Back in DNS, for the restore fee and a year.");
        await Mailbox.EmptyAsync(scene, cancellationToken);
        if (deleted.Pending is { Completion.IsCompleted: true })
        {
            show.Step("pending action", "With that message the deletion is off the table.");
        }

        var restoredInfo = await registry.SendAsync(new DomainInfo(domain), cancellationToken);
        show.Step("domain:info", restoredInfo, restoredInfo.Extension<DkDomainInfoResult>()?.PendingDeletionDate is null
            ? $"No deletion is pending: the customer's until {Text.Day(restoredInfo.Data.ExpiryDate!.Value)}."
            : $"Still to be deleted on {DeletionDay(restoredInfo)}.");
    }

    // Redemption may stand among the domain's statuses or in the extension of RFC 3915. The registry's own locks, which come
    // and go with it, are left out.
    private static string Statuses(EppResponse<DomainInfoResult> info) => Text.List(
        info.Data.Statuses.Select(s => s.Status.Value)
            .Concat(info.Extension<RgpInfoResult>()?.Statuses.Select(s => s.Status.Value) ?? [])
            .Where(status => !status.StartsWith("server", StringComparison.Ordinal))
            .Distinct());

    private static string DeletionDay(EppResponse<DomainInfoResult> info) =>
        info.Extension<DkDomainInfoResult>()?.PendingDeletionDate is { } date ? Text.Day(date) : "a day that the registry does not tell";
}
