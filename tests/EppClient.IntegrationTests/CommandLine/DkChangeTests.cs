using EppClient.Dk.Testing;
using EppClient.TestSupport.Consoles;

namespace EppClient.IntegrationTests.CommandLine;

/// <summary>Changes at .dk: DS records, tokens, automatic renewal, parts of an address, and what info shows of them.</summary>
public sealed class DkChangeTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    private const string First = "12345 13 2 E2D3C916F6DEEAC73294E8268FB5885044A833FC5459588F4A9184CFC41A5766";
    private const string Second = "54321 13 2 AAD3C916F6DEEAC73294E8268FB5885044A833FC5459588F4A9184CFC41A57AA";

    private DkRegistry Registry => registry.Registry.Registry;

    [Fact(Timeout = 120_000)]
    public async Task Ds_records_are_added_replaced_shown_and_removed()
    {
        await RunAsync("update", "domain", RegistryFixture.Domain, "--add-ds", First);
        (await RunAsync("info", "domain", RegistryFixture.Domain)).Output.Should().MatchRegex($@"ds +{First[..10]}").And.Contain(First[11..40]);

        await RunAsync("update", "domain", RegistryFixture.Domain, "--set-ds", Second);
        (await RunAsync("update", "domain", RegistryFixture.Domain, "--set-ds", Second)).Output.Should().Contain("nothing was sent");
        var record = (await RunAsync("info", "domain", RegistryFixture.Domain, "--json")).Documents.Single().GetProperty("ds").EnumerateArray().Should().ContainSingle().Subject;
        record.GetProperty("keyTag").GetInt32().Should().Be(54321);
        record.GetProperty("digest").GetString().Should().StartWith("AAD3C9");

        await RunAsync("update", "domain", RegistryFixture.Domain, "--rem-all-ds");
        (await RunAsync("info", "domain", RegistryFixture.Domain, "--json")).Documents.Single().TryGetProperty("ds", out _).Should().BeFalse();
    }

    [Fact(Timeout = 120_000)]
    public async Task Automatic_renewal_is_switched_and_shown()
    {
        await RunAsync("update", "domain", RegistryFixture.Domain, "--auto-renew", "off");
        (await RunAsync("info", "domain", RegistryFixture.Domain, "--json")).Documents.Single().GetProperty("autoRenew").GetBoolean().Should().BeFalse();
        await RunAsync("update", "domain", RegistryFixture.Domain, "--auto-renew", "on");
        (await RunAsync("info", "domain", RegistryFixture.Domain, "--json")).Documents.Single().GetProperty("autoRenew").GetBoolean().Should().BeTrue();
    }

    [Fact(Timeout = 120_000)]
    public async Task Token_is_shown_by_its_own_verb_only()
    {
        var created = (await RunAsync("token", "create", RegistryFixture.Domain, "--json")).Documents.Single();
        var token = created.GetProperty("token").GetString()!;
        created.TryGetProperty("tokenExpires", out _).Should().BeTrue();

        (await RunAsync("token", "show", RegistryFixture.Domain)).Output.Should().Contain(token);
        (await RunAsync("info", "domain", RegistryFixture.Domain)).Output.Should().MatchRegex("tokens +transfer").And.NotContain(token);

        await RunAsync("token", "remove", RegistryFixture.Domain);
        (await RunAsync("token", "show", RegistryFixture.Domain)).Output.Should().Contain("shows no token");
    }

    [Fact(Timeout = 120_000)]
    public async Task Part_of_an_address_keeps_the_others()
    {
        var before = Registry.FindContact(RegistryFixture.Contact)!.Address;

        await RunAsync("update", "contact", RegistryFixture.Contact, "--street", "Nyvej 2");

        var after = Registry.FindContact(RegistryFixture.Contact)!.Address;
        after.Street.Should().Equal("Nyvej 2");
        (after.City, after.PostalCode, after.CountryCode).Should().Be((before.City, before.PostalCode, before.CountryCode));
    }

    [Fact(Timeout = 120_000)]
    public async Task Ipv6_address_of_a_host_reaches_the_registry()
    {
        await RunAsync("create", "host", "ns6.example.com", "--addr", "2001:67c:28a4::1");

        Registry.FindHost("ns6.example.com")!.Addresses.Should().ContainSingle();
    }

    [Fact(Timeout = 120_000)]
    public async Task Decision_on_an_application_is_shown()
    {
        await RunAsync("create", "domain", "beslutning.dk", "--registrant", RegistryFixture.Contact, "--ns", RegistryFixture.Host, "--ns", "ns2.example.com", "--terms-accepted", Now);
        Registry.RunPendingJobs();
        Registry.Advance(TimeSpan.FromMinutes(1));

        var message = (await RunAsync("poll", "--json")).Documents[0];

        message.GetProperty("event").GetString().Should().Be("DkApplicationDecided");
        message.GetProperty("decision").GetString().Should().Be("Activated");
        message.GetProperty("subject").GetString().Should().Be("beslutning.dk");
        message.GetProperty("succeeded").GetBoolean().Should().BeTrue();
    }

    [Fact(Timeout = 120_000)]
    public async Task Balance_has_a_currency() => (await RunAsync("balance", "--json")).Documents.Single().GetProperty("currency").GetString().Should().Be("DKK");

    [Fact(Timeout = 120_000)]
    public async Task Rejection_has_the_transaction_ids_and_reasons_in_json()
    {
        var outcome = await registry.RunAsync("info", "domain", "findes-ikke.dk", "--json");

        var document = outcome.Documents.Should().ContainSingle().Subject;
        document.GetProperty("svTRID").GetString().Should().NotBeNullOrEmpty();
        document.GetProperty("clTRID").GetString().Should().NotBeNullOrEmpty();
    }

    private string Now => registry.Registry.Clock.GetUtcNow().ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<Outcome> RunAsync(params string[] args)
    {
        var outcome = await registry.RunAsync(args);
        outcome.ExitCode.Should().Be(0, outcome.ToString());
        return outcome;
    }
}
