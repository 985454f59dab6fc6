using EppClient;
using EppClient.Commands.Contact;
using EppClient.Dk;

namespace DkLifecycle.Acts;

/// <summary>Data that no public register has locked can change at any time.</summary>
internal sealed class ContactDataAct : IAct
{
    public string Title => "The customer has a new phone";

    public async Task PlayAsync(Scene scene, CancellationToken cancellationToken)
    {
        var phones = DkContact.Update(
            scene.Registrant, new ContactChange { Voice = "+45.21212121" }, new DkContactUpdate { MobilePhone = "+45.22222222" });
        var updated = await scene.Registry.SendAsync(phones, cancellationToken);
        scene.Show.Step("contact:update", updated, "Both numbers are new. Name and address may be locked to a public register; phones are not.");

        var info = await scene.Registry.SendAsync(new ContactInfo(scene.Registrant), cancellationToken);
        var details = info.Extension<DkContactInfoResult>();
        scene.Show.Step("contact:info", info, details?.ContactVerification is { VerifiedId: true, VerifiedEmail: true }
            ? $"{info.Data.Id} is up to date, and verified."
            : $"{info.Data.Id} is up to date.");
    }
}
