using EppClient.Dk;
using EppClient.Dk.Testing;
using EppClient.Dk.Testing.Policies;
using EppClient.Extensions;
using EppClient.Xml;

namespace EppClient.IntegrationTests.Registry.Handling;

public sealed class DesiredStateTests
{
    private static readonly SecDnsDsData One = Ds(1);
    private static readonly SecDnsDsData Two = Ds(2);
    private static readonly SecDnsDsData Three = Ds(3);

    [Fact(Timeout = 60_000)]
    public async Task Unchanged_state_sends_nothing()
    {
        await using var world = new RegistrarOperationFixture();
        var domain = await world.DomainAsync<DkRegistrarDomain>(RegistrarOperationFixture.Own);
        var sent = world.Client.Sent.Count;

        (await domain.SetNameServersAsync([RegistrarOperationFixture.Ns2, RegistrarOperationFixture.Ns1])).IsChange.Should().BeFalse();
        (await domain.SetDsRecordsAsync([])).IsChange.Should().BeFalse();
        (await domain.SetAutoRenewAsync(autoRenew: true)).Should().BeNull();

        world.Client.Sent.Should().HaveCount(sent);
    }

    [Fact(Timeout = 60_000)]
    public async Task Ds_records_are_set_with_one_command_each()
    {
        await using var world = new RegistrarOperationFixture();
        foreach (var wanted in new[] { [One, Two], [Two, Three], [Three, Three], [One], Array.Empty<SecDnsDsData>() })
        {
            var domain = await world.DomainAsync<DkRegistrarDomain>(RegistrarOperationFixture.Own);

            (await domain.SetDsRecordsAsync(wanted)).Responses.Should().ContainSingle();

            (await world.DomainAsync<DkRegistrarDomain>(RegistrarOperationFixture.Own)).DsRecords.Select(record => record.KeyTag).Should().BeEquivalentTo(wanted.Select(record => record.KeyTag).Distinct());
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Ds_records_are_added_after_the_name_server_change_that_removed_them()
    {
        await using var world = new RegistrarOperationFixture();
        await (await world.DomainAsync<DkRegistrarDomain>(RegistrarOperationFixture.Own)).SetDsRecordsAsync([One]);

        var change = await (await world.DomainAsync<DkRegistrarDomain>(RegistrarOperationFixture.Own)).SetNameServersAsync([RegistrarOperationFixture.Ns1, RegistrarOperationFixture.Ns3], [One, Two]);

        change.Responses.Should().HaveCount(2);
        (change.DsRefusal, change.DsRecordsToAdd.Count).Should().Be((null, 0));
        var domain = await world.DomainAsync<DkRegistrarDomain>(RegistrarOperationFixture.Own);
        domain.NameServers.Select(name => name.Ascii).Should().BeEquivalentTo(RegistrarOperationFixture.Ns1, RegistrarOperationFixture.Ns3);
        domain.DsRecords.Select(record => record.KeyTag).Should().BeEquivalentTo([1, 2]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Ds_records_are_compared_if_the_name_servers_are_unchanged()
    {
        await using var world = new RegistrarOperationFixture();
        await (await world.DomainAsync<DkRegistrarDomain>(RegistrarOperationFixture.Own)).SetDsRecordsAsync([One]);
        var domain = await world.DomainAsync<DkRegistrarDomain>(RegistrarOperationFixture.Own);

        (await domain.SetNameServersAsync([RegistrarOperationFixture.Ns1, RegistrarOperationFixture.Ns2], [One])).IsChange.Should().BeFalse();
        (await domain.SetNameServersAsync([RegistrarOperationFixture.Ns1, RegistrarOperationFixture.Ns2], [One, Two])).Responses.Should().ContainSingle();
    }

    [Fact(Timeout = 60_000)]
    public async Task Rejected_ds_records_report_the_completed_name_server_change()
    {
        await using var world = new RegistrarOperationFixture();
        var domain = await world.DomainAsync<DkRegistrarDomain>(RegistrarOperationFixture.Own);
        var broken = new SecDnsDsData(1, 13, 2, EppBinary.FromHex("ABCD"));

        var change = await domain.SetNameServersAsync([RegistrarOperationFixture.Ns1, RegistrarOperationFixture.Ns3], [broken]);

        change.DsRefusal!.Reason.Should().Be(DkRefusalReason.InvalidValue);
        change.DsRecordsToAdd.Should().ContainSingle();
        world.Dk.Registry.FindDomain(RegistrarOperationFixture.Own)!.NameServers.Should().Contain(EppDomainName.From(RegistrarOperationFixture.Ns3));
    }

    [Fact(Timeout = 60_000)]
    public async Task Ds_records_are_not_sent_while_the_name_server_change_is_pending()
    {
        await using var world = new RegistrarOperationFixture(builder => builder
            .Account("REG-100002")
            .Hosts("REG-100002", "ns1.andre.example", "ns2.andre.example")
            .Domain(RegistrarOperationFixture.Old, RegistrarOperationFixture.Kaj, ["ns1.andre.example", "ns2.andre.example"], domain => domain with { Administrator = RegistrarOperationFixture.Account }));
        var domain = await world.DomainAsync<DkRegistrantDomain>(RegistrarOperationFixture.Old);

        var change = await domain.AsAdmin!.SetNameServersAsync([RegistrarOperationFixture.Ns1, RegistrarOperationFixture.Ns2], [One]);

        change.Pending.Should().ContainSingle();
        change.DsRecordsToAdd.Should().Equal(One);
        world.Dk.Registry.Person(RegistrarOperationFixture.Kaj).Accept(RegistrarOperationFixture.Old);
        domain = await world.DomainAsync<DkRegistrantDomain>(RegistrarOperationFixture.Old);
        await domain.AsAdmin!.SetDsRecordsAsync(change.DsRecordsToAdd);
        (await world.DomainAsync<DkRegistrantDomain>(RegistrarOperationFixture.Old)).DsRecords.Should().ContainSingle();
    }

    [Fact(Timeout = 60_000)]
    public async Task Roles_are_set_with_one_command_each()
    {
        await using var world = new RegistrarOperationFixture(builder => builder
            .Domain(RegistrarOperationFixture.Old, RegistrarOperationFixture.Kaj, [RegistrarOperationFixture.Ns1, RegistrarOperationFixture.Ns2], domain => domain with { Administrator = RegistrarOperationFixture.Account, Billing = RegistrarOperationFixture.Account }));
        var admin = (await world.DomainAsync<DkRegistrantDomain>(RegistrarOperationFixture.Old)).AsAdmin!;

        (await admin.SetContactsAsync(RegistrarOperationFixture.Account, RegistrarOperationFixture.Account)).IsChange.Should().BeFalse();
        await FluentActions.Awaiting(() => admin.SetContactsAsync(admin: RegistrarOperationFixture.Kaj, payer: RegistrarOperationFixture.Kaj)).Should().NotThrowAsync();

        var record = world.Dk.Registry.FindDomain(RegistrarOperationFixture.Old)!;
        (record.Administrator, record.Billing).Should().Be((RegistrarOperationFixture.Kaj, RegistrarOperationFixture.Kaj));
    }

    [Fact(Timeout = 60_000)]
    public async Task Unresponsive_name_servers_have_their_own_reason()
    {
        await using var world = new RegistrarOperationFixture(options: new DkRegistryOptions { NameServerProbe = new Broken() });
        var domain = await world.DomainAsync<DkRegistrarDomain>(RegistrarOperationFixture.Own);

        var refused = await FluentActions.Awaiting(() => domain.SetNameServersAsync([RegistrarOperationFixture.Ns1, RegistrarOperationFixture.Ns3])).Should().ThrowAsync<DkRefusedException>();

        refused.Which.Refusal.Reason.Should().Be(DkRefusalReason.NameServerSetup);
    }

    private static SecDnsDsData Ds(ushort keyTag) => new(keyTag, 13, 2, EppBinary.FromHex(new string('A', 64)));

    private sealed class Broken : INameServerProbe
    {
        public string Diagnose(EppDomainName domain, IReadOnlyList<EppDomainName> nameServers) => "SOA Serial mismatch between responses.";
    }
}
