using EppClient;
using EppClient.Commands.Domain;
using EppClient.Dk;

namespace DkLifecycle.Acts;

/// <summary>A domain under registrant management comes to us, and with that under registrar management: there is no way back.</summary>
internal sealed class TakeOverAct : IAct
{
    public string Title => "A domain under registrant management is taken over";

    public async Task PlayAsync(Scene scene, CancellationToken cancellationToken)
    {
        var (registry, show) = (scene.Registry, scene.Show);
        if (scene.Stage.ToTakeOver is not { } legacy)
        {
            show.Skipped("domain:transfer", "The token for it has to come from the registrant of such a domain, and we know none here.");
            return;
        }

        var before = await registry.SendAsync(new DomainInfo(legacy.Name), cancellationToken);
        show.Step("domain:info", before, $"{before.Data.Name} is {Text.Model(before.Data)}. Its sponsor is the registry, {before.Data.SponsoringClientId}.");

        var token = legacy.MakeTransferToken();
        show.Aside("The registrant makes a token on the registry's pages and gives it to us.");
        var transfer = await registry.SendAsync(DkDomain.Transfer(legacy.Name, token), cancellationToken);
        show.Step("domain:transfer", transfer, $"Ours at once ({transfer.Data.TransferStatus.Value}), for the rest of its term.");
        await Mailbox.EmptyAsync(scene, cancellationToken);

        var after = await registry.SendAsync(new DomainInfo(legacy.Name), cancellationToken);
        show.Step("domain:info", after, $"Now {Text.Model(after.Data)}. The registrant {before.Data.Registrant} was copied to a contact that we manage, {after.Data.Registrant}.");

        var autoRenew = after.Extension<DkDomainInfoResult>()?.AutoRenew;
        if (autoRenew is not null)
        {
            var kept = await registry.SendAsync(DkDomain.SetAutoRenew(legacy.Name, false), cancellationToken);
            show.Step("domain:update autoRenew", kept, $"It had our account's default, {(autoRenew.Value ? "on" : "off")}. This customer wants it off.");
        }
    }
}
