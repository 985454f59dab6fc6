using EppClient;
using EppClient.Commands.Domain;
using EppClient.Dk;

namespace DkLifecycle.Acts;

/// <summary>The domain is sold: the new registrant accepts the registry's terms, as the first one did.</summary>
internal sealed class NewRegistrantAct : IAct
{
    public string Title => "The customer sells the domain";

    public async Task PlayAsync(Scene scene, CancellationToken cancellationToken)
    {
        var (registry, show, domain) = (scene.Registry, scene.Show, scene.Stage.Domain);

        var buyer = await registry.SendAsync(Customers.Bo, cancellationToken);
        show.Step("contact:create forced", buyer, $"The buyer, Bo, is {buyer.Data.Id}.");

        var accepted = scene.Stage.Clock.GetUtcNow();
        var changed = await registry.SendAsync(DkDomain.ChangeRegistrant(domain, buyer.Data.Id, accepted), cancellationToken);
        show.Step("domain:update registrant", changed, changed.Pending is null
            ? "Done at once: nobody has to check the buyer."
            : "The buyer has to be checked first; a poll message will tell.");
        if (changed.Pending is { } pending)
        {
            await Mailbox.WaitForAsync(pending, scene, cancellationToken);
        }

        var info = await registry.SendAsync(new DomainInfo(domain), cancellationToken);
        scene.Registrant = info.Data.Registrant ?? buyer.Data.Id;
        show.Step("domain:info", info, $"It belongs to {scene.Registrant}; the term is the same.");
    }
}
