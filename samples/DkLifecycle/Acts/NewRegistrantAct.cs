namespace DkLifecycle.Acts;

/// <summary>Contact data: the domain is sold. The new registrant accepts the registry's terms, as the first one did.</summary>
internal sealed class NewRegistrantAct : IAct
{
    public string Title => "The customer sells the domain";

    public async Task PlayAsync(Scene scene, CancellationToken cancellationToken)
    {
        var show = scene.Show;

        var buyer = await scene.Registrar.CreateContactAsync(Customers.Bo, cancellationToken);
        show.Step("CreateContactAsync", buyer.Response, $"The buyer, Bo, is {buyer.Id}.");

        var ours = await scene.OursAsync(cancellationToken);
        var changed = await ours.ChangeRegistrantAsync(buyer.Id, scene.Stage.Clock.GetUtcNow(), cancellationToken);
        show.Step("ChangeRegistrantAsync", changed, changed.Pending is null
            ? "Done at once: the buyer needs no further check."
            : "The buyer has to be checked first; a poll message will tell.");
        if (changed.Pending is { } pending)
        {
            await Mailbox.WaitForAsync(pending, scene, cancellationToken);
        }

        ours = await scene.OursAsync(cancellationToken);
        show.Step("GetDomainAsync", $"It belongs to {ours.Info.Registrant}; the term is the same.");
    }
}
