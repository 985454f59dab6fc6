using DkLifecycle.Output;
using EppClient;
using EppClient.Commands;
using EppClient.Dk;

namespace DkLifecycle.Steps;

/// <summary>
/// What the other model forbids us. Refusals are answers too: <c>ExecuteAsync</c> returns them, where <c>SendAsync</c> throws.
/// Three equal codes would close the session, so a program does not try its luck.
/// </summary>
internal sealed class ForbiddenStep : IStep
{
    public string Title => "What registrant management forbids us";

    public async Task RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var (registry, show) = (context.Registry, context.Show);
        if (context.Target.OutOfReach is not { } foreign)
        {
            show.Skipped("domain:renew and others", "That takes a domain whose registrant manages it, and we know none here.");
            return;
        }

        var info = await registry.SendAsync(new DomainInfo(foreign.Name), cancellationToken);
        show.Step("domain:info", info, $"{info.Data.Name} is {Text.Model(info.Data)}. Everybody may read that.");

        var renew = await registry.TrySendAsync(DkDomain.Renew(foreign.Name, info.Data.ExpiryDate!.Value), cancellationToken);
        Refused(show, "domain:renew", renew, "Only who pays for it may extend it.");

        var delete = await registry.TrySendAsync(new DomainDelete(foreign.Name), cancellationToken);
        Refused(show, "domain:delete", delete, "Only its registrant can give it up, or who is appointed for it.");

        var create = await registry.TrySendAsync(
            DkDomain.Create("ny-" + context.Target.Domain, foreign.Registrant, context.Target.Clock.GetUtcNow(), [.. context.Target.NameServers.Take(2)]), cancellationToken);
        Refused(show, "domain:create", create, "A contact of the registry cannot hold a domain of ours: the models do not mix.");
    }

    private static void Refused(Narrator show, string sent, EppResponse response, string why)
    {
        if (response.IsSuccess)
        {
            throw new WalkthroughStoppedException(ExitCode.Rejected, $"{sent} should have been refused, but the registry answered {response}.");
        }

        show.Step(sent, response, $"Refused (\"{response.Message}\"). {why}");
    }
}
