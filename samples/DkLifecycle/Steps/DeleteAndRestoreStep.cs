namespace DkLifecycle.Steps;

/// <summary>Ends the right of use and restores the domain: a deletion is final after 30 days.</summary>
internal sealed class DeleteAndRestoreStep : IStep
{
    public string Title => "The domain is deleted, and that was a mistake";

    public async Task RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var show = context.Show;

        var ours = await context.OursAsync(cancellationToken);
        var deleted = await ours.EndRightOfUseAsync(cancellationToken);
        show.Step("EndRightOfUseAsync", deleted, "Out of DNS at once: website and mail stop working.");

        ours = await context.OursAsync(cancellationToken);
        show.Step("GetDomainAsync", ours.Details.PendingDeletionDate is { } day
            ? $"Finally deleted on {Text.Day(day)}; until then it can be restored."
            : "To be deleted, on a day that the registry does not show.");

        if (context.Target.MoveClock(context.Target.Clock.GetUtcNow().AddDays(7)))
        {
            show.Aside($"A week passes: the registry's clock is moved to {Text.Day(context.Target.Clock.GetUtcNow())}.");
        }

        var restored = await ours.RestoreAsync(cancellationToken);
        show.Step("RestoreAsync", restored, "Back in DNS, for the restore fee and a year.");
        await Mailbox.EmptyAsync(context, cancellationToken);
        if (deleted.Pending is { Completion.IsCompleted: true } pending && !(await pending.Completion).Succeeded)
        {
            show.Step("pending action", "That message ends the deletion: it was not carried out.");
        }

        ours = await context.OursAsync(cancellationToken);
        show.Step("GetDomainAsync", $"No deletion is pending. The customer has the domain until {Text.Day(ours.Info.ExpiryDate!.Value)}. No paid day was lost.");
    }
}
