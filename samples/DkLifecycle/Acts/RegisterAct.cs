using EppClient;
using EppClient.Commands.Domain;
using EppClient.Dk;

namespace DkLifecycle.Acts;

/// <summary>From a customer's order to a domain that works.</summary>
internal sealed class RegisterAct : IAct
{
    public string Title => "A customer orders a domain";

    public async Task PlayAsync(Scene scene, CancellationToken cancellationToken)
    {
        var (registry, show, domain) = (scene.Registry, scene.Show, scene.Stage.Domain);

        var created = await registry.SendAsync(Customers.Ida, cancellationToken);
        scene.Registrant = created.Data.Id;
        show.Step("contact:create forced", created, $"Ida is {created.Data.Id}, managed by us. We know who she is: the registry need not check.");

        var again = await registry.SendAsync(Customers.IdaAgain, cancellationToken);
        show.Step("contact:create smart", again, DkContact.IsReused(again)
            ? "The same data again, the same handle."
            : $"The registry made another handle, {again.Data.Id}.");

        var check = await registry.SendAsync(new DomainCheck(domain), cancellationToken);
        var item = check.Data.Items.Single(i => DkDomainName.AreSame(i.Name, domain));
        show.Step("domain:check", check, item.Available ? $"{item.Name} is free." : $"{item.Name} is not free: {item.Reason}.");
        await Hosts.EnsureAsync([.. scene.Stage.NameServers], scene, cancellationToken);

        // The customer has just accepted the registry's terms: that moment is the order confirmation token.
        var accepted = scene.Stage.Clock.GetUtcNow();
        var order = await registry.SendAsync(DkDomain.Create(domain, scene.Registrant, accepted, [.. scene.Stage.NameServers.Take(2)]), cancellationToken);
        show.Step("domain:create", order, $"Ordered, not decided: {order.Extension<DkDomainCreateResult>()?.TrackingNumber}.");
        if (order.Pending is { } pending)
        {
            await Mailbox.WaitForAsync(pending, scene, cancellationToken);
        }

        var info = await registry.SendAsync(new DomainInfo(domain), cancellationToken);
        scene.ExpiryDate = info.Data.ExpiryDate ?? throw new PlayStoppedException(ExitCode.Rejected, $"{domain} has no expiry date.");
        show.Step("domain:info", info, $"Hers until {Text.Day(scene.ExpiryDate)}, {Text.Model(info.Data)}.");
    }
}
