using EppClient.Dk;

namespace DkLifecycle.Acts;

/// <summary>Name-server service: the domain is another registrar's, and its name servers are ours.</summary>
internal sealed class NameServerServiceAct : IAct
{
    public string Title => "We run the name servers of another registrar's domain";

    public async Task PlayAsync(Scene scene, CancellationToken cancellationToken)
    {
        var (show, servers) = (scene.Show, scene.Stage.NameServers);
        if (scene.Stage.WithOurNameServers is not { } name)
        {
            show.Skipped("AsNameServerManager", "That takes a domain of another registrar on our name servers, and we know none here.");
            return;
        }

        var foreign = await scene.Registrar.GetDomainAsync(name, cancellationToken) as DkForeignDomain
            ?? throw new PlayStoppedException(ExitCode.Rejected, $"{name} is not another registrar's.");
        show.Step("GetDomainAsync", $"{foreign.Name} is {Text.Model(foreign.Info)}: a {nameof(DkForeignDomain)}.");

        var moved = await foreign.AsNameServerManager.SetNameServersAsync([servers[1], servers[2]], [Customers.Ds], cancellationToken);
        show.Steps("SetNameServersAsync", moved, "We manage the old servers and the new: done at once.", "And signed. Its registrar reads of both in its messages.");

        show.Refused("AsNameServerManager", foreign.FindRefusal(DkOperation.RenewDomain)!);
    }
}
