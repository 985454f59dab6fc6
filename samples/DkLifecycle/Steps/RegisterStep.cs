using EppClient;
using EppClient.Commands;
using EppClient.Dk;

namespace DkLifecycle.Steps;

/// <summary>From a customer's order to a working domain.</summary>
internal sealed class RegisterStep : IStep
{
    public string Title => "A customer orders a domain";

    public async Task RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var (registrar, show, domain) = (context.Registrar, context.Show, context.Target.Domain);

        var ida = await registrar.CreateContactAsync(Customers.Ida, cancellationToken);
        show.Step("CreateContactAsync", ida.Response, $"Ida is {ida.Id}, managed by us. We have verified her, so the registry need not.");

        var again = await registrar.CreateOrReuseContactAsync(Customers.Ida, cancellationToken);
        show.Step("CreateOrReuseContactAsync", again.Response, again.IsReused ? "The same data again, the same handle." : $"The registry created another handle, {again.Id}.");

        var check = await context.Registry.SendAsync(new DomainCheck(domain), cancellationToken);
        var item = check.Data.Items.Single(i => EppDomainName.AreSame(i.Name, domain));
        show.Step("domain:check", check, item.Available ? $"{item.Name} is free." : $"{item.Name} is not free: {item.Reason}.");
        await Hosts.EnsureAsync([.. context.Target.NameServers], context, cancellationToken);

        // The customer has just accepted the registry's terms: that time is the order confirmation token.
        var accepted = context.Target.Clock.GetUtcNow();
        var order = await registrar.ApplyAsync(new DkDomainApplication(domain, ida.Id, accepted, [.. context.Target.NameServers.Take(2)]), cancellationToken);
        show.Step("ApplyAsync", order, $"Accepted, not decided yet: {order.Extension<DkDomainCreateResult>()?.TrackingNumber}.");
        if (order.Pending is { } pending)
        {
            await Mailbox.WaitForAsync(pending, context, cancellationToken);
        }

        var ours = await context.OursAsync(cancellationToken);
        context.ExpiryDate = ours.Info.ExpiryDate ?? throw new WalkthroughStoppedException(ExitCode.Rejected, $"{domain} has no expiry date.");
        show.Step("GetDomainAsync", $"Ida has it until {Text.Day(context.ExpiryDate)}, {Text.Model(ours.Info)}: a {nameof(DkRegistrarDomain)}.");
    }
}
