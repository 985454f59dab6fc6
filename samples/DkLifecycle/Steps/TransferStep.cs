using EppClient.Dk;

namespace DkLifecycle.Steps;

/// <summary>A domain is transferred from registrant management to us, and is then under registrar management: this cannot be reversed.</summary>
internal sealed class TransferStep : IStep
{
    public string Title => "A domain under registrant management is transferred to us";

    public async Task RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var show = context.Show;
        if (context.Target.DomainToTransfer is not { } legacy)
        {
            show.Skipped("TransferAsync", "This needs a token from the registrant of such a domain, and we know none here.");
            return;
        }

        var theirs = await PayerStep.ReadAsync(context, legacy.Name, cancellationToken);
        var token = legacy.MakeTransferToken();
        show.Aside("The registrant creates a token on the registry's web pages and gives it to us.");
        var ours = await theirs.TransferAsync(token, cancellationToken);
        show.Step("TransferAsync", $"Ours at once, for the rest of its term: now a {nameof(DkRegistrarDomain)}. The registrant {theirs.Info.Registrant} was copied to a contact that we manage, {ours.Info.Registrant}.");
        await Mailbox.EmptyAsync(context, cancellationToken);

        if (await ours.SetAutoRenewAsync(autoRenew: false, cancellationToken) is { } kept)
        {
            show.Step("SetAutoRenewAsync", kept, "Automatic renewal was on, our account's default. This customer wants it off.");
        }
    }
}
