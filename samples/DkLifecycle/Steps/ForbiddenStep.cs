using DkLifecycle.Output;
using EppClient;
using EppClient.Commands;
using EppClient.Dk;

namespace DkLifecycle.Steps;

/// <summary>
/// Operations that the other model forbids us. Refusals are responses too: <c>TrySendAsync</c> returns them, and <c>SendAsync</c> throws.
/// Three equal codes close the session, so a program should not try such operations repeatedly.
/// </summary>
internal sealed class ForbiddenStep : IStep
{
    public string Title => "What registrant management forbids us";

    public async Task RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var (registry, show) = (context.Registry, context.Show);
        if (context.Target.OutOfReach is not { } foreign)
        {
            show.Skipped("domain:renew and others", "This needs a domain under registrant management, and we know none here.");
            return;
        }

        var info = await registry.SendAsync(new DomainInfo(foreign.Name), cancellationToken);
        show.Step("domain:info", info, $"{info.Data.Name} is {Text.Model(info.Data)}. Everyone may read that.");

        var renew = await registry.TrySendAsync(DkDomain.Renew(foreign.Name, info.Data.ExpiryDate!.Value), cancellationToken);
        Refused(show, "domain:renew", renew, "Only its payer may renew it.");

        var delete = await registry.TrySendAsync(new DomainDelete(foreign.Name), cancellationToken);
        Refused(show, "domain:delete", delete, "Only its registrant or its proxy can delete it.");

        var create = await registry.TrySendAsync(
            DkDomain.Create("ny-" + context.Target.Domain, foreign.Registrant, context.Target.Clock.GetUtcNow(), [.. context.Target.NameServers.Take(2)]), cancellationToken);
        Refused(show, "domain:create", create, "A contact under registrant management cannot hold a domain of ours: both must be under the same model.");
    }

    private static void Refused(Narrator show, string sent, EppResponse response, string why)
    {
        if (response.IsSuccess)
        {
            throw new WalkthroughStoppedException(ExitCode.Rejected, $"{sent} should have been refused, but the registry responded {response}.");
        }

        show.Step(sent, response, $"Refused (\"{response.Message}\"). {why}");
    }
}
