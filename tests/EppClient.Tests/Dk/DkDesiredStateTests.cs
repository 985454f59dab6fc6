using EppClient.Commands;
using EppClient.Dk;

namespace EppClient.Tests.Dk;

public class DkDesiredStateTests
{
    private const string Registrant = "KH100-DK";

    [Fact]
    public void SetNameServers_sends_the_difference_in_one_command()
    {
        var command = DkDesiredState.SetNameServers(Domain() with { NameServers = Hosts("ns1.example.com", "ns2.example.com") }, ["ns3.example.com", "ns1.example.com"]);

        Wire.Write(command!).Should().Be(
            "<domain:update><domain:name>eksempel.dk</domain:name>"
            + "<domain:add><domain:ns><domain:hostObj>ns3.example.com</domain:hostObj></domain:ns></domain:add>"
            + "<domain:rem><domain:ns><domain:hostObj>ns2.example.com</domain:hostObj></domain:ns></domain:rem></domain:update>");
    }

    [Fact]
    public void SetNameServers_sends_nothing_if_only_order_and_form_differ() =>
        DkDesiredState.SetNameServers(Domain() with { NameServers = Hosts("ns1.æøå.dk", "ns2.example.com") }, ["NS2.example.com", "ns1.XN--5CAB8C.dk"])
            .Should().BeNull();

    [Fact]
    public void SetNameServers_sends_no_host_twice()
    {
        var command = DkDesiredState.SetNameServers(Domain(), ["ns1.example.com", "NS1.example.com", "ns2.example.com"]);

        command!.Add!.NameServers!.HostObjects.Should().Equal("ns1.example.com", "ns2.example.com");
        command.Remove.Should().BeNull();
    }

    [Fact]
    public void SetContacts_creates_one_command_for_each_changed_role()
    {
        var commands = DkDesiredState.SetContacts(Domain("AD1-DK", "REG-100001"), admin: "AD2-DK", billing: "REG-100002");

        commands.Select(command => Wire.Write(command)).Should().Equal(
            Roles("<domain:contact type=\"admin\">AD2-DK</domain:contact>", "<domain:contact type=\"admin\">AD1-DK</domain:contact>"),
            Roles("<domain:contact type=\"billing\">REG-100002</domain:contact>", "<domain:contact type=\"billing\">REG-100001</domain:contact>"));
    }

    [Fact]
    public void SetContacts_treats_the_registrant_as_no_contact()
    {
        DkDesiredState.SetContacts(Domain("AD1-DK", Registrant), admin: Registrant).Should().ContainSingle()
            .Which.Should().Match<DomainUpdate>(command => command.Add == null && command.Remove!.Contacts[0].Id == "AD1-DK");
        DkDesiredState.SetContacts(Domain("AD1-DK", Registrant), billing: "REG-100001").Should().ContainSingle()
            .Which.Should().Match<DomainUpdate>(command => command.Remove == null && command.Add!.Contacts[0].Id == "REG-100001");
    }

    [Fact]
    public void SetContacts_sends_nothing_if_the_roles_are_unchanged() =>
        DkDesiredState.SetContacts(Domain("AD1-DK", Registrant), admin: "ad1-dk", billing: Registrant).Should().BeEmpty();

    [Fact]
    public void SetContacts_requires_registrant_management()
    {
        var set = () => DkDesiredState.SetContacts(Domain() with { SponsoringClientId = "REG-100001" }, admin: "AD1-DK");

        set.Should().Throw<ArgumentException>().WithMessage("*the registrar is both by itself*");
    }

    [Fact]
    public void SetAddresses_compares_addresses_and_not_their_form()
    {
        HostInfoResult host = new()
        {
            Name = "ns1.eksempel.dk",
            Roid = "NS1_EKSEMPEL_DK-DK",
            Statuses = [],
            SponsoringClientId = "REG-100001",
            CreatingClientId = "REG-100001",
            CreatedDate = DateTimeOffset.UnixEpoch,
            Addresses = ["193.163.102.1", new HostAddress { Version = HostIpVersion.V6, Value = "2a01:630:0:40::1" }],
        };

        DkDesiredState.SetAddresses(host, [new HostAddress { Version = HostIpVersion.V6, Value = "2a01:0630:0:40:0:0:0:1" }, "193.163.102.1"]).Should().BeNull();
        var change = DkDesiredState.SetAddresses(host, ["193.163.102.2", "193.163.102.1"]);
        change!.Add!.Addresses.Should().ContainSingle().Which.Value.Should().Be("193.163.102.2");
        change.Remove!.Addresses.Should().ContainSingle().Which.Value.Should().Be("2a01:630:0:40::1");
    }

    private static string Roles(string add, string remove) =>
        $"<domain:update><domain:name>eksempel.dk</domain:name><domain:add>{add}</domain:add><domain:rem>{remove}</domain:rem></domain:update>";

    private static DomainNameServers Hosts(params string[] names) => DomainNameServers.FromHostObjects(names);

    private static DomainInfoResult Domain(string? admin = null, string? billing = null) => new()
    {
        Name = "eksempel.dk",
        Roid = "EKSEMPEL_DK-DK",
        SponsoringClientId = DkHandling.RegistryHandle,
        Registrant = Registrant,
        Contacts = admin is null ? [] : [new DomainContact { Id = admin, Role = DomainContactRole.Administrative }, new DomainContact { Id = billing!, Role = DomainContactRole.Billing }],
    };
}
