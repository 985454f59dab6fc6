using EppClient.Dk;

namespace DkLifecycle.Steps;

/// <summary>Registrant management, as proxy (admin): name servers, security measures, the period, and another payer. The registrant consents to most of it.</summary>
internal sealed class ProxyStep : IStep
{
    public string Title => "Registrant management: we are the proxy of a domain";

    public async Task RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var (show, servers) = (context.Show, context.Target.NameServers);
        if (context.Target.WithUsAsProxy is not { } legacy)
        {
            show.Skipped("AsAdmin", "This needs a domain of which we are the admin, and we know none here.");
            return;
        }

        var theirs = await PayerStep.ReadAsync(context, legacy.Name, cancellationToken);
        var moved = await theirs.AsAdmin!.SetNameServersAsync([servers[0], servers[1]], cancellationToken: cancellationToken);
        show.Steps("AsAdmin.SetNameServersAsync", moved, "A request: the registrant has to consent.");
        legacy.Consent();
        show.Aside("The registrant consents on the registry's web pages. There is no message, so we read the domain again.");

        theirs = await PayerStep.ReadAsync(context, legacy.Name, cancellationToken);
        var signed = await theirs.AsAdmin!.SetDsRecordsAsync([Customers.Ds], cancellationToken);
        show.Steps("AsAdmin.SetDsRecordsAsync", signed, $"Security measures: signed, at once. VID, the registry's former lock, is read-only: {(theirs.Details.Vid == true ? "on" : "off")}.");

        var refusal = theirs.FindRefusal(DkOperation.RenewDomain)!;
        show.Refused("AsAdmin", refusal);
        show.Aside("By the registry's matrix, only the payer can renew. A proxy that wants to renew becomes the payer first: two calls.");
        await theirs.BecomePayerAsync(cancellationToken);
        theirs = await PayerStep.ReadAsync(context, legacy.Name, cancellationToken);
        var renewed = await theirs.AsPayer!.RenewAsync(cancellationToken);
        show.Step("AsPayer.RenewAsync", renewed, "Renewed for a year, as payer.");

        theirs = await PayerStep.ReadAsync(context, legacy.Name, cancellationToken);
        var replaced = await theirs.AsAdmin!.SetContactsAsync(payer: legacy.Registrant, cancellationToken: cancellationToken);
        show.Steps("AsAdmin.SetContactsAsync", replaced, $"The payer is replaced: {legacy.Registrant} pays from now on.");
        await Mailbox.EmptyAsync(context, cancellationToken);
    }
}
