using EppClient.Dk;

namespace DkLifecycle.Steps;

/// <summary>Registrant management, as payer: a registrar becomes the payer, pays, and removes itself from the role.</summary>
internal sealed class PayerStep : IStep
{
    public string Title => "Registrant management: we pay for a domain, then stop paying";

    public async Task RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var show = context.Show;
        if (context.Target.DomainToTransfer is not { } legacy)
        {
            show.Skipped("BecomePayerAsync", "This needs a domain under registrant management, and we know none here.");
            return;
        }

        var theirs = await ReadAsync(context, legacy.Name, cancellationToken);
        show.Step("GetDomainAsync", $"{theirs.Name} is {Text.Model(theirs.Info)}: a {nameof(DkRegistrantDomain)}. {(theirs.AsPayer is null ? "We are not its payer." : "We are its payer.")}");

        try
        {
            await context.Registrar.Domain(legacy.Name).RenewAsync(cancellationToken);
            throw new WalkthroughStoppedException(ExitCode.Rejected, "Only the payer should have been able to renew.");
        }
        catch (DkRefusedException e)
        {
            show.Refused("RenewAsync", e.Refusal);
        }

        var payer = await theirs.BecomePayerAsync(cancellationToken);
        show.Steps("BecomePayerAsync", payer, "At once and without a message: a registrar can make itself the payer.");

        theirs = await ReadAsync(context, legacy.Name, cancellationToken);
        var renewed = await theirs.AsPayer!.RenewAsync(cancellationToken);
        show.Step("AsPayer.RenewAsync", renewed, "Paid by us, before the registry sends an invoice to the registrant.");

        var left = await theirs.AsPayer.StepDownAsync(cancellationToken);
        show.Steps("AsPayer.StepDownAsync", left, "The registrant is the payer again.");
        await Mailbox.EmptyAsync(context, cancellationToken);
    }

    public static async Task<DkRegistrantDomain> ReadAsync(StepContext context, string name, CancellationToken cancellationToken) =>
        await context.Registrar.GetDomainAsync(name, cancellationToken) as DkRegistrantDomain
        ?? throw new WalkthroughStoppedException(ExitCode.Rejected, $"{name} is not under registrant management.");
}
