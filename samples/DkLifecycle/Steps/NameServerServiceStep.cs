using EppClient.Dk;

namespace DkLifecycle.Steps;

/// <summary>Name-server service: the domain is another registrar's, and its name servers are ours.</summary>
internal sealed class NameServerServiceStep : IStep
{
    public string Title => "We run the name servers of another registrar's domain";

    public async Task RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var (show, servers) = (context.Show, context.Target.NameServers);
        if (context.Target.WithOurNameServers is not { } name)
        {
            show.Skipped("AsNameServerManager", "That takes a domain of another registrar on our name servers, and we know none here.");
            return;
        }

        var foreign = await context.Registrar.GetDomainAsync(name, cancellationToken) as DkOtherRegistrarDomain
            ?? throw new WalkthroughStoppedException(ExitCode.Rejected, $"{name} is not another registrar's.");
        show.Step("GetDomainAsync", $"{foreign.Name} is {Text.Model(foreign.Info)}: a {nameof(DkOtherRegistrarDomain)}.");

        var moved = await foreign.AsNameServerManager.SetNameServersAsync([servers[1], servers[2]], [Customers.Ds], cancellationToken);
        show.Steps("SetNameServersAsync", moved, "We manage the old servers and the new: done at once.", "And signed. Its registrar reads of both in its messages.");

        show.Refused("AsNameServerManager", foreign.FindRefusal(DkOperation.RenewDomain)!);
    }
}
