using EppClient.Dk.Testing;
using EppClient.Dk.Testing.Policies;
using EppClient.Dk.Testing.Requests;
using static EppClient.IntegrationTests.Registry.DkRegistryFixture;

namespace EppClient.IntegrationTests.Registry.Poll;

/// <summary>Messages about domains.</summary>
internal static class DomainPollRows
{
    private const string Fresh = "nyt.dk";
    private const string Guest = "betjent.dk";
    private const string NotChanged = "The registrant has not been changed to UK100-DK for eksempel.dk, as the mandatory ID and/or data check ";
    private static readonly string[] Theirs = ["ns1.anden.example", "ns2.anden.example", "ns3.anden.example"];

    public static IEnumerable<PollRow> All =>
    [
        Application("{name} has been registered and activated", "panData (1)", "nyt.dk has been registered and activated", DkApplicationOutcome.Activated),
        Application(
            "{name} has been registered, but not activated due to pending ID and/or data check", "panData (1)",
            "nyt.dk has been registered, but not activated due to pending ID and/or data check", DkApplicationOutcome.PendingCheck),
        Application(
            "The application for {name} has been rejected, as the domain was already taken", "panData (0)",
            "The application for nyt.dk has been rejected, as the domain was already taken", DkApplicationOutcome.AlreadyTaken),
        Application("The application for {name} has been cancelled", "panData (0)", "The application for nyt.dk has been cancelled", DkApplicationOutcome.Cancelled),
        new PollRow("{name} has been activated", "infData", "nyt.dk has been activated", world =>
        {
            world.Create(Fresh, request => request with { Registrant = Unchecked });
            world.Registry.Advance(TimeSpan.FromSeconds(5));
            world.Registry.Person(Unchecked).CompleteIdCheck();
        }) { World = WithUnchecked },
        new PollRow("{name} has been updated", "infData", "eksempel.dk has been updated", world => world.Registry.Block(OwnDomain)),
        new PollRow("{handle} has been removed as billing contact for {name}", "infData", "REG-100001 has been removed as billing contact for betjent.dk", world =>
            world.Update(Guest, request => request with { Roles = [new RoleChange("billing", One, false)] }, UserTwo).Code.Should().Be(1000))
        {
            World = () => WithGuest(domain => domain with { Administrator = Two, Billing = One }),
        },
        new PollRow("DS records has been changed for {name}", "infData", "DS records has been changed for betjent.dk", world =>
            world.Update(Guest, request => request with { Ds = new DsChange(false, [], [new DkDsRecord(12345, 13, 2, new string('a', 64))]) }, UserTwo).Code.Should().Be(1000))
        {
            World = () => WithGuest(domain => domain with { Administrator = One }),
        },
        new PollRow(
            "Name servers has been changed for {name}, from {before} to {after}", "infData",
            "Name servers has been changed for betjent.dk, from ns1.anden.example, ns2.anden.example to ns1.anden.example, ns2.anden.example, ns3.anden.example",
            world => world.Update(Guest, request => request with { NameServers = new NameServerChange([], [Theirs[2]]) }, UserTwo).Code.Should().Be(1000))
        {
            World = () => new DkRegistryFixture(seed: seed => seed.Hosts(Two, Theirs).Domain(Guest, Checked, Theirs[..2])),
        },
        Registrant("The registrant has been changed to {handle} for {name}", "panData (1)", "The registrant has been changed to UK100-DK for eksempel.dk",
            world => world.Registry.Person(Unchecked).CompleteIdCheck()),
        Registrant(
            "The registrant has not been changed to {handle} for {name}, as the mandatory ID and/or data check was not completed in time", "panData (0)",
            NotChanged + "was not completed in time", world => world.Registry.Advance(TimeSpan.FromDays(31))),
        Registrant(
            "The registrant has not been changed to {handle} for {name}, as the mandatory ID and/or data check was rejected", "panData (0)",
            NotChanged + "was rejected", world => world.Registry.Person(Unchecked).FailIdCheck()),
        Registrant(
            "The registrant has not been changed to {handle} for {name}, as the mandatory ID and/or data check was not completed", "panData (0)",
            NotChanged + "was not completed", world => world.Registry.BreakOffRegistrantChange(OwnDomain)),
        new PollRow("{name} has been added to your portfolio", "trnData", "gammel.dk has been added to your portfolio", world =>
            world.Transfer(OldDomain, world.Registry.Person(RegistrantManaged).CreateTransferToken(OldDomain), UserOne).Code.Should().Be(1000)),
        new PollRow("{name} has been removed from your portfolio", "trnData", "eksempel.dk has been removed from your portfolio", world =>
            world.Transfer(OwnDomain, world.Registry.Person(Checked).CreateTransferToken(OwnDomain), UserTwo).Code.Should().Be(1000)),
        new PollRow(
            "{name} has been suspended, as the registrant has not completed the ID/data check on time", "infData",
            "nyt.dk has been suspended, as the registrant has not completed the ID/data check on time", world =>
            {
                world.Create(Fresh, request => request with { Registrant = Unchecked });
                world.Registry.Advance(TimeSpan.FromDays(31));
            })
        {
            World = WithUnchecked,
        },
        new PollRow("{name} has been suspended, as the domain was cancelled", "infData", "eksempel.dk has been suspended, as the domain was cancelled", world =>
            world.Delete(OwnDomain).Code.Should().Be(1001)),
        new PollRow("{name} has been suspended, as the domain was set to auto expire", "infData", "eksempel.dk has been suspended, as the domain was set to auto expire", world =>
        {
            world.Update(OwnDomain, request => request with { AutoRenew = false }).Code.Should().Be(1000);
            world.Registry.AdvanceTo(world.Own.Expires!.Value.AddDays(1));
        }),
        new PollRow("{name} has been deleted", "panData (1)", "eksempel.dk has been deleted", world =>
        {
            world.Delete(OwnDomain).Code.Should().Be(1001);
            world.Registry.Advance(TimeSpan.FromDays(31));
        }),
        new PollRow("{name} has been deleted", "infData", "eksempel.dk has been deleted", world =>
        {
            world.Update(OwnDomain, request => request with { AutoRenew = false }).Code.Should().Be(1000);
            world.Registry.AdvanceTo(world.Own.Expires!.Value.AddDays(40));
        }),
        new PollRow("{name} has been extended and cancellation stopped", "panData (1)", "eksempel.dk has been extended and cancellation stopped", world =>
        {
            world.Delete(OwnDomain).Code.Should().Be(1001);
            world.Registry.StopDeletion(OwnDomain);
        }),
        new PollRow("{name} has been restored, extended and cancellation stopped", "panData (1)", "eksempel.dk has been restored, extended and cancellation stopped", world =>
        {
            world.Delete(OwnDomain).Code.Should().Be(1001);
            world.Restore(OwnDomain).Code.Should().Be(1000);
        }),
    ];

    /// <summary>A registrant of the first registrar whose identity and data have to be checked.</summary>
    public static DkRegistryFixture WithUnchecked() => new(seed: seed => seed.Contact(Unchecked, "Uwe Klar", contact => contact with
    {
        Sponsor = One,
        Verification = new DkVerification { Id = DkCheck.Pending(Start.AddDays(30)), Email = DkCheck.Pending(Start.AddDays(30)) },
    }));

    private static DkRegistryFixture WithGuest(Func<DkDomainRecord, DkDomainRecord> change) =>
        new(seed: seed => seed.Hosts(Two, Theirs).Domain(Guest, RegistrantManaged, Theirs[..2], change));

    private static PollRow Application(string kind, string payload, string text, DkApplicationOutcome outcome) => new(kind, payload, text, world =>
    {
        world.Create(Fresh).Code.Should().Be(1001);
        world.Registry.RunPendingJobs();
    })
    {
        World = () => new DkRegistryFixture(new DkRegistryOptions { Applications = new FixedOutcome(outcome) }),
    };

    private static PollRow Registrant(string kind, string payload, string text, Action<DkRegistryFixture> end) => new(kind, payload, text, world =>
    {
        world.Update(OwnDomain, request => request with { Registrant = Unchecked, OrderConfirmationToken = world.AcceptanceToken }).Code.Should().Be(1001);
        end(world);
    })
    {
        World = WithUnchecked,
    };

    private sealed class FixedOutcome(DkApplicationOutcome outcome) : IApplicationPolicy
    {
        public TimeSpan GetProcessingTime(DkApplication application) => TimeSpan.Zero;

        public DkApplicationOutcome Decide(DkApplication application, DkContactRecord registrant) => outcome;
    }
}
