using EppClient.Dk.Testing;
using EppClient.Dk.Testing.Policies;
using EppClient.Dk.Testing.Requests;
using EppClient.Dk.Testing.Results;

namespace EppClient.IntegrationTests.Registry;

public sealed class DomainUpdateTests
{
    private static readonly DkDsRecord Ds = new(12345, 13, 2, new string('a', 64));

    [Fact]
    public void Name_server_change_removes_ds_records_and_tokens()
    {
        var world = new DkRegistryFixture();
        world.Update(DkRegistryFixture.OwnDomain, request => request with { Ds = new DsChange(false, [], [Ds]) }).ShouldSucceed();
        world.Update(DkRegistryFixture.OwnDomain, request => request with { Password = "autotransfer" }).ShouldSucceed();
        world.Own.Tokens.Should().ContainSingle().Which.Value.Should().MatchRegex("^REG-TRANSFER-[0-9a-f]{32}$");

        Replace(world, DkRegistryFixture.OwnDomain, [DkRegistryFixture.Ns2], [DkRegistryFixture.Ns3]).ShouldSucceed();

        world.Own.NameServers.Select(name => name.Ascii).Should().Equal(DkRegistryFixture.Ns1, DkRegistryFixture.Ns3);
        world.Own.DsRecords.Should().BeEmpty();
        world.Own.Tokens.Should().BeEmpty();
    }

    [Fact]
    public void Name_server_change_is_rejected_with_the_text_of_the_violated_rule()
    {
        var world = new DkRegistryFixture();

        Replace(world, DkRegistryFixture.OwnDomain, [DkRegistryFixture.Ns1], []).ShouldBe(2308, "Too few hosts.");
        Replace(world, DkRegistryFixture.OwnDomain, [DkRegistryFixture.Ns3], []).ShouldBe(2303, "Host / domain relation not found");
        Replace(world, DkRegistryFixture.OwnDomain, ["ns9.navneserver.example"], []).ShouldBe(2303, "Host not found: ns9.navneserver.example");
        Replace(world, DkRegistryFixture.OwnDomain, [], [DkRegistryFixture.Ns1]).ShouldBe(2302, "Host / domain relation already exists");
        Replace(world, DkRegistryFixture.OwnDomain, [], ["ns9.navneserver.example"]).ShouldBe(2004, "Invalid or inactive nameserver: ns9.navneserver.example");
        Replace(world, DkRegistryFixture.OwnDomain, [], [DkRegistryFixture.Ns3], DkRegistryFixture.UserTwo)
            .ShouldBe(2004, "No privilege. You are not NSA for all nameservers (old and new)");
        world.Update("ukendt.dk", request => request).ShouldBe(2303, "Domain does not exist");
    }

    [Fact]
    public void Name_servers_are_queried_before_the_domain_is_delegated()
    {
        var world = new DkRegistryFixture(new DkRegistryOptions { NameServerProbe = new BrokenServers() });

        Replace(world, DkRegistryFixture.OwnDomain, [], [DkRegistryFixture.Ns3]).ShouldBe(2303, "SOA Serial mismatch between responses.");
    }

    [Fact]
    public void Update_is_not_applied_if_a_part_fails()
    {
        var world = new DkRegistryFixture();

        world.Update(DkRegistryFixture.OwnDomain, request => request with
        {
            NameServers = new NameServerChange([], [DkRegistryFixture.Ns3]),
            Password = "no such keyword",
            AutoRenew = false,
            Ds = new DsChange(false, [], [Ds with { Digest = "abcd" }]),
        }).ShouldBe(2004, "Bad digest length");

        world.Own.NameServers.Should().HaveCount(2);
        world.Own.AutoRenew.Should().BeTrue();
    }

    [Fact]
    public void Ds_records_are_added_and_removed_by_the_rules()
    {
        var world = new DkRegistryFixture();

        Sign(world, new DsChange(true, [], [])).ShouldBe(2303, "No DS records for domain");
        Sign(world, new DsChange(false, [], [Ds])).ShouldSucceed();
        Sign(world, new DsChange(false, [], [Ds])).ShouldBe(2302, "DS set already exists");
        Sign(world, new DsChange(false, [Ds with { KeyTag = 1 }], [])).ShouldBe(2303, "DS set not found");
        Sign(world, new DsChange(true, [Ds], [])).ShouldBe(2306, "Remove \"all\" and specific keys not allowed in same operation.");
        Sign(world, new DsChange(true, [], [Ds with { KeyTag = 2 }])).ShouldSucceed();
        world.Own.DsRecords.Should().Equal(Ds with { KeyTag = 2 });
    }

    [Fact]
    public void Change_to_a_checked_registrant_applies_at_once()
    {
        var world = new DkRegistryFixture();
        world.Update(DkRegistryFixture.OwnDomain, request => request with { Password = "autotransfer" }).ShouldSucceed();

        ChangeRegistrant(world, DkRegistryFixture.Foreign).ShouldSucceed();

        world.Own.Registrant.Should().Be(DkRegistryFixture.Foreign);
        world.Own.Tokens.Should().BeEmpty();
        world.Registry.FindAccount(DkRegistryFixture.One)!.Balance.Should().Be(975m);
    }

    [Theory]
    [InlineData(true, "The registrant has been changed to {0} for eksempel.dk")]
    [InlineData(false, "The registrant has not been changed to {0} for eksempel.dk, as the mandatory ID and/or data check was rejected")]
    public void Change_to_an_unchecked_registrant_is_pending(bool passes, string text)
    {
        var world = new DkRegistryFixture();
        var handle = ((CreatedView)world.CreateContact(request => request).Payload!).Name;
        world.Drain();

        ChangeRegistrant(world, handle).ShouldBe(1001, "Command completed. Pending registrant accept");
        world.Own.Registrant.Should().Be(DkRegistryFixture.Checked);
        world.Info(DkRegistryFixture.OwnDomain).Statuses.Should().Contain("pendingUpdate");

        if (passes)
        {
            world.Registry.Person(handle).CompleteIdCheck();
        }
        else
        {
            world.Registry.Person(handle).FailIdCheck();
        }

        var outcome = world.Drain().Single(message => message.Payload is PendingActionView);
        outcome.Text.Should().Be(string.Format(System.Globalization.CultureInfo.InvariantCulture, text, handle));
        outcome.Payload.As<PendingActionView>().Succeeded.Should().Be(passes);
        world.Own.Registrant.Should().Be(passes ? handle : DkRegistryFixture.Checked);
        world.Own.IsPendingUpdate.Should().BeFalse();
    }

    [Fact]
    public void Registrant_change_is_cancelled_if_the_check_expires()
    {
        var world = new DkRegistryFixture();
        var handle = ((CreatedView)world.CreateContact(request => request).Payload!).Name;
        ChangeRegistrant(world, handle);

        world.Registry.Advance(TimeSpan.FromDays(31));

        world.Drain().Select(message => message.Text).Should().Contain(
            $"The registrant has not been changed to {handle} for eksempel.dk, as the mandatory ID and/or data check was not completed in time");
    }

    [Fact]
    public void Registrant_change_is_rejected_with_the_text_of_the_violated_rule()
    {
        var world = new DkRegistryFixture();

        world.Update(DkRegistryFixture.OwnDomain, request => request with { Registrant = DkRegistryFixture.Foreign }).Code.Should().Be(2003);
        world.Update(DkRegistryFixture.OwnDomain, request => request with { Registrant = DkRegistryFixture.Foreign, AutoRenew = true })
            .ShouldBe(2306, "Change of registrant cannot be combined with other changes");
        ChangeRegistrant(world, DkRegistryFixture.One).ShouldBe(2304, "Bad userid. User is in a registrar group");
        ChangeRegistrant(world, DkRegistryFixture.RegistrantManaged).ShouldBe(2201, "The given handle/user ID cannot be used as registrant");
        ChangeRegistrant(world, DkRegistryFixture.Foreign, DkRegistryFixture.UserTwo).ShouldBe(2201, "No privilege. You are not authorized to change registrant");
    }

    [Fact]
    public void Registrar_managed_domain_does_not_accept_contacts()
    {
        var world = new DkRegistryFixture();

        world.Update(DkRegistryFixture.OwnDomain, request => request with { Roles = [new RoleChange("billing", DkRegistryFixture.One, true)] })
            .ShouldBe(2306, "Specifying contacts for registrar managed domains is not allowed");
        world.Update(DkRegistryFixture.OldDomain, request => request with { Roles = [new RoleChange("billing", DkRegistryFixture.One, true)] }).ShouldSucceed();
        world.Old.Billing.Should().Be(DkRegistryFixture.One);
    }

    [Fact]
    public void New_admin_and_registrant_have_to_consent()
    {
        var world = new DkRegistryFixture(seed: builder => builder.Contact("AD1-DK", "Anna Due")
            .Domain("betjent.dk", DkRegistryFixture.RegistrantManaged, [DkRegistryFixture.Ns1, DkRegistryFixture.Ns2], domain => domain with { Administrator = DkRegistryFixture.One }));
        world.Update("betjent.dk", request => request with { Roles = [new RoleChange("admin", "AD1-DK", true)] }).Code.Should().Be(1001);

        world.Registry.Person(DkRegistryFixture.RegistrantManaged).Accept("betjent.dk");
        var afterRegistrant = world.Registry.FindDomain("betjent.dk")!;
        world.Registry.Person("AD1-DK").Accept("betjent.dk");

        (afterRegistrant.Administrator, afterRegistrant.IsPendingUpdate).Should().Be((DkRegistryFixture.One, true));
        world.Registry.FindDomain("betjent.dk")!.Should().BeEquivalentTo(new { Administrator = "AD1-DK", IsPendingUpdate = false });
    }

    [Theory]
    [InlineData(false, 1001)]
    [InlineData(true, 1000)]
    public void Name_server_change_by_their_manager_needs_consent_unless_the_quirk_is_set(bool atOnce, int code)
    {
        var world = new DkRegistryFixture(new DkRegistryOptions { Quirks = new DkQuirks { ManagersChangeNameServersAtOnce = atOnce } });

        world.Update(DkRegistryFixture.OldDomain, request => request with { NameServers = new NameServerChange([DkRegistryFixture.Ns2], [DkRegistryFixture.Ns3]) }).Code.Should().Be(code);
    }

    [Fact]
    public void Any_registrar_can_remove_the_payer()
    {
        var world = new DkRegistryFixture(seed: builder => builder
            .Domain("betjent.dk", DkRegistryFixture.RegistrantManaged, [DkRegistryFixture.Ns1, DkRegistryFixture.Ns2], domain => domain with { Billing = DkRegistryFixture.Two }));

        world.Update("betjent.dk", request => request with { Roles = [new RoleChange("billing", DkRegistryFixture.Two, false)] }).ShouldSucceed();

        world.Registry.FindDomain("betjent.dk")!.Billing.Should().Be(DkRegistryFixture.RegistrantManaged);
    }

    [Fact]
    public void Registrant_has_to_consent_under_registrant_management()
    {
        var world = new DkRegistryFixture(seed: builder => builder
            .Hosts(DkRegistryFixture.Two, "ns1.andre.example", "ns2.andre.example")
            .Domain(DkRegistryFixture.OldDomain, DkRegistryFixture.RegistrantManaged, ["ns1.andre.example", "ns2.andre.example"], domain =>
                domain with { Administrator = DkRegistryFixture.One }));

        Replace(world, DkRegistryFixture.OldDomain, ["ns1.andre.example", "ns2.andre.example"], [DkRegistryFixture.Ns1, DkRegistryFixture.Ns2])
            .ShouldBe(1001, "Command completed. Pending registrant approval");
        world.Info(DkRegistryFixture.OldDomain).Statuses.Should().Contain("pendingUpdate");
        world.Registry.Person(DkRegistryFixture.RegistrantManaged).Accept(DkRegistryFixture.OldDomain);

        world.Old.NameServers.Select(name => name.Ascii).Should().Equal(DkRegistryFixture.Ns1, DkRegistryFixture.Ns2);
        world.Old.IsPendingUpdate.Should().BeFalse();
        world.Drain().Should().ContainSingle(message => message.Text ==
            "Name servers has been changed for gammel.dk, from ns1.andre.example, ns2.andre.example to ns1.navneserver.example, ns2.navneserver.example");
    }

    [Fact]
    public void Token_is_created_by_keyword_visible_to_its_creator_and_removable()
    {
        var world = new DkRegistryFixture();

        world.Update(DkRegistryFixture.OwnDomain, request => request with { Password = "autotransfer" }).ShouldSucceed();
        world.Info(DkRegistryFixture.OwnDomain).Tokens.Should().ContainSingle().Which.Expires.Should().Be(world.Now.AddDays(14));
        world.Info(DkRegistryFixture.OwnDomain, DkRegistryFixture.UserTwo).Tokens.Should().BeEmpty();
        world.Update(DkRegistryFixture.OwnDomain, request => request with { RemovesPassword = true }).ShouldSucceed();
        world.Own.Tokens.Should().BeEmpty();

        world.Update(DkRegistryFixture.OwnDomain, request => request with { Password = "hemmelig" }).ShouldBe(2001, "Command syntax error");
        world.Update(DkRegistryFixture.OwnDomain, request => request with { Password = "autotransfer", RemovesPassword = true }).ShouldBe(2002, "Command use error");
        world.Update(DkRegistryFixture.OwnDomain, request => request with { Password = string.Empty }).ShouldBe(2003, "Value required for authinfo.pw");
    }

    [Fact]
    public void Update_without_changes_is_accepted() => new DkRegistryFixture().Update(DkRegistryFixture.OwnDomain, request => request).ShouldSucceed();

    private static DkResult Replace(
        DkRegistryFixture world, string domain, IReadOnlyList<string> remove, IReadOnlyList<string> add, string user = DkRegistryFixture.UserOne) =>
        world.Update(domain, request => request with { NameServers = new NameServerChange(remove, add) }, user);

    private static DkResult Sign(DkRegistryFixture world, DsChange change) =>
        world.Update(DkRegistryFixture.OwnDomain, request => request with { Ds = change });

    private static DkResult ChangeRegistrant(DkRegistryFixture world, string handle, string user = DkRegistryFixture.UserOne) =>
        world.Update(DkRegistryFixture.OwnDomain, request => request with { Registrant = handle, OrderConfirmationToken = world.AcceptanceToken }, user);

    private sealed class BrokenServers : INameServerProbe
    {
        public string? Diagnose(EppDomainName domain, IReadOnlyList<EppDomainName> nameServers) => "SOA Serial mismatch between responses.";
    }
}
