using EppClient.Dk.Testing;
using EppClient.Dk.Testing.Commands;
using EppClient.Dk.Testing.Policies;
using EppClient.Dk.Testing.Results;

namespace EppClient.IntegrationTests.Registry;

public sealed class DomainCreateTests
{
    [Fact]
    public void Create_queues_an_application_and_its_outcome_is_a_message()
    {
        var world = new DkRegistryFixture();

        var receipt = world.Execute(call => DomainCreateHandler.Handle(call, new("nyt.dk")
        {
            NameServers = [DkRegistryFixture.Ns1, DkRegistryFixture.Ns2],
            Registrant = DkRegistryFixture.Checked,
            OrderConfirmationToken = world.AcceptanceToken,
        }));

        receipt.Outcome.ShouldBe(1001, "Create domain pending for nyt.dk");
        receipt.Outcome.Payload.Should().Be(new ApplicationView("2026112300001", true));
        receipt.ServerTransactionId.Should().MatchRegex("^[0-9A-F]{8}-[0-9A-F]{4}-1[0-9A-F]{3}-8[0-9A-F]{3}-[0-9A-F]{12}-2026112300001$");
        world.Info("nyt.dk").Statuses.Should().Contain("pendingCreate");
        Availability(world, "nyt.dk").Should().Be("Enqueued");

        world.Registry.Advance(TimeSpan.FromSeconds(2));

        var message = world.Drain().Should().ContainSingle().Subject;
        message.Text.Should().Be("nyt.dk has been registered and activated");
        message.Payload.Should().BeEquivalentTo(new PendingActionView(
            DkObjectKind.Domain, "nyt.dk", true, new DkInitiator(DkRegistryFixture.UserOne, "test-1", receipt.ServerTransactionId), message.Queued)
        {
            Risk = DkRisk.Blue,
        });
        world.Registry.FindDomain("nyt.dk")!.Expires.Should().Be(new DateTimeOffset(2027, 11, 30, 22, 59, 59, TimeSpan.Zero));
        world.Registry.FindAccount(DkRegistryFixture.One)!.Balance.Should().Be(950m);
        Availability(world, "nyt.dk").Should().Be("In use");
    }

    [Fact]
    public void First_of_two_applications_gets_the_name()
    {
        var world = new DkRegistryFixture();
        world.Create("nyt.dk").Code.Should().Be(1001);
        world.Create("nyt.dk").Code.Should().Be(1001);

        world.Registry.Advance(TimeSpan.FromSeconds(2));

        world.Drain().Select(message => message.Text).Should().Equal(
            "nyt.dk has been registered and activated",
            "The application for nyt.dk has been rejected, as the domain was already taken");
        world.Create("nyt.dk").ShouldBe(2302, "Domain Name is occupied");
    }

    [Fact]
    public void Domain_of_an_unchecked_registrant_is_inactive()
    {
        var world = new DkRegistryFixture();
        var handle = ((CreatedView)world.CreateContact(request => request).Payload!).Name;
        world.Create("nyt.dk", request => request with { Registrant = handle }).Code.Should().Be(1001);
        world.Registry.Advance(TimeSpan.FromSeconds(2));

        world.Drain().Select(message => message.Text).Should().Equal(
            $"{handle} has to complete the mandatory ID and data check - registry",
            "nyt.dk has been registered, but not activated due to pending ID and/or data check");
        world.Info("nyt.dk").Statuses.Should().Contain("serverHold");

        world.Registry.Person(handle).CompleteIdCheck();

        world.Drain().Select(message => message.Text).Should().Equal(
            $"{handle} has completed the mandatory ID and data check - registry",
            "nyt.dk has been activated");
        world.Info("nyt.dk").Statuses.Should().NotContain("serverHold");
    }

    [Theory]
    [InlineData(null, 2003, "Value required for extension.dkhm:orderconfirmationToken")]
    [InlineData("testtoken", 2005, "Bad value for dkhm:orderconfirmationToken: >testtoken<")]
    [InlineData("1", 2004, "dkhm:orderconfirmationToken: >1< exceeds allowed threshold")]
    [InlineData("99999999999", 2004, "dkhm:orderconfirmationToken: >99999999999< exceeds allowed threshold")]
    public void Invalid_token_is_rejected_first(string? token, int code, string message) =>
        new DkRegistryFixture().Create("-.dk", request => request with { OrderConfirmationToken = token }).ShouldBe(code, message);

    [Theory]
    [InlineData("under.nyt.dk")]
    [InlineData("nyt.com")]
    [InlineData("-nyt.dk")]
    [InlineData("nyt-.dk")]
    [InlineData("ny--t.dk")]
    [InlineData("n_t.dk")]
    [InlineData("ñandu.dk")]
    public void Unregistrable_name_is_rejected(string name) =>
        new DkRegistryFixture().Create(name).ShouldBe(2306, "Parameter value policy error");

    [Theory]
    [InlineData("BLÅBÆRGRØD.dk", "blåbærgrød.dk")]
    [InlineData("xn--blbrgrd-fxak7p.dk", "blåbærgrød.dk")]
    [InlineData("straße.dk", "straße.dk")]
    public void Names_are_equal_in_both_forms_and_any_case(string sent, string responded) =>
        new DkRegistryFixture().Create(sent).ShouldBe(1001, $"Create domain pending for {responded}");

    [Fact]
    public void Checks_run_in_the_registrys_order()
    {
        var world = new DkRegistryFixture();

        world.Create("nyt.dk", request => request with { Years = 2 }).ShouldBe(2005, "Invalid period 2. Must be within range");
        world.Create("nyt.dk", request => request with { Registrant = null }).ShouldBe(2004, "Too few users for contact type");
        world.Create("nyt.dk", request => request with { Registrant = "XX1-DK" }).Code.Should().Be(2303);
        world.Create("nyt.dk", request => request with { Registrant = DkRegistryFixture.One }).ShouldBe(2201, "Registrar handle is not permitted for registrant role.");
        world.Create("nyt.dk", request => request with { Registrant = DkRegistryFixture.RegistrantManaged })
            .ShouldBe(2305, "Specified user handle not permitted when handled by registrar");
        world.Create("nyt.dk", request => request with { HasContacts = true })
            .ShouldBe(2306, "Specifying contacts for registrar managed domains is not allowed");
        world.Create("nyt.dk", request => request with { NameServers = [DkRegistryFixture.Ns1, "ns9.navneserver.example"] })
            .ShouldBe(2004, "Invalid or inactive nameserver: ns9.navneserver.example");
        world.Create(DkRegistryFixture.OwnDomain).ShouldBe(2302, "Domain Name is occupied");
    }

    [Fact]
    public void Pending_applications_reserve_the_fee()
    {
        var world = new DkRegistryFixture(seed: builder => builder.Account(DkRegistryFixture.One, balance: 60m));

        world.Create("en.dk").Code.Should().Be(1001);
        world.Create("to.dk").ShouldBe(2104, "Insufficient credit. Domain cannot be created.");
    }

    [Fact]
    public void Offered_name_requires_the_code_of_the_offer()
    {
        var world = new DkRegistryFixture(seed: builder => builder.WaitingListOffer("tilbud.dk", DkRegistryFixture.Checked, "066f6352"));

        Availability(world, "tilbud.dk").Should().Be("Offered for pos. on waiting list");
        world.Send(call => InfoHandler.Domain(call, "tilbud.dk")).Payload.Should().BeOfType<WaitingListView>();
        world.Create("tilbud.dk").ShouldBe(2202, "Invalid authorization information");
        world.Create("tilbud.dk", request => request with { Password = "066F6352" }).Code.Should().Be(1001);
    }

    [Theory]
    [InlineData(DkApplicationOutcome.Cancelled, "The application for nyt.dk has been cancelled")]
    [InlineData(DkApplicationOutcome.HandlingMismatch, "The application for nyt.dk has been rejected, as the user and domain handling mismatched")]
    [InlineData(DkApplicationOutcome.TermsNotAccepted, "The application for nyt.dk has been cancelled, as the registrant has not accepted our terms and conditions in time")]
    public void Rejected_application_releases_the_name(DkApplicationOutcome outcome, string text)
    {
        var world = new DkRegistryFixture(new DkRegistryOptions { Applications = new FixedOutcome(outcome) });
        world.Create("nyt.dk");
        world.Registry.RunPendingJobs();

        var message = world.Drain().Should().ContainSingle().Subject;
        message.Text.Should().Be(text);
        message.Payload.As<PendingActionView>().Succeeded.Should().BeFalse();
        message.Payload.As<PendingActionView>().Risk.Should().BeNull();
        Availability(world, "nyt.dk").Should().BeNull();
    }

    private static string? Availability(DkRegistryFixture world, string name) =>
        world.Send(call => CheckHandler.Domains(call, [name])).Payload.As<AvailabilityView>().Items[0].Reason;

    private sealed class FixedOutcome(DkApplicationOutcome outcome) : IApplicationPolicy
    {
        public TimeSpan GetProcessingTime(DkApplication application) => TimeSpan.Zero;

        public DkApplicationOutcome Decide(DkApplication application, DkContactRecord registrant) => outcome;
    }
}
