using EppClient.Commands;
using EppClient.Dk;

namespace DkLifecycle.Steps;

/// <summary>Contact data: unlocked fields can change at any time; a change to a locked field is refused before anything is sent.</summary>
internal sealed class ContactDataStep : IStep
{
    public string Title => "The customer has a new phone number, and wants a new name";

    public async Task RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var show = context.Show;
        var ours = await context.OursAsync(cancellationToken);

        var updated = await ours.UpdateRegistrantAsync(new ContactChange { Voice = "21 21 21 21" }, new DkContactUpdate { MobilePhone = "22 22 22 22" }, cancellationToken);
        show.Step("UpdateRegistrantAsync", updated, "Both numbers are changed. Phone numbers are never locked.");

        try
        {
            var name = new ContactPostalInfoChange { Type = ContactPostalInfoForm.Localized, Name = "Ida Ny" };
            await ours.UpdateRegistrantAsync(new ContactChange { PostalInfo = [name] }, cancellationToken: cancellationToken);
            throw new WalkthroughStoppedException(ExitCode.Rejected, "The name of a registrant should have been locked.");
        }
        catch (DkRefusedException e)
        {
            show.Refused("UpdateRegistrantAsync", e.Refusal);
        }

        var contact = await ours.GetRegistrantAsync(cancellationToken);
        show.Step("GetRegistrantAsync", $"Locked, or possibly locked: {Text.List(contact.Locks.Select(fieldLock => $"{fieldLock.Field} ({fieldLock.Reason})"))}.");
    }
}
