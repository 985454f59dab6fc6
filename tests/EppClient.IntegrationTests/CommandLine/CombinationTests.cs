namespace EppClient.IntegrationTests.CommandLine;

/// <summary>Options that cannot be combined, or that a registry does not have, are refused; none is dropped.</summary>
public sealed class CombinationTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Theory(Timeout = 60_000)]
    [InlineData("--set-ns and --add-ns cannot be combined", "update", "domain", RegistryFixture.Domain, "--set-ns", "ns1.example.com", "--add-ns", "ns3.example.com")]
    [InlineData("--set-ds and --rem-all-ds cannot be combined", "update", "domain", RegistryFixture.Domain, "--set-ds", "1 13 2 AB", "--rem-all-ds")]
    [InlineData("one operation per command", "update", "domain", RegistryFixture.Domain, "--add-ns", "ns3.example.com", "--auto-renew", "off")]
    [InlineData("name servers, contacts or statuses and the registrant", "update", "domain", RegistryFixture.Domain, "--add-status", "clientHold", "--registrant", "KH1-DK", "--yes")]
    [InlineData("--terms-accepted belongs to --registrant", "update", "domain", RegistryFixture.Domain, "--terms-accepted", "2026-11-23T10:00Z")]
    [InlineData(".dk does not support --contact", "create", "domain", "nyt.dk", "--contact", "admin=AB1")]
    [InlineData(".dk does not support --new-name", "update", "host", RegistryFixture.Host, "--new-name", "ns9.example.com")]
    [InlineData(".dk does not support --new-auth-env", "update", "contact", RegistryFixture.Contact, "--new-auth-env", "EPPCLIENT_CONSOLE_TEST_PASSWORD")]
    [InlineData("must be \"TAG ALG TYPE DIGEST\"", "update", "domain", RegistryFixture.Domain, "--add-ds", "1 13 2")]
    [InlineData("--disclose and --hide cannot be combined", "update", "contact", RegistryFixture.Contact, "--disclose", "email", "--hide", "voice")]
    [InlineData("--cc is 'Denmark'", "create", "contact", "--name", "Bo", "--email", "bo@example.net", "--city", "Odense", "--cc", "Denmark", "--voice", "20202020")]
    [InlineData("--email must be an e-mail address", "update", "contact", RegistryFixture.Contact, "--email", "ida")]
    [InlineData("does not transfer contacts", "transfer", "request", "contact", RegistryFixture.Contact, "--yes")]
    public async Task Combination_is_refused(string expected, params string[] args)
    {
        var outcome = await registry.RunAsync(args);

        outcome.ExitCode.Should().Be(2, outcome.ToString());
        outcome.Error.Should().Contain(expected);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("--auto-renew", "create", "domain", "example.com", "--auto-renew", "on")]
    [InlineData("--terms-accepted", "update", "domain", "example.com", "--terms-accepted", "2026-11-23T10:00Z")]
    [InlineData("--cvr", "update", "contact", "AB1", "--cvr", "12345678")]
    [InlineData("--manager", "update", "host", "ns1.example.com", "--manager", "AB1")]
    public async Task Option_of_dk_is_refused_at_another_registry(string option, params string[] args)
    {
        var outcome = await ConsoleCall.RunAsync(null, [.. args, "--dry-run"]);

        outcome.ExitCode.Should().Be(2, outcome.ToString());
        outcome.Error.Should().Contain($"{option} is for .dk only");
    }

    [Fact(Timeout = 60_000)]
    public async Task All_options_of_an_update_are_sent_at_another_registry()
    {
        var outcome = await ConsoleCall.RunAsync(
            null, "update", "domain", "example.com", "--registrant", "AB2", "--add-status", "clientHold", "--add-ns", "ns1.example.net", "--rem-contact", "tech=AB1", "--rem-all-ds", "--dry-run");

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Output.Should().ContainAll("AB2", "clientHold", "ns1.example.net", "AB1", "secDNS:all");
    }
}
