using EppClient.Commands;
using EppClient.Dk;

namespace EppClient.IntegrationTests.Conformance;

/// <summary>Hosts: names, addresses, and which registrar can change them or create them below a domain.</summary>
public sealed class HostTests
{
    private const string Internal = "ns1." + RstFixture.Registered;
    private static readonly HostAddress V4 = new() { Value = "8.8.8.8" };
    private static readonly HostAddress V6 = new() { Value = "2001:4860:4860::8888", Version = HostIpVersion.V6 };

    [Theory(Timeout = RstFixture.Timeout)]
    [InlineData(Internal)]
    [InlineData("ns9.navneserver.example")]
    [Trait("RST", "epp-11")]
    public async Task Host_is_stored_as_sent(string name)
    {
        await using var world = new RstFixture();

        (await RstFixture.CodeOf(world.One, new HostCreate { Name = name, Addresses = [V4, V6] })).Should().Be(1000);
        var info = (await world.One.SendAsync(new HostInfo(name))).Data;

        info.Name.Should().Be(name);
        info.Addresses.Select(address => (address.Value, address.Version == HostIpVersion.V6)).Should().BeEquivalentTo([(V4.Value, false), (V6.Value, true)]);
        info.SponsoringClientId.Should().Be(RstFixture.AccountOne);
    }

    [Theory(Timeout = RstFixture.Timeout)]
    [InlineData("-ns9.navneserver.example", "8.8.8.8", "v4")]
    [InlineData("ns_9.navneserver.example", "8.8.8.8", "v4")]
    [InlineData("ns9.navneserver.example", "8.8.8.256", "v4")]
    [InlineData("ns9.navneserver.example", "192.168.1.1", "v4")]
    [InlineData("ns9.navneserver.example", "8.8.8.8", "v6")]
    [InlineData("ns9.navneserver.example", "fe80::1", "v6")]
    [InlineData("ns9.findes-ikke-2026.dk", "8.8.8.8", "v4")]
    [Trait("RST", "epp-11")]
    public async Task Invalid_host_is_rejected(string name, string address, string version)
    {
        await using var world = new RstFixture();

        (await CreateAsync(name, address, version)).Should().BeInRange(2001, 2306);
        world.Dk.Registry.FindHost(name).Should().BeNull();
        (await CreateAsync("ns9.navneserver.example", "8.8.8.8", "v4")).Should().Be(1000, "valid hosts are created");

        Task<int> CreateAsync(string name, string address, string version) =>
            RstFixture.CodeOf(world.One, RstFixture.Raw("create", "host", $"<o:name>{name}</o:name><o:addr ip='{version}'>{address}</o:addr>"));
    }

    [Fact(Timeout = RstFixture.Timeout)]
    [Trait("RST", "epp-12")]
    public async Task Host_of_another_registrar_cannot_be_changed()
    {
        await using var world = new RstFixture();

        (await RstFixture.CodeOf(world.Two, new HostUpdate { Name = RstFixture.Ns1, Add = new HostUpdateItems { Addresses = [V4] } })).Should().Be(2201);
        world.Dk.Registry.FindHost(RstFixture.Ns1)!.Addresses.Should().BeEmpty();
    }

    [Fact(Timeout = RstFixture.Timeout)]
    [Trait("RST", "epp-13")]
    public async Task Host_change_is_stored_and_an_invalid_one_rejected()
    {
        await using var world = new RstFixture();
        await world.One.SendAsync(new HostCreate { Name = Internal, Addresses = [V4] });

        (await RstFixture.CodeOf(world.One, new HostUpdate { Name = Internal, Add = new HostUpdateItems { Addresses = [V6] }, Remove = new HostUpdateItems { Addresses = [V4] } })).Should().Be(1000);
        (await RstFixture.CodeOf(world.One, new HostUpdate { Name = Internal, Add = new HostUpdateItems { Addresses = [new HostAddress { Value = "10.0.0.1" }] } })).Should().Be(2004);
        (await RstFixture.CodeOf(world.One, RstFixture.Raw("update", "host", $"<o:name>{Internal}</o:name><o:add><o:status s='none'/></o:add>"))).Should().Be(2001);

        (await world.One.SendAsync(new HostInfo(Internal))).Data.Addresses.Select(address => address.Value).Should().Equal(V6.Value);
    }

    [Fact(Timeout = RstFixture.Timeout)]
    [Trait("RST", "epp-15")]
    public async Task Host_in_use_cannot_be_deleted()
    {
        await using var world = new RstFixture();

        (await RstFixture.CodeOf(world.One, new HostDelete { Name = RstFixture.Ns1 })).Should().Be(2305);
        (await RstFixture.CodeOf(world.One, new HostInfo(RstFixture.Ns1))).Should().Be(1000);
    }

    [Fact(Timeout = RstFixture.Timeout)]
    [Trait("RST", "epp-24")]
    public async Task Deleted_host_does_not_exist()
    {
        await using var world = new RstFixture();

        (await RstFixture.CodeOf(world.One, new HostDelete { Name = RstFixture.Ns3 })).Should().Be(1000);
        (await RstFixture.CodeOf(world.One, new HostInfo(RstFixture.Ns3))).Should().Be(2303);
    }

    [Theory(Timeout = RstFixture.Timeout)]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("RST", "epp-25")]
    [Trait("RST", "epp-26")]
    [Trait("RST", "epp-27")]
    public async Task Host_below_a_domain_of_another_registrar_is_rejected(bool withAddress)
    {
        await using var world = new RstFixture();

        (await RstFixture.CodeOf(world.Two, new HostCreate { Name = Internal, Addresses = withAddress ? [V4] : [] })).Should().Be(2201);
        world.Dk.Registry.FindHost(Internal).Should().BeNull();
    }

    [Fact(Timeout = RstFixture.Timeout)]
    [Trait("RST", "epp-27")]
    public async Task Delegation_to_a_host_below_the_domain_requires_an_address()
    {
        await using var world = new RstFixture();

        (await RstFixture.CodeOf(world.One, new HostCreate { Name = Internal })).Should().Be(2003);
        (await RstFixture.CodeOf(world.One, DkDomain.ReplaceNameServers(RstFixture.Registered, remove: [RstFixture.Ns2], add: [Internal]))).Should().BeInRange(2001, 2306);
        (await world.One.SendAsync(new DomainInfo(RstFixture.Registered))).Data.NameServers!.HostObjects.Should().NotContain(Internal);
    }
}
