using EppClient.Dk.Testing;
using EppClient.Dk.Testing.Commands;
using EppClient.Dk.Testing.Requests;
using EppClient.Dk.Testing.Results;

namespace EppClient.IntegrationTests.Registry;

public sealed class DomainLifeTests
{
    private static readonly DateOnly Expiry = new(2027, 11, 30);

    [Fact]
    public void Renewal_is_possible_from_two_months_before_expiry()
    {
        var world = new DkRegistryFixture();
        Renew(world, Expiry).ShouldBe(2105, "Domain is not in a state where it can be renewed");
        world.Info(DkRegistryFixture.OwnDomain).Statuses.Should().Equal("serverRenewProhibited");

        world.Registry.AdvanceTo(new DateTimeOffset(2027, 10, 1, 0, 0, 0, TimeSpan.Zero));

        world.Info(DkRegistryFixture.OwnDomain).Statuses.Should().Equal("ok");
        Renew(world, Expiry).ShouldSucceed();
        world.Own.Expires.Should().Be(new DateTimeOffset(2028, 11, 30, 22, 59, 59, TimeSpan.Zero));
        world.Registry.FindAccount(DkRegistryFixture.One)!.Balance.Should().Be(950m);
        world.Drain().Should().BeEmpty();
    }

    [Fact]
    public void Renewal_checks_authorization_date_and_period()
    {
        var world = new DkRegistryFixture();

        Renew(world, Expiry, name: "ukendt.dk").ShouldBe(2303, "Domain not found");
        Renew(world, Expiry, user: DkRegistryFixture.UserTwo).ShouldBe(2201, "You do not have the privilege required to renew this domain");
        Renew(world, Expiry, name: DkRegistryFixture.OldDomain).ShouldBe(2201, "You do not have the privilege required to renew this domain");
        Renew(world, new DateOnly(2027, 11, 29)).ShouldBe(2306, "Given curExpDate 2027-11-29 does not match current expire date: 2027-11-30");
        Renew(world, Expiry, years: 2).ShouldBe(2005, "Invalid period 2. Must be within range");
    }

    [Fact]
    public void New_period_may_not_end_more_than_fourteen_months_ahead()
    {
        var world = new DkRegistryFixture(seed: builder => builder.Domain("sen.dk", DkRegistryFixture.Checked, [DkRegistryFixture.Ns1, DkRegistryFixture.Ns2], domain =>
            domain with { Expires = new DateTimeOffset(2027, 1, 10, 22, 59, 59, TimeSpan.Zero) }));

        Renew(world, new DateOnly(2027, 1, 10), name: "sen.dk").ShouldBe(2306, "New expire date 2028-01-31 exceeds max 2028-01-23");
    }

    [Fact]
    public void Domain_renews_automatically_regardless_of_the_balance()
    {
        var world = new DkRegistryFixture(seed: builder => builder.Account(DkRegistryFixture.One, balance: 0m));

        world.Registry.AdvanceTo(new DateTimeOffset(2028, 12, 1, 0, 0, 0, TimeSpan.Zero));

        world.Own.Expires.Should().Be(new DateTimeOffset(2029, 11, 30, 22, 59, 59, TimeSpan.Zero));
        world.Registry.FindAccount(DkRegistryFixture.One)!.Balance.Should().Be(-100m);
    }

    [Fact]
    public void Domain_without_renewal_is_suspended_and_then_deleted()
    {
        var world = new DkRegistryFixture();
        world.Update(DkRegistryFixture.OwnDomain, request => request with { AutoRenew = false }).ShouldSucceed();

        world.Registry.AdvanceTo(new DateTimeOffset(2027, 12, 1, 0, 0, 0, TimeSpan.Zero));

        var view = world.Info(DkRegistryFixture.OwnDomain);
        view.Statuses.Should().Contain(["pendingDelete", "redemptionPeriod", "serverHold"]);
        view.Domain.Deletion!.Date.Should().Be(new DateTimeOffset(2027, 12, 30, 23, 0, 0, TimeSpan.Zero));

        world.Registry.AdvanceTo(view.Domain.Deletion.Date);

        world.Registry.FindDomain(DkRegistryFixture.OwnDomain).Should().BeNull();
        var messages = world.Drain();
        messages.Select(message => message.Text).Should().Equal("eksempel.dk has been suspended, as the domain was set to auto expire", "eksempel.dk has been deleted");
        messages.Should().AllSatisfy(message => message.Payload.Should().BeOfType<DomainView>());
    }

    [Fact]
    public void Delete_suspends_for_30_days_and_ends_with_a_message()
    {
        var world = new DkRegistryFixture();

        world.Delete(DkRegistryFixture.OwnDomain).ShouldBe(1001, "Command completed successfully; action pending");
        world.Delete(DkRegistryFixture.OwnDomain).ShouldBe(2304, "Domain delete already pending.");
        world.Own.Deletion!.Date.Should().Be(new DateTimeOffset(2026, 12, 22, 23, 0, 0, TimeSpan.Zero));
        world.Own.AutoRenew.Should().BeTrue("it is on in the registry's examples of suspended domains");

        world.Registry.Advance(TimeSpan.FromDays(30));

        var messages = world.Drain();
        messages.Select(message => message.Text).Should().Equal("eksempel.dk has been suspended, as the domain was cancelled", "eksempel.dk has been deleted");
        messages[1].Payload.As<PendingActionView>().Initiator.ClientTransactionId.Should().Be("test-1");
    }

    [Fact]
    public void Restore_charges_the_fee_and_adds_a_year()
    {
        var world = new DkRegistryFixture();
        world.Restore(DkRegistryFixture.OwnDomain).ShouldBe(2201, "No privilege. You are not authorized to restore domain");
        world.Delete(DkRegistryFixture.OwnDomain);
        world.Registry.Advance(TimeSpan.FromDays(10));

        world.Restore(DkRegistryFixture.OwnDomain, DkRegistryFixture.UserTwo).Code.Should().Be(2201);
        world.Restore(DkRegistryFixture.OwnDomain).ShouldSucceed();

        world.Own.Deletion.Should().BeNull();
        world.Own.Expires.Should().Be(new DateTimeOffset(2028, 11, 30, 22, 59, 59, TimeSpan.Zero), "the paid term is kept and a year is added");
        world.Registry.FindAccount(DkRegistryFixture.One)!.Balance.Should().Be(850m);
        world.Drain().Should().ContainSingle(message => message.Text == "eksempel.dk has been restored, extended and cancellation stopped");
        world.Registry.Advance(TimeSpan.FromDays(30));
        world.Own.Should().NotBeNull("the previous deletion date no longer applies");
    }

    [Theory]
    [InlineData(false, 2028, 850)]
    [InlineData(true, 2027, 900)]
    public void Restore_never_shortens_the_paid_term(bool addsNoYear, int year, int balance)
    {
        var world = new DkRegistryFixture(new DkRegistryOptions { Quirks = new DkQuirks { RestoreAddsNoYear = addsNoYear } });
        world.Delete(DkRegistryFixture.OwnDomain);

        world.Restore(DkRegistryFixture.OwnDomain).ShouldSucceed();

        (world.Own.Expires, world.Registry.FindAccount(DkRegistryFixture.One)!.Balance).Should().Be((new DateTimeOffset(year, 11, 30, 22, 59, 59, TimeSpan.Zero), balance));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Restore_of_an_expired_domain_charges_the_next_year(bool addsNoYear)
    {
        var world = new DkRegistryFixture(new DkRegistryOptions { Quirks = new DkQuirks { RestoreAddsNoYear = addsNoYear } });
        world.Update(DkRegistryFixture.OwnDomain, request => request with { AutoRenew = false }).ShouldSucceed();
        world.Registry.AdvanceTo(new DateTimeOffset(2027, 12, 10, 0, 0, 0, TimeSpan.Zero));

        world.Restore(DkRegistryFixture.OwnDomain).ShouldSucceed();

        world.Own.Should().BeEquivalentTo(new { Expires = new DateTimeOffset(2028, 11, 30, 22, 59, 59, TimeSpan.Zero), AutoRenew = false });
        world.Registry.FindAccount(DkRegistryFixture.One)!.Balance.Should().Be(850m);
    }

    [Fact]
    public void Delete_is_prohibited_for_cancelled_but_not_for_expired_domains()
    {
        var world = new DkRegistryFixture(seed: builder => builder.Domain("slettet.dk", DkRegistryFixture.Checked, [DkRegistryFixture.Ns1, DkRegistryFixture.Ns2]));
        world.Update(DkRegistryFixture.OwnDomain, request => request with { AutoRenew = false }).ShouldSucceed();
        world.Registry.AdvanceTo(new DateTimeOffset(2027, 12, 1, 0, 0, 0, TimeSpan.Zero));
        world.Delete("slettet.dk").Code.Should().Be(1001);

        world.Info(DkRegistryFixture.OwnDomain).Statuses.Should().NotContain("serverDeleteProhibited");
        world.Info("slettet.dk").Statuses.Should().Contain("serverDeleteProhibited");
        world.Info("slettet.dk").Domain.AutoRenew.Should().BeTrue();
    }

    [Fact]
    public void Registrar_is_refused_operations_reserved_to_the_registrant()
    {
        var world = new DkRegistryFixture();

        world.Delete(DkRegistryFixture.OldDomain).Code.Should().Be(2201);
        world.Update(DkRegistryFixture.OldDomain, request => request with { AutoRenew = false })
            .ShouldBe(2201, "No privilege. You are not authorized to change auto_renew");
        world.Update(DkRegistryFixture.OldDomain, request => request with { Password = "autotransfer" })
            .ShouldBe(2201, "No privilege. You are not authorized to set authinfo");
        world.Restore(DkRegistryFixture.OldDomain).Code.Should().Be(2201);
    }

    [Fact]
    public void Domain_whose_hosts_serve_other_domains_cannot_be_deleted()
    {
        var world = new DkRegistryFixture();
        world.CreateHost("ns1.eksempel.dk", addresses: ["193.163.102.1"]).Code.Should().Be(1000);
        world.Create("nyt.dk", request => request with { NameServers = ["ns1.eksempel.dk", DkRegistryFixture.Ns2] });
        world.Registry.Advance(TimeSpan.FromSeconds(2));

        world.Delete(DkRegistryFixture.OwnDomain).Code.Should().Be(2305);
        world.Info(DkRegistryFixture.OwnDomain).Statuses.Should().Contain("serverDeleteProhibited");
    }

    private static DkResult Renew(
        DkRegistryFixture world, DateOnly expiry, string name = DkRegistryFixture.OwnDomain, string user = DkRegistryFixture.UserOne, int? years = null) =>
        world.Send(call => DomainRenewHandler.Handle(call, new DomainRenewRequest(name, expiry, years)), user);
}
