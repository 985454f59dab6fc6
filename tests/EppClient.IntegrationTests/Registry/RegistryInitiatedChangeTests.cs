using EppClient.Dk.Testing;
using EppClient.Dk.Testing.Policies;
using EppClient.Dk.Testing.Requests;

namespace EppClient.IntegrationTests.Registry;

/// <summary>Changes by the registry: it deletes unused contacts, checks contacts that it cannot look up, and stops pending operations.</summary>
public sealed class RegistryInitiatedChangeTests
{
    private static readonly Func<ContactCreateRequest, ContactCreateRequest> Vouched =
        request => request with { Fields = request.Fields with { VerifiedId = true, VerifiedEmail = true } };

    [Fact]
    public void Unused_contacts_are_deleted_after_14_days()
    {
        var world = new DkRegistryFixture();
        var handle = Created(world, Vouched);

        world.Registry.Advance(TimeSpan.FromDays(13));
        world.Registry.FindContact(handle).Should().NotBeNull();
        world.Registry.Advance(TimeSpan.FromDays(2));

        world.Registry.FindContact(handle).Should().BeNull();
        world.Registry.FindContact(DkRegistryFixture.Checked).Should().NotBeNull("a domain uses it");
        world.Drain().Should().Contain(message => message.Text == $"{handle} has been deleted" && message.Payload != null);
    }

    [Fact]
    public void Contacts_changed_or_used_within_14_days_are_kept()
    {
        var world = new DkRegistryFixture();
        var (changed, used) = (Created(world, Vouched), Created(world, request => Vouched(request) with { Email = "anden@eksempel.dk" }));
        world.Registry.Advance(TimeSpan.FromDays(10));
        world.UpdateContact(changed, request => request with { Fields = request.Fields with { Voice = "+45.30303030" } }).Code.Should().Be(1000);
        world.Create("nyt.dk", request => request with { Registrant = used }).Code.Should().Be(1001);

        world.Registry.Advance(TimeSpan.FromDays(6));
        world.Registry.FindContact(changed).Should().NotBeNull();
        world.Registry.Advance(TimeSpan.FromDays(30));

        world.Registry.FindContact(changed).Should().BeNull();
        world.Registry.FindContact(used).Should().NotBeNull();
    }

    [Fact]
    public void Unused_contacts_are_kept_if_deletion_is_disabled()
    {
        var world = new DkRegistryFixture(new DkRegistryOptions { UnusedContactDays = null });
        var handle = Created(world, Vouched);

        world.Registry.Advance(TimeSpan.FromDays(400));

        world.Registry.FindContact(handle).Should().NotBeNull();
    }

    [Fact]
    public void Danish_contacts_not_found_in_a_register_are_checked_even_if_the_registrar_is_responsible()
    {
        var world = new DkRegistryFixture(new DkRegistryOptions { PublicRegisters = new EmptyRegisters() });

        var contact = world.Registry.FindContact(Created(world, Vouched))!;

        contact.Verification.Responsible.Should().Be(DkResponsible.Registry);
        contact.Verification.Id.Status.Should().Be(DkCheckStatus.Pending);
        contact.Lock.Should().Be(DkRegisterLock.None);
        world.Drain().Should().Contain(message => message.Text == $"{contact.Handle} has to complete the mandatory ID and data check - registry");
    }

    [Fact]
    public void Danish_contacts_found_in_a_register_are_locked_to_it()
    {
        var world = new DkRegistryFixture();

        var contact = world.Registry.FindContact(Created(world, Vouched))!;

        (contact.Verification.Id.Status, contact.Lock).Should().Be((DkCheckStatus.Completed, DkRegisterLock.Cpr));
    }

    [Fact]
    public void Cancelled_check_activates_pending_domains()
    {
        var world = new DkRegistryFixture();
        var handle = Created(world, request => request);
        world.Create("nyt.dk", request => request with { Registrant = handle });
        world.Registry.Advance(TimeSpan.FromSeconds(5));
        world.Registry.FindDomain("nyt.dk")!.IsOnHold.Should().BeTrue();

        world.Registry.CancelCheck(handle);

        world.Registry.FindDomain("nyt.dk")!.IsOnHold.Should().BeFalse();
        world.Drain().Select(message => message.Text).Should()
            .Contain([$"The mandatory ID and data check of {handle} was cancelled - registry", "nyt.dk has been activated"]);
        world.Registry.Invoking(registry => registry.CancelCheck(handle)).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void Deletion_stopped_by_the_registry_is_reported_to_its_requester()
    {
        var world = new DkRegistryFixture();
        world.Delete(DkRegistryFixture.OwnDomain).Code.Should().Be(1001);

        world.Registry.StopDeletion(DkRegistryFixture.OwnDomain);

        world.Own.Deletion.Should().BeNull();
        world.Drain().Select(message => message.Text).Should()
            .Equal("eksempel.dk has been suspended, as the domain was cancelled", "eksempel.dk has been extended and cancellation stopped");
        world.Registry.Invoking(registry => registry.StopDeletion(DkRegistryFixture.OwnDomain)).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void Change_by_the_registry_is_reported_to_the_sponsor()
    {
        var world = new DkRegistryFixture();

        world.Registry.Block(DkRegistryFixture.OwnDomain);

        world.Drain().Should().ContainSingle().Which.Text.Should().Be("eksempel.dk has been updated");
    }

    [Fact]
    public void Name_server_change_by_their_manager_is_reported_to_the_sponsor()
    {
        string[] servers = ["ns1.anden.example", "ns2.anden.example", "ns3.anden.example"];
        var world = new DkRegistryFixture(seed: seed => seed
            .Hosts(DkRegistryFixture.Two, servers)
            .Domain("betjent.dk", DkRegistryFixture.Checked, servers[..2]));

        world.Update("betjent.dk", request => request with { NameServers = new NameServerChange([], [servers[2]]) }, DkRegistryFixture.UserTwo).Code.Should().Be(1000);

        world.Drain().Should().ContainSingle().Which.Text.Should().Be(
            "Name servers has been changed for betjent.dk, from ns1.anden.example, ns2.anden.example to ns1.anden.example, ns2.anden.example, ns3.anden.example");
        world.Drain(DkRegistryFixture.UserTwo).Should().BeEmpty();
    }

    [Theory]
    [InlineData(false, "primary", "IP100-DK@eksempel.dk")]
    [InlineData(true, "secondary", "anden@eksempel.dk")]
    public void Bounced_mail_is_reported_for_primary_and_secondary_address(bool secondary, string kind, string address)
    {
        var world = new DkRegistryFixture(seed: seed => seed.Contact(
            DkRegistryFixture.Checked, "Ida Prøve", contact => contact with { Sponsor = DkRegistryFixture.One, SecondaryEmail = "anden@eksempel.dk" }));

        world.Registry.ReportBouncedEmail(DkRegistryFixture.Checked, "antispam", secondary);

        world.Drain().Should().ContainSingle().Which.Text.Should()
            .Be($"Email delivery (failed) antispam for the {kind} email, {address}, of IP100-DK. Please review and correct the email address.");
    }

    [Fact]
    public void LikeSandbox_completes_no_checks_and_reaches_no_name_servers()
    {
        var world = new DkRegistryFixture(DkRegistryOptions.LikeSandbox);
        var handle = Created(world, request => request);
        world.Create("nyt.dk", request => request with { Registrant = handle });
        world.Create("udenlandsk.dk", request => request with { Registrant = DkRegistryFixture.Foreign });
        world.Registry.Advance(TimeSpan.FromSeconds(5));

        world.Registry.Person(handle).Invoking(person => person.CompleteIdCheck()).Should().Throw<InvalidOperationException>().WithMessage("*sandbox*");
        world.Registry.FindDomain("nyt.dk")!.IsOnHold.Should().BeTrue();
        world.Registry.FindDomain("udenlandsk.dk")!.IsOnHold.Should().BeFalse("contacts abroad are exempt");
        world.Update(DkRegistryFixture.OwnDomain, request => request with { NameServers = new NameServerChange([], [DkRegistryFixture.Ns3]) })
            .Should().Match<EppClient.Dk.Testing.Results.DkResult>(result => result.Code == 2303 && result.Message == "Failed to query nameservers.");
    }

    private static string Created(DkRegistryFixture world, Func<ContactCreateRequest, ContactCreateRequest> change) =>
        ((EppClient.Dk.Testing.Results.CreatedView)world.CreateContact(change).Payload!).Name;

    private sealed class EmptyRegisters : IPublicRegisters
    {
        public bool Know(DkContactRecord contact) => false;
    }
}
