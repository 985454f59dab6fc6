namespace DkLifecycle.Steps;

/// <summary>Contact data: the domain is sold. The new registrant accepts the registry's terms, as the first one did.</summary>
internal sealed class NewRegistrantStep : IStep
{
    public string Title => "The customer sells the domain";

    public async Task RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var show = context.Show;

        var buyer = await context.Registrar.CreateContactAsync(Customers.Bo, cancellationToken);
        show.Step("CreateContactAsync", buyer.Response, $"The buyer, Bo, is {buyer.Id}.");

        var ours = await context.OursAsync(cancellationToken);
        var changed = await ours.ChangeRegistrantAsync(buyer.Id, context.Target.Clock.GetUtcNow(), cancellationToken);
        show.Step("ChangeRegistrantAsync", changed, changed.Pending is null
            ? "Done at once: the buyer needs no further check."
            : "The buyer has to be verified first; a poll message will report the outcome.");
        if (changed.Pending is { } pending)
        {
            await Mailbox.WaitForAsync(pending, context, cancellationToken);
        }

        ours = await context.OursAsync(cancellationToken);
        show.Step("GetDomainAsync", $"It belongs to {ours.Info.Registrant}; the term is unchanged.");
    }
}
