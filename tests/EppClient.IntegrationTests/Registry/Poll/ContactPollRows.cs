using EppClient.Dk.Testing;
using static EppClient.IntegrationTests.Registry.DkRegistryFixture;

namespace EppClient.IntegrationTests.Registry.Poll;

/// <summary>Messages about contacts.</summary>
internal static class ContactPollRows
{
    private const string Doubtful = "TP100-DK";

    public static IEnumerable<PollRow> All =>
    [
        new PollRow("The contact information has been updated for {id}", "infData", "The contact information has been updated for IP100-DK", world =>
            world.Registry.MoveInPublicRegister(Checked, world.Registry.FindContact(Checked)!.Address with { City = "Odense" })),
        .. Email("primary", "the new primary"),
        .. Email("secondary", "new secondary"),
        .. Checks("has to complete the mandatory", "{id} has to complete the mandatory CHECK - {responsible}", $"{Doubtful} has to complete the mandatory CHECK - registry", _ => { }),
        .. Checks("has completed the mandatory", "{id} has completed the mandatory CHECK - {responsible}", $"{Doubtful} has completed the mandatory CHECK - registry",
            world => world.Registry.Person(Doubtful).CompleteIdCheck()),
        .. Checks("has expired", "The mandatory CHECK of {id} has expired - {responsible}", $"The mandatory CHECK of {Doubtful} has expired - registry",
            world => world.Registry.Advance(TimeSpan.FromDays(31))),
        new PollRow("The mandatory ID check of {id} was rejected - {responsible}", "infData", $"The mandatory ID check of {Doubtful} was rejected - registry",
            world => world.Registry.Person(Doubtful).FailIdCheck()) { World = () => WithDoubtful("ID check") },
        .. Checks("was cancelled", "The mandatory CHECK of {id} was cancelled - {responsible}", $"The mandatory CHECK of {Doubtful} was cancelled - registry",
            world => world.Registry.CancelCheck(Doubtful)),
        Bounce("primary", "IP100-DK@eksempel.dk", secondary: false),
        Bounce("secondary", "anden@eksempel.dk", secondary: true),
        new PollRow("{id} has been deleted", "infData", "BN1-DK has been deleted", world =>
        {
            world.CreateContact(request => request with { Fields = request.Fields with { VerifiedId = true, VerifiedEmail = true } }).Code.Should().Be(1000);
            world.Registry.Advance(TimeSpan.FromDays(15));
        }),
    ];

    private static IEnumerable<PollRow> Email(string kind, string requested)
    {
        yield return new PollRow(
            $"{{id}} has to confirm {requested} email, {{email}}, to complete the update - {{responsible}}", "infData",
            $"IP100-DK has to confirm {requested} email, ny@eksempel.dk, to complete the update - registry", Change);
        yield return new PollRow(
            $"{{id}} has confirmed the new {kind} email, {{email}} - {{responsible}}", "panData (1)",
            $"IP100-DK has confirmed the new {kind} email, ny@eksempel.dk - registry", world =>
            {
                Change(world);
                world.Registry.Person(Checked).ConfirmEmail();
            });
        yield return new PollRow(
            $"The new {kind} email, {{email}}, was not confirmed for {{id}} - {{responsible}}", "panData (0)",
            $"The new {kind} email, ny@eksempel.dk, was not confirmed for IP100-DK - registry", world =>
            {
                Change(world);
                world.Registry.Advance(TimeSpan.FromDays(2));
            });

        void Change(DkRegistryFixture world) => world.UpdateContact(Checked, request => kind == "primary"
            ? request with { Email = "ny@eksempel.dk" }
            : request with { Fields = request.Fields with { SecondaryEmail = "ny@eksempel.dk" } }).Code.Should().Be(1001);
    }

    private static IEnumerable<PollRow> Checks(string what, string kind, string text, Action<DkRegistryFixture> end) =>
        new[] { "ID and data check", "ID check", "data check" }.Select(check =>
            new PollRow(kind.Replace("CHECK", check, StringComparison.Ordinal), "infData", text.Replace("CHECK", check, StringComparison.Ordinal), end)
            {
                World = () => WithDoubtful(check),
            });

    private static DkRegistryFixture WithDoubtful(string check)
    {
        var pending = DkCheck.Pending(Start.AddDays(30));
        return new DkRegistryFixture(seed: seed => seed.Contact(Doubtful, "Tove Prøve", contact => contact with
        {
            Sponsor = One,
            Verification = new DkVerification
            {
                Id = check.StartsWith("ID", StringComparison.Ordinal) ? pending : DkCheck.Completed,
                Email = check.EndsWith("data check", StringComparison.Ordinal) ? pending : DkCheck.Completed,
            },
        }));
    }

    private static PollRow Bounce(string kind, string address, bool secondary) => new(
        $"Email delivery (failed) {{reason}} for the {kind} email, {{email}}, of {{id}}. Please review and correct the email address.", "infData",
        $"Email delivery (failed) antispam for the {kind} email, {address}, of IP100-DK. Please review and correct the email address.",
        world => world.Registry.ReportBouncedEmail(Checked, "antispam", secondary))
    {
        World = () => new DkRegistryFixture(seed: seed => seed.Contact(Checked, "Ida Prøve", contact => contact with { Sponsor = One, SecondaryEmail = "anden@eksempel.dk" })),
    };
}
