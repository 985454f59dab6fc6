using EppClient.Dk;

namespace DkLifecycle.Acts;

/// <summary>A domain under registrant management comes to us, and with that under registrar management: there is no way back.</summary>
internal sealed class TakeOverAct : IAct
{
    public string Title => "A domain under registrant management is taken over";

    public async Task PlayAsync(Scene scene, CancellationToken cancellationToken)
    {
        var show = scene.Show;
        if (scene.Stage.ToTakeOver is not { } legacy)
        {
            show.Skipped("TakeOverAsync", "The token for it has to come from the registrant of such a domain, and we know none here.");
            return;
        }

        var theirs = await PayerAct.ReadAsync(scene, legacy.Name, cancellationToken);
        var token = legacy.MakeTransferToken();
        show.Aside("The registrant makes a token on the registry's pages and gives it to us.");
        var ours = await theirs.TakeOverAsync(token, cancellationToken);
        show.Step("TakeOverAsync", $"Ours at once, for the rest of its term: now a {nameof(DkRegistrarDomain)}. The registrant {theirs.Info.Registrant} was copied to a contact that we manage, {ours.Info.Registrant}.");
        await Mailbox.EmptyAsync(scene, cancellationToken);

        if (await ours.SetAutoRenewAsync(autoRenew: false, cancellationToken) is { } kept)
        {
            show.Step("SetAutoRenewAsync", kept, "It had our account's default, on. This customer wants it off.");
        }
    }
}
