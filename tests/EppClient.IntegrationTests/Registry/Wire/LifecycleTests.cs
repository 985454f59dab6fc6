using EppClient.Dk.Testing;

namespace EppClient.IntegrationTests.Registry.Wire;

/// <summary>Lifecycles of domains with raw messages: each command uses data of the previous responses.</summary>
public sealed class LifecycleTests
{
    private const string NewContact = """
        <create><c:create xmlns:c="urn:ietf:params:xml:ns:contact-1.0"><c:id>force</c:id>
        <c:postalInfo type="loc"><c:name>Bo Nielsen</c:name><c:addr><c:street>Testvej 1</c:street><c:city>Aarhus C</c:city><c:pc>8000</c:pc><c:cc>DK</c:cc></c:addr></c:postalInfo>
        <c:voice>+45.20202020</c:voice><c:email>bo@eksempel.dk</c:email><c:authInfo><c:pw/></c:authInfo></c:create></create>
        """;

    [Fact(Timeout = 30_000)]
    public async Task Domain_application_is_registered_and_read()
    {
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.LoginAsync(registry);

        var contact = await client.SendAsync(RawMessages.Command(NewContact, RawMessages.Dkhm("userType", "\n  individual  ") + RawMessages.Dkhm(
            "contact_verification", "<k:verified_id>true</k:verified_id><k:verified_email>true</k:verified_email>")));
        (contact.Code, contact.Message).Should().Be((1000, "Contact created."));

        var created = await Create(client, registry, "smørrebrød.dk", contact.Value("id")!);
        (created.Code, created.Message).Should().Be((1001, "Create domain pending for smørrebrød.dk"));
        created.Elements("resData").Should().BeEmpty();
        created.Value("registrant_validated").Should().Be("1");
        created.Value("svTRID").Should().EndWith("-" + created.Value("trackingNo"));

        registry.Registry.Advance(TimeSpan.FromSeconds(5));
        var message = await client.SendAsync(RawMessages.Command("<poll op='req'/>"));
        (message.Code, message.Values("msg")[1]).Should().Be((1301, "smørrebrød.dk has been registered and activated"));
        message.Element("panData").Elements().First().Attribute("paResult")!.Value.Should().BeOneOf("1", "true");
        message.Element("paTRID").Value.Should().Be("ABC-1" + created.Value("svTRID"));
        message.Value("risk_assessment").Should().Be("BLUE");
        var id = message.Element("msgQ").Attribute("id")!.Value;
        (await client.SendAsync(RawMessages.Command($"<poll op='ack' msgID='{id}'/>"))).Elements("msgQ").Should().BeEmpty();

        var info = await client.SendAsync(RawMessages.DomainInfo("SMØRREBRØD.dk"));
        info.Value("roid").Should().Be("SMØRREBRØD_DK-DK");
        info.Value("clID").Should().Be(DkRegistryFixture.One);
        info.Value("exDate").Should().StartWith("2027-11-30T22:59:59");
        info.Value("registrant").Should().Be(contact.Value("id"));
        (await client.SendAsync(RawMessages.Command("<info><b:info xmlns:b='http://www.verisign.com/epp/balance-1.0'/></info>"))).Value("balance").Should().Be("950.00");
    }

    [Fact(Timeout = 30_000)]
    public async Task Domain_is_signed_redelegated_and_transferred_with_a_token()
    {
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.LoginAsync(registry);
        const string Ds = """
            <s:update xmlns:s="urn:ietf:params:xml:ns:secDNS-1.1"><s:add><s:dsData><s:keyTag>12345</s:keyTag><s:alg>13</s:alg><s:digestType>2</s:digestType>
            <s:digest>00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF</s:digest></s:dsData></s:add></s:update>
            """;

        (await client.SendAsync(Update("", Ds))).Code.Should().Be(1000);
        (await client.SendAsync(RawMessages.DomainInfo("eksempel.dk"))).Value("digest").Should().BeEquivalentTo("00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF");
        (await client.SendAsync(Update($"<d:add><d:ns><d:hostObj>{DkRegistryFixture.Ns3}</d:hostObj></d:ns></d:add>"))).Code.Should().Be(1000);
        (await client.SendAsync(RawMessages.DomainInfo("eksempel.dk"))).Elements("dsData").Should().BeEmpty();
        (await client.SendAsync(Update("<d:chg><d:authInfo><d:pw>autotransfer</d:pw></d:authInfo></d:chg>"))).Code.Should().Be(1000);
        var authInfo = (await client.SendAsync(RawMessages.DomainInfo("eksempel.dk"))).Element("authInfo");
        authInfo.Attribute("op")!.Value.Should().Be("transfer");

        await using var gaining = await RawClient.LoginAsync(registry, DkRegistryFixture.UserTwo, DkRegistryFixture.Password);
        var transfer = await gaining.SendAsync(Transfer("eksempel.dk", authInfo.Value));
        (transfer.Code, transfer.Value("trStatus")).Should().Be((1000, "clientApproved"));
        (transfer.Value("reID"), transfer.Value("acID")).Should().Be((DkRegistryFixture.Two, DkRegistryFixture.One));
        (await gaining.SendAsync(RawMessages.Command("<poll op='req'/>"))).Value("trStatus").Should().Be("clientApproved");
        (await client.SendAsync(RawMessages.Command("<poll op='req'/>"))).Values("msg")[1].Should().Be("eksempel.dk has been removed from your portfolio");
    }

    [Fact(Timeout = 30_000)]
    public async Task Domain_is_deleted_and_restored_with_a_report()
    {
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.LoginAsync(registry);
        const string Report = """
            <r:update xmlns:r="urn:ietf:params:xml:ns:rgp-1.0"><r:restore op="report"><r:report><r:preData/><r:postData/>
            <r:delTime>1900-01-01T00:00:00.0Z</r:delTime><r:resTime>1900-01-01T00:00:00.0Z</r:resTime><r:resReason/><r:statement/></r:report></r:restore></r:update>
            """;

        (await client.SendAsync(RawMessages.Domain("delete", "<d:name>eksempel.dk</d:name>"))).Code.Should().Be(1001);
        registry.Registry.Advance(TimeSpan.FromDays(3));
        (await client.SendAsync(Update("<d:chg/>", Report))).Code.Should().Be(1000);

        (await client.SendAsync(RawMessages.DomainInfo("eksempel.dk"))).Statuses.Should().Equal("serverRenewProhibited");
        var suspended = await client.SendAsync(RawMessages.Command("<poll op='req'/>"));
        suspended.Values("msg")[1].Should().Be("eksempel.dk has been suspended, as the domain was cancelled");
        await client.SendAsync(RawMessages.Command($"<poll op='ack' msgID='{suspended.Element("msgQ").Attribute("id")!.Value}'/>"));
        (await client.SendAsync(RawMessages.Command("<poll op='req'/>"))).Values("msg")[1]
            .Should().Be("eksempel.dk has been restored, extended and cancellation stopped");
    }

    [Fact(Timeout = 30_000)]
    public async Task Registrant_managed_domain_rejects_commands_until_it_is_transferred()
    {
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.LoginAsync(registry);

        (await client.SendAsync(RawMessages.Domain("delete", "<d:name>gammel.dk</d:name>"))).Code.Should().Be(2201);
        (await client.SendAsync(RawMessages.Domain("renew", "<d:name>gammel.dk</d:name><d:curExpDate>2027-11-30</d:curExpDate>"))).Message
            .Should().Be("You do not have the privilege required to renew this domain");
        var token = registry.Registry.Person(DkRegistryFixture.RegistrantManaged).CreateTransferToken("gammel.dk");
        (await client.SendAsync(Transfer("gammel.dk", token))).Value("acID").Should().Be(DkHandle.Registry);

        var info = await client.SendAsync(RawMessages.DomainInfo("gammel.dk"));
        info.Value("clID").Should().Be(DkRegistryFixture.One);
        info.Value("registrant").Should().NotBe(DkRegistryFixture.RegistrantManaged);
    }

    [Fact(Timeout = 30_000)]
    public async Task New_email_is_shown_as_pending_until_it_is_confirmed()
    {
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.LoginAsync(registry);
        const string Info = "<info><c:info xmlns:c='urn:ietf:params:xml:ns:contact-1.0'><c:id>IP100-DK</c:id></c:info></info>";

        var update = await client.SendAsync(RawMessages.Command("""
            <update><c:update xmlns:c="urn:ietf:params:xml:ns:contact-1.0"><c:id>IP100-DK</c:id><c:chg><c:email>ny@eksempel.dk</c:email>
            <c:authInfo><c:pw/></c:authInfo></c:chg></c:update></update>
            """));
        (update.Code, update.Message).Should().Be((1001, "Command completed. Pending e-mail-address verification."));
        var waiting = (await client.SendAsync(RawMessages.Command(Info))).Element("confirm_email");
        (waiting.Value, waiting.Attribute("status")!.Value).Should().Be(("ny@eksempel.dk", "pending"));
        var message = await client.SendAsync(RawMessages.Command("<poll op='req'/>"));
        message.Value("confirm_email").Should().Be("ny@eksempel.dk");
        registry.Registry.Person(DkRegistryFixture.Checked).ConfirmEmail();

        var confirmed = await client.SendAsync(RawMessages.Command(Info));
        confirmed.Value("email").Should().Be("ny@eksempel.dk");
        confirmed.Elements("confirm_email").Should().BeEmpty();
    }

    [Fact(Timeout = 30_000)]
    public async Task Host_is_created_changed_and_deleted()
    {
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.LoginAsync(registry);

        (await client.SendAsync(Host("create", "<h:addr>193.163.102.9</h:addr><h:addr ip='v6'>2a01:630:0:40::9</h:addr>"))).Value("name").Should().Be("ns1.eksempel.dk");
        (await client.SendAsync(Host("update", "<h:rem><h:addr>193.163.102.9</h:addr></h:rem>"))).Code.Should().Be(1000);
        var info = await client.SendAsync(Host("info", string.Empty));
        info.Values("addr").Should().Equal("2a01:630:0:40::9");
        info.Value("roid").Should().Be("NS1_EKSEMPEL_DK-DK");
        info.Statuses.Should().Equal("ok");
        (await client.SendAsync(Host("delete", string.Empty))).Code.Should().Be(1000);
        (await client.SendAsync(Host("info", string.Empty))).Code.Should().Be(2303);
    }

    private static Task<RawReply> Create(RawClient client, DkTestRegistry registry, string name, string registrant) => client.SendAsync(RawMessages.Domain(
        "create",
        $"<d:name>{name}</d:name><d:period unit='y'>1</d:period><d:ns><d:hostObj>{DkRegistryFixture.Ns1}</d:hostObj><d:hostObj>{DkRegistryFixture.Ns2}</d:hostObj></d:ns>"
            + $"<d:registrant>{registrant}</d:registrant><d:authInfo><d:pw/></d:authInfo>",
        RawMessages.Dkhm("orderconfirmationToken", $"{registry.Clock.GetUtcNow().ToUnixTimeSeconds()}")));

    private static string Update(string body, string? extension = null) => RawMessages.Domain("update", "<d:name>eksempel.dk</d:name>" + body, extension);

    private static string Transfer(string name, string token) => RawMessages.Command(
        $"<transfer op='request'><d:transfer xmlns:d='urn:ietf:params:xml:ns:domain-1.0'><d:name>{name}</d:name><d:authInfo><d:pw>{token}</d:pw></d:authInfo></d:transfer></transfer>");

    private static string Host(string verb, string body) =>
        RawMessages.Command($"<{verb}><h:{verb} xmlns:h='urn:ietf:params:xml:ns:host-1.0'><h:name>ns1.eksempel.dk</h:name>{body}</h:{verb}></{verb}>");
}
