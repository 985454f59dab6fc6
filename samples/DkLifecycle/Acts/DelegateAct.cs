namespace DkLifecycle.Acts;

/// <summary>Name servers: DNS security and other servers, in the order that works. A change of name servers drops all DS records.</summary>
internal sealed class DelegateAct : IAct
{
    public string Title => "The domain is signed, and moves to other name servers";

    public async Task PlayAsync(Scene scene, CancellationToken cancellationToken)
    {
        var (show, servers) = (scene.Show, scene.Stage.NameServers);

        var ours = await scene.OursAsync(cancellationToken);
        var signed = await ours.SetDsRecordsAsync([Customers.Ds], cancellationToken);
        show.Steps("SetDsRecordsAsync", signed, "Signed: resolvers notice forged DNS responses.");

        ours = await scene.OursAsync(cancellationToken);
        var moved = await ours.SetNameServersAsync([servers[1], servers[2]], ours.DsRecords, cancellationToken);
        show.Steps("SetNameServersAsync", moved, $"{servers[2]} replaces {servers[0]}.", "The registry has dropped the DS records with that: they are added again, in a second command.");

        ours = await scene.OursAsync(cancellationToken);
        show.Step("GetDomainAsync", ours.DsRecords.Count > 0 ? "Delegated anew, and still signed." : "Delegated anew, and no longer signed.");
    }
}
