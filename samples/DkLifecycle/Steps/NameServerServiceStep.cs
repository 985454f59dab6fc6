using EppClient.Dk;

namespace DkLifecycle.Steps;

/// <summary>Name server service: another registrar manages the domain, and we run its name servers.</summary>
internal sealed class NameServerServiceStep : IStep
{
    public string Title => "We run the name servers of another registrar's domain";

    public async Task RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var (show, servers) = (context.Show, context.Target.NameServers);
        if (context.Target.WithOurNameServers is not { } name)
        {
            show.Skipped("AsNameServerManager", "This needs a domain of another registrar on our name servers, and we know none here.");
            return;
        }

        var foreign = await context.Registrar.GetDomainAsync(name, cancellationToken) as DkOtherRegistrarDomain
            ?? throw new WalkthroughStoppedException(ExitCode.Rejected, $"{name} is not managed by another registrar.");
        show.Step("GetDomainAsync", $"{foreign.Name} is {Text.Model(foreign.Info)}: a {nameof(DkOtherRegistrarDomain)}.");

        var moved = await foreign.AsNameServerManager.SetNameServersAsync([servers[1], servers[2]], [Customers.Ds], cancellationToken);
        show.Steps("SetNameServersAsync", moved, "We manage the old and the new servers, so it is done at once.", "And signed. Poll messages report both changes to its registrar.");

        show.Refused("AsNameServerManager", foreign.FindRefusal(DkOperation.RenewDomain)!);
    }
}
