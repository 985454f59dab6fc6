using EppClient.Dk;

namespace DkLifecycle.Steps;

/// <summary>A domain under registrant management comes to us, and with that under registrar management: there is no way back.</summary>
internal sealed class TransferStep : IStep
{
    public string Title => "A domain under registrant management is taken over";

    public async Task RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var show = context.Show;
        if (context.Target.DomainToTransfer is not { } legacy)
        {
            show.Skipped("TransferAsync", "The token for it has to come from the registrant of such a domain, and we know none here.");
            return;
        }

        var theirs = await PayerStep.ReadAsync(context, legacy.Name, cancellationToken);
        var token = legacy.MakeTransferToken();
        show.Aside("The registrant makes a token on the registry's pages and gives it to us.");
        var ours = await theirs.TransferAsync(token, cancellationToken);
        show.Step("TransferAsync", $"Ours at once, for the rest of its term: now a {nameof(DkRegistrarDomain)}. The registrant {theirs.Info.Registrant} was copied to a contact that we manage, {ours.Info.Registrant}.");
        await Mailbox.EmptyAsync(context, cancellationToken);

        if (await ours.SetAutoRenewAsync(autoRenew: false, cancellationToken) is { } kept)
        {
            show.Step("SetAutoRenewAsync", kept, "It had our account's default, on. This customer wants it off.");
        }
    }
}
