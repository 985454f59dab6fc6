using EppClient.Dk;
using EppClient.Extensions.SecDns;
using EppClient.Testing.Dk;
using EppClient.Testing.Dk.Policies;
using EppClient.Xml;

namespace EppClient.IntegrationTests.Registry.Handling;

public sealed class DesiredStateTests
{
    private static readonly SecDnsDsData One = Ds(1);
    private static readonly SecDnsDsData Two = Ds(2);
    private static readonly SecDnsDsData Three = Ds(3);

    [Fact(Timeout = 60_000)]
    public async Task What_is_as_wanted_sends_nothing()
    {
        await using var world = new DutyWorld();
        var domain = await world.DomainAsync<DkRegistrarDomain>(DutyWorld.Own);
        var sent = world.Client.Sent.Count;

        (await domain.SetNameServersAsync([DutyWorld.Ns2, DutyWorld.Ns1])).IsChange.Should().BeFalse();
        (await domain.SetDsRecordsAsync([])).IsChange.Should().BeFalse();
        (await domain.SetAutoRenewAsync(autoRenew: true)).Should().BeNull();

        world.Client.Sent.Should().HaveCount(sent);
    }

    [Fact(Timeout = 60_000)]
    public async Task Ds_records_come_to_what_is_wanted_by_one_command_each()
    {
        await using var world = new DutyWorld();
        foreach (var wanted in new[] { [One, Two], [Two, Three], [Three, Three], [One], Array.Empty<SecDnsDsData>() })
        {
            var domain = await world.DomainAsync<DkRegistrarDomain>(DutyWorld.Own);

            (await domain.SetDsRecordsAsync(wanted)).Answers.Should().ContainSingle();

            (await world.DomainAsync<DkRegistrarDomain>(DutyWorld.Own)).DsRecords.Select(record => record.KeyTag).Should().BeEquivalentTo(wanted.Select(record => record.KeyTag).Distinct());
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Ds_records_are_added_after_the_name_servers_that_dropped_them()
    {
        await using var world = new DutyWorld();
        await (await world.DomainAsync<DkRegistrarDomain>(DutyWorld.Own)).SetDsRecordsAsync([One]);

        var change = await (await world.DomainAsync<DkRegistrarDomain>(DutyWorld.Own)).SetNameServersAsync([DutyWorld.Ns1, DutyWorld.Ns3], [One, Two]);

        change.Answers.Should().HaveCount(2);
        (change.DsRefusal, change.DsRecordsToAdd.Count).Should().Be((null, 0));
        var domain = await world.DomainAsync<DkRegistrarDomain>(DutyWorld.Own);
        domain.NameServers.Select(name => name.Ascii).Should().BeEquivalentTo(DutyWorld.Ns1, DutyWorld.Ns3);
        domain.DsRecords.Select(record => record.KeyTag).Should().BeEquivalentTo([1, 2]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Ds_records_wanted_with_the_same_name_servers_are_compared_with_those_that_stay()
    {
        await using var world = new DutyWorld();
        await (await world.DomainAsync<DkRegistrarDomain>(DutyWorld.Own)).SetDsRecordsAsync([One]);
        var domain = await world.DomainAsync<DkRegistrarDomain>(DutyWorld.Own);

        (await domain.SetNameServersAsync([DutyWorld.Ns1, DutyWorld.Ns2], [One])).IsChange.Should().BeFalse();
        (await domain.SetNameServersAsync([DutyWorld.Ns1, DutyWorld.Ns2], [One, Two])).Answers.Should().ContainSingle();
    }

    [Fact(Timeout = 60_000)]
    public async Task Refused_ds_records_do_not_hide_that_the_name_servers_have_changed()
    {
        await using var world = new DutyWorld();
        var domain = await world.DomainAsync<DkRegistrarDomain>(DutyWorld.Own);
        var broken = new SecDnsDsData(1, 13, 2, EppBinary.FromHex("ABCD"));

        var change = await domain.SetNameServersAsync([DutyWorld.Ns1, DutyWorld.Ns3], [broken]);

        change.DsRefusal!.Reason.Should().Be(DkRefusalReason.InvalidValue);
        change.DsRecordsToAdd.Should().ContainSingle();
        world.Dk.Registry.FindDomain(DutyWorld.Own)!.NameServers.Should().Contain(DkDomainName.From(DutyWorld.Ns3));
    }

    [Fact(Timeout = 60_000)]
    public async Task Ds_records_wait_where_the_registrant_is_asked_about_the_name_servers()
    {
        await using var world = new DutyWorld(builder => builder
            .Account("REG-100002")
            .Hosts("REG-100002", "ns1.andre.example", "ns2.andre.example")
            .Domain(DutyWorld.Old, DutyWorld.Kaj, ["ns1.andre.example", "ns2.andre.example"], domain => domain with { Administrator = DutyWorld.Account }));
        var domain = await world.DomainAsync<DkRegistrantDomain>(DutyWorld.Old);

        var change = await domain.AsAdmin!.SetNameServersAsync([DutyWorld.Ns1, DutyWorld.Ns2], [One]);

        change.Pending.Should().ContainSingle();
        change.DsRecordsToAdd.Should().Equal(One);
        world.Dk.Registry.Person(DutyWorld.Kaj).Accept(DutyWorld.Old);
        domain = await world.DomainAsync<DkRegistrantDomain>(DutyWorld.Old);
        await domain.AsAdmin!.SetDsRecordsAsync(change.DsRecordsToAdd);
        (await world.DomainAsync<DkRegistrantDomain>(DutyWorld.Old)).DsRecords.Should().ContainSingle();
    }

    [Fact(Timeout = 60_000)]
    public async Task Roles_come_to_what_is_wanted_by_one_command_each()
    {
        await using var world = new DutyWorld(builder => builder
            .Domain(DutyWorld.Old, DutyWorld.Kaj, [DutyWorld.Ns1, DutyWorld.Ns2], domain => domain with { Administrator = DutyWorld.Account, Billing = DutyWorld.Account }));
        var admin = (await world.DomainAsync<DkRegistrantDomain>(DutyWorld.Old)).AsAdmin!;

        (await admin.SetContactsAsync(DutyWorld.Account, DutyWorld.Account)).IsChange.Should().BeFalse();
        await FluentActions.Awaiting(() => admin.SetContactsAsync(admin: DutyWorld.Kaj, payer: DutyWorld.Kaj)).Should().NotThrowAsync();

        var record = world.Dk.Registry.FindDomain(DutyWorld.Old)!;
        (record.Administrator, record.Billing).Should().Be((DutyWorld.Kaj, DutyWorld.Kaj));
    }

    [Fact(Timeout = 60_000)]
    public async Task Name_servers_that_do_not_answer_have_a_reason_of_their_own()
    {
        await using var world = new DutyWorld(options: new DkRegistryOptions { NameServerProbe = new Broken() });
        var domain = await world.DomainAsync<DkRegistrarDomain>(DutyWorld.Own);

        var refused = await FluentActions.Awaiting(() => domain.SetNameServersAsync([DutyWorld.Ns1, DutyWorld.Ns3])).Should().ThrowAsync<DkRefusedException>();

        refused.Which.Refusal.Reason.Should().Be(DkRefusalReason.NameServerSetup);
    }

    private static SecDnsDsData Ds(ushort keyTag) => new(keyTag, 13, 2, EppBinary.FromHex(new string('A', 64)));

    private sealed class Broken : INameServerProbe
    {
        public string Diagnose(DkDomainName domain, IReadOnlyList<DkDomainName> nameServers) => "SOA Serial mismatch between responses.";
    }
}
