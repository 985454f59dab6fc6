using EppClient.Commands;
using EppClient.Dk;
using EppClient.Extensions;
using EppClient.Xml;

namespace EppClient.IntegrationTests.Conformance;

/// <summary>The lifecycle of a domain, and rejected commands.</summary>
public sealed class DomainTests
{
    private const string Name = "ny-2026.dk";
    private const string GoodDigest = "49FD46E6C4B45C55D4AC49FD46E6C4B45C55D4AC49FD46E6C4B45C55D4AC0000";

    [Fact(Timeout = RstFixture.Timeout)]
    [Trait("RST", "epp-14")]
    public async Task Domain_is_registered_as_requested()
    {
        await using var world = new RstFixture();
        await world.RegisterAsync(Name);

        var info = (await world.One.SendAsync(new DomainInfo(Name))).Data;

        info.Name.Should().Be(Name);
        info.Roid.Should().EndWith("-DK");
        info.SponsoringClientId.Should().Be(RstFixture.AccountOne);
        info.Registrant.Should().Be(RstFixture.Registrant);
        info.NameServers!.HostObjects.Should().BeEquivalentTo(RstFixture.Ns1, RstFixture.Ns2);
        info.CreatedDate.Should().NotBeNull();
        info.ExpiryDate.Should().BeAfter(info.CreatedDate!.Value);
    }

    [Theory(Timeout = RstFixture.Timeout)]
    [InlineData("name", "-streg.dk")]
    [InlineData("name", "navn.findes-ikke")]
    [InlineData("period", "11")]
    [InlineData("period", "0")]
    [InlineData("registrant", "ZZ999-DK")]
    [InlineData("registrant", RstFixture.RegistrantOfTwo)]
    [InlineData("registrant", "")]
    [InlineData("ns", "<o:hostObj>ns1.findes-ikke.example</o:hostObj><o:hostObj>ns2.findes-ikke.example</o:hostObj>")]
    [InlineData("ns", "<o:hostAttr><o:hostName>ns1.navneserver.example</o:hostName></o:hostAttr>")]
    [InlineData("keyTag", "65536")]
    [InlineData("alg", "255")]
    [InlineData("digestType", "99")]
    [InlineData("digest", "49FD")]
    [InlineData("digest", "none")]
    [Trait("RST", "epp-14")]
    public async Task Invalid_domain_is_rejected(string field, string value)
    {
        await using var world = new RstFixture();

        (await CreateAsync(world, field, value)).Should().BeInRange(2001, 2307);
        world.Dk.Registry.FindDomain(Name).Should().BeNull();
        (await CreateAsync(world, field: "", value: "")).Should().Be(1001, "all other fields are valid");
    }

    [Fact(Timeout = RstFixture.Timeout)]
    [Trait("RST", "epp-16")]
    public async Task Domain_change_is_stored()
    {
        await using var world = new RstFixture();
        var record = new SecDnsDsData { KeyTag = 12345, Algorithm = 13, DigestType = 2, Digest = EppBinary.FromHex(GoodDigest) };

        (await RstFixture.CodeOf(world.One, DkDomain.ReplaceNameServers(RstFixture.Registered, remove: [RstFixture.Ns2], add: [RstFixture.Ns3]))).Should().Be(1000);
        (await RstFixture.CodeOf(world.One, DkDomain.AddDsRecords(RstFixture.Registered, record))).Should().Be(1000);
        var info = await world.One.SendAsync(new DomainInfo(RstFixture.Registered));
        info.Data.NameServers!.HostObjects.Should().BeEquivalentTo(RstFixture.Ns1, RstFixture.Ns3);
        info.Extension<SecDnsInfoResult>()!.DsData.Should().ContainSingle().Which.Should().BeEquivalentTo(record);

        (await RstFixture.CodeOf(world.One, DkDomain.RemoveDsRecords(RstFixture.Registered))).Should().Be(1000);
        (await world.One.SendAsync(new DomainInfo(RstFixture.Registered))).Extension<SecDnsInfoResult>().Should().BeNull();
    }

    [Fact(Timeout = RstFixture.Timeout)]
    [Trait("RST", "epp-16")]
    public async Task Change_of_another_registrars_domain_and_host_attributes_are_rejected()
    {
        await using var world = new RstFixture();

        (await RstFixture.CodeOf(world.Two, DkDomain.SetAutoRenew(RstFixture.Registered, autoRenew: false))).Should().Be(2201);
        (await RstFixture.CodeOf(world.One, RstFixture.Raw(
            "update", "domain", $"<o:name>{RstFixture.Registered}</o:name><o:add><o:ns><o:hostAttr><o:hostName>{RstFixture.Ns3}</o:hostName></o:hostAttr></o:ns></o:add>"))).Should().BeInRange(2001, 2306);
        world.Dk.Registry.FindDomain(RstFixture.Registered)!.NameServers.Should().HaveCount(2);
    }

    [Fact(Timeout = RstFixture.Timeout)]
    [Trait("RST", "epp-18")]
    public async Task Renewal_adds_one_year()
    {
        await using var world = new RstFixture();
        world.Dk.Registry.AdvanceTo(world.Dk.Registry.FindDomain(RstFixture.Registered)!.Expires!.Value.AddDays(-20));
        var before = (await world.One.SendAsync(new DomainInfo(RstFixture.Registered))).Data.ExpiryDate!.Value;

        (await RstFixture.CodeOf(world.One, RstFixture.Raw("renew", "domain", $"<o:name>{RstFixture.Registered}</o:name><o:curExpDate>{before:yyyy-MM-dd}</o:curExpDate><o:period unit='y'>11</o:period>"))).Should().BeOneOf(2004, 2005);
        (await RstFixture.CodeOf(world.One, DkDomain.Renew(RstFixture.Registered, before))).Should().Be(1000);
        (await RstFixture.CodeOf(world.One, DkDomain.Renew(RstFixture.Registered, before))).Should().Be(2306, "the expiry date has changed");

        var after = (await world.One.SendAsync(new DomainInfo(RstFixture.Registered))).Data.ExpiryDate!.Value;
        (after - before).Should().BeGreaterThan(TimeSpan.FromDays(364)).And.BeLessThan(TimeSpan.FromDays(367));
    }

    [Fact(Timeout = RstFixture.Timeout)]
    [Trait("RST", "epp-19")]
    public async Task Transfer_requires_the_token_and_consumes_it()
    {
        await using var world = new RstFixture();
        await world.One.SendAsync(DkDomain.CreateTransferToken(RstFixture.Registered));
        var token = (await world.One.SendAsync(new DomainInfo(RstFixture.Registered))).Extension<DkDomainInfoResult>()!.TransferToken!.Token;

        (await RstFixture.CodeOf(world.Two, DkDomain.Transfer(RstFixture.Registered, "REG-0-NOGETANDET"))).Should().Be(2202);
        (await RstFixture.CodeOf(world.Two, DkDomain.Transfer(RstFixture.Registered, token))).Should().Be(1000);

        (await world.Two.SendAsync(new DomainInfo(RstFixture.Registered))).Data.SponsoringClientId.Should().Be(RstFixture.AccountTwo);
        world.Dk.Registry.FindDomain(RstFixture.Registered)!.Tokens.Should().BeEmpty();
        (await RstFixture.CodeOf(world.One, DkDomain.Transfer(RstFixture.Registered, token))).Should().Be(2202);
    }

    [Fact(Timeout = RstFixture.Timeout)]
    [Trait("RST", "epp-21")]
    public async Task Deleted_domain_is_pending_deletion_and_then_does_not_exist()
    {
        await using var world = new RstFixture();

        (await RstFixture.CodeOf(world.One, new DomainDelete(RstFixture.Registered))).Should().BeOneOf(1000, 1001);
        (await world.One.SendAsync(new DomainInfo(RstFixture.Registered))).Data.Statuses.Should().Contain(status => status.Status == DomainStatusValue.PendingDelete);
        world.Dk.Registry.Advance(TimeSpan.FromDays(31));

        (await RstFixture.CodeOf(world.One, new DomainInfo(RstFixture.Registered))).Should().Be(2303);
    }

    [Fact(Timeout = RstFixture.Timeout)]
    [Trait("RST", "epp-22")]
    public async Task Restored_domain_is_not_pending_deletion()
    {
        await using var world = new RstFixture();
        var now = world.Dk.Clock.GetUtcNow();
        await world.One.SendAsync(new DomainDelete(RstFixture.Registered));

        (await RstFixture.CodeOf(world.One, DkDomain.Restore(RstFixture.Registered, now, now))).Should().Be(1000);

        (await world.One.SendAsync(new DomainInfo(RstFixture.Registered))).Data.Statuses.Should().NotContain(status => status.Status == DomainStatusValue.PendingDelete);
    }

    /// <summary>Applies for a domain with the given value in one field.</summary>
    private static Task<int> CreateAsync(RstFixture world, string field, string value)
    {
        var registrant = Of("registrant", RstFixture.Registrant);
        return RstFixture.CodeOf(world.One, RstFixture.Raw(
            "create",
            "domain",
            $"""
            <o:name>{Of("name", Name)}</o:name><o:period unit="y">{Of("period", "1")}</o:period>
            <o:ns>{Of("ns", $"<o:hostObj>{RstFixture.Ns1}</o:hostObj><o:hostObj>{RstFixture.Ns2}</o:hostObj>")}</o:ns>
            {(registrant.Length == 0 ? "" : $"<o:registrant>{registrant}</o:registrant>")}<o:authInfo><o:pw/></o:authInfo>
            """,
            $"""
            <extension>
            <s:create xmlns:s="urn:ietf:params:xml:ns:secDNS-1.1"><s:dsData><s:keyTag>{Of("keyTag", "12345")}</s:keyTag><s:alg>{Of("alg", "13")}</s:alg>
            <s:digestType>{Of("digestType", "2")}</s:digestType><s:digest>{Of("digest", GoodDigest)}</s:digest></s:dsData></s:create>
            <k:orderconfirmationToken xmlns:k="urn:dkhm:params:xml:ns:dkhm-4.5">{world.Dk.Clock.GetUtcNow().ToUnixTimeSeconds()}</k:orderconfirmationToken>
            </extension>
            """));

        string Of(string name, string good) => name == field ? value : good;
    }
}
