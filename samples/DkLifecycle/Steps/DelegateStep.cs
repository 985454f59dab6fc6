namespace DkLifecycle.Steps;

/// <summary>Name servers: DNS security and new servers, in the order that works. A change of name servers drops all DS records.</summary>
internal sealed class DelegateStep : IStep
{
    public string Title => "The domain is signed, and moves to other name servers";

    public async Task RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var (show, servers) = (context.Show, context.Target.NameServers);

        var ours = await context.OursAsync(cancellationToken);
        var signed = await ours.SetDsRecordsAsync([Customers.Ds], cancellationToken);
        show.Steps("SetDsRecordsAsync", signed, "Signed: resolvers notice forged DNS responses.");

        ours = await context.OursAsync(cancellationToken);
        var moved = await ours.SetNameServersAsync([servers[1], servers[2]], ours.DsRecords, cancellationToken);
        show.Steps("SetNameServersAsync", moved, $"{servers[2]} replaces {servers[0]}.", "The registry dropped the DS records with that change: a second command adds them again.");

        ours = await context.OursAsync(cancellationToken);
        show.Step("GetDomainAsync", ours.DsRecords.Count > 0 ? "New name servers, and still signed." : "New name servers, and no longer signed.");
    }
}
