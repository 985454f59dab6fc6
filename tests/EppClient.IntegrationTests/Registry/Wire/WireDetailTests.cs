using System.Text.RegularExpressions;
using EppClient.Dk.Testing;

namespace EppClient.IntegrationTests.Registry.Wire;

/// <summary>Details of what the embedded registry sends, as the registry's documents show them.</summary>
public sealed partial class WireDetailTests
{
    private const string Withdraw = """
        <epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><extension><command xmlns="urn:dkhm:params:xml:ns:dkhm-4.5">
        <withdraw><withdraw><name>eksempel.dk</name></withdraw></withdraw><clTRID>ABC-7</clTRID></command></extension></epp>
        """;

    [Fact(Timeout = 30_000)]
    public async Task Dates_have_one_fractional_digit()
    {
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.ConnectAsync(registry);
        var greeting = await client.ReceiveAsync();
        await client.SendAsync(RawMessages.Login("EPP-123", "1234-Test", RawMessages.Dkhm45));
        await client.SendAsync(RawMessages.Domain("delete", "<d:name>eksempel.dk</d:name>"));

        var info = await client.SendAsync(RawMessages.DomainInfo("eksempel.dk"));
        var message = await client.SendAsync(RawMessages.Command("<poll op='req'/>"));

        greeting.Value("svDate").Should().MatchRegex(Date);
        info.Value("crDate").Should().MatchRegex(Date);
        info.Element("domainAdvisory").Attribute("date")!.Value.Should().MatchRegex(Date);
        message.Value("qDate").Should().MatchRegex(Date);
        foreach (var reply in new[] { greeting, info, message })
        {
            DateWithoutFraction.Matches(reply.ToString()).Should().BeEmpty();
        }
    }

    [Fact(Timeout = 30_000)]
    public async Task Transaction_id_that_looks_like_a_date_is_echoed_unchanged()
    {
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.LoginAsync(registry);

        var reply = await client.SendAsync(RawMessages.DomainInfo("eksempel.dk").Replace("ABC-1", "2026-11-23T10:00:00Z", StringComparison.Ordinal));

        reply.Value("clTRID").Should().Be("2026-11-23T10:00:00Z");
    }

    [Fact(Timeout = 30_000)]
    public async Task Withdrawal_is_rejected_with_the_client_transaction_id()
    {
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.LoginAsync(registry);

        var reply = await client.SendAsync(Withdraw);

        (reply.Code, reply.Value("clTRID")).Should().Be((2101, "ABC-7"));
    }

    [Theory(Timeout = 30_000)]
    [InlineData("urn:dkhm:params:xml:ns:dkhm-4.3", 2103)]
    [InlineData("urn:dkhm:params:xml:ns:dkhm-4.4", 1000)]
    [InlineData("urn:ietf:params:xml:ns:secDNS-1.1", 1000)]
    public async Task Login_with_an_extension_that_is_not_offered_is_rejected(string extension, int code)
    {
        await using var registry = WireFixture.Start();
        await using var client = await RawClient.ConnectAsync(registry);
        await client.ReceiveAsync();

        (await client.SendAsync(RawMessages.Login("EPP-123", "1234-Test", extension))).Code.Should().Be(code);
    }

    [Fact(Timeout = 30_000)]
    public async Task Domain_that_cannot_be_restored_has_status_pendingDelete()
    {
        await using var registry = WireFixture.Start(seed: builder => builder.Contact("UK1-DK", "Uwe Klar", contact => contact with
        {
            Sponsor = DkRegistryFixture.One,
            Verification = new DkVerification { Id = DkCheck.Pending(DkRegistryFixture.Start.AddDays(30)), Email = DkCheck.Completed },
        }).Domain("uafklaret.dk", "UK1-DK", [DkRegistryFixture.Ns1, DkRegistryFixture.Ns2]));
        registry.Registry.Person("UK1-DK").FailIdCheck();
        await using var client = await RawClient.LoginAsync(registry);

        var info = await client.SendAsync(RawMessages.DomainInfo("uafklaret.dk"));

        info.Element("rgpStatus").Attribute("s")!.Value.Should().Be("pendingDelete");
        info.Statuses.Should().Contain("pendingDelete");
        info.Value("autoRenew")!.Trim().Should().Be("true");
    }

    [Fact(Timeout = 30_000)]
    public async Task Address_of_another_registrars_contact_is_masked()
    {
        await using var registry = WireFixture.Start();
        await using var outsider = await RawClient.LoginAsync(registry, DkRegistryFixture.UserTwo, DkRegistryFixture.Password);

        var info = await outsider.SendAsync(RawMessages.Command("<info><c:info xmlns:c='urn:ietf:params:xml:ns:contact-1.0'><c:id>IP100-DK</c:id></c:info></info>"));

        info.Value("email").Should().Be("anonymous@punktum.dk");
    }

    private static string Date => @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.0Z$";

    [GeneratedRegex(@"T\d\d:\d\d:\d\dZ")]
    private static partial Regex DateWithoutFraction { get; }
}
