using EppClient.TestSupport.Consoles;

namespace EppClient.IntegrationTests.CommandLine;

/// <summary>The commands that options become at a registry of the RFCs. Secrets and personal data are redacted, so the tests look at the elements.</summary>
public sealed class DryRunTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    private const string Digest = "E2D3C916F6DEEAC73294E8268FB5885044A833FC5459588F4A9184CFC41A5766";

    public static TheoryData<string, string[]> Commands => new()
    {
        { "<secDNS:create", ["create", "domain", "example.com", "--ds", $"12345 13 2 {Digest}"] },
        { "<domain:contact type=\"admin\">AB1</domain:contact>", ["create", "domain", "example.com", "--contact", "admin=AB1"] },
        { "<domain:add><domain:contact type=\"tech\">AB1</domain:contact></domain:add>", ["update", "domain", "example.com", "--add-contact", "tech=AB1"] },
        { "<domain:rem><domain:contact type=\"tech\">AB1</domain:contact></domain:rem>", ["update", "domain", "example.com", "--rem-contact", "tech=AB1"] },
        { "<domain:chg><domain:registrant>AB2</domain:registrant></domain:chg>", ["update", "domain", "example.com", "--registrant", "AB2", "--add-status", "clientHold"] },
        { "<domain:status s=\"clientHold\"", ["update", "domain", "example.com", "--registrant", "AB2", "--add-status", "clientHold"] },
        { "<domain:hostObj>ns1.example.net</domain:hostObj>", ["update", "domain", "example.com", "--registrant", "AB2", "--add-ns", "NS1.example.net.", "--add-ns", "ns1.example.net"] },
        { "<domain:authInfo><domain:pw>***</domain:pw></domain:authInfo>", ["update", "domain", "example.com", "--new-auth-env", ConsoleProcess.PasswordVariable] },
        { "<secDNS:rem><secDNS:all>true</secDNS:all></secDNS:rem>", ["update", "domain", "example.com", "--rem-all-ds"] },
        { "<secDNS:rem><secDNS:dsData><secDNS:keyTag>12345</secDNS:keyTag>", ["update", "domain", "example.com", "--rem-ds", $"12345 13 2 {Digest}"] },
        { "<domain:null />", ["token", "remove", "example.com"] },
        { "<host:chg><host:name>ns2.example.com</host:name></host:chg>", ["update", "host", "ns1.example.com", "--new-name", "NS2.example.com"] },
        { "<host:status s=\"clientUpdateProhibited\"", ["update", "host", "ns1.example.com", "--add-status", "clientUpdateProhibited"] },
        { "<host:addr ip=\"v6\">2001:db8::1</host:addr>", ["create", "host", "ns1.example.com", "--addr", "2001:db8::1"] },
        { "<host:addr ip=\"v6\">2001:db8::2</host:addr>", ["update", "host", "ns1.example.com", "--add-addr", "2001:db8::2"] },
        { "<contact:transfer", ["transfer", "request", "contact", "AB1", "--auth-env", ConsoleProcess.PasswordVariable] },
        { "op=\"query\"", ["transfer", "query", "contact", "AB1"] },
        { "<contact:disclose flag=\"false\"><contact:voice /><contact:email /></contact:disclose>", ["update", "contact", "AB1", "--hide", "email", "--hide", "voice"] },
        { "<contact:disclose flag=\"true\"><contact:name type=", ["update", "contact", "AB1", "--disclose", "name"] },
        { "<contact:fax>***</contact:fax>", ["update", "contact", "AB1", "--fax", "+45.20202020"] },
        { "<contact:rem><contact:status s=\"clientDeleteProhibited\"", ["update", "contact", "AB1", "--rem-status", "clientDeleteProhibited"] },
        { "<contact:authInfo><contact:pw>***</contact:pw></contact:authInfo>", ["update", "contact", "AB1", "--new-auth-env", ConsoleProcess.PasswordVariable] },
        { "<rgp:restore op=\"request\" />", ["restore", "request", "example.com"] },
        {
            "<rgp:restore op=\"report\"><rgp:report>",
            ["restore", "report", "example.com", "--before", "a", "--after", "b", "--deleted", "2026-11-20T10:00Z", "--restored", "2026-11-23T10:00Z", "--reason", "error", "--statement", "one", "--statement", "two"]
        },
    };

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Commands))]
    public async Task Options_become_the_elements_of_the_command(string expected, string[] args)
    {
        var outcome = await ConsoleCall.RunAsync("Secret-of-a-test-1", [.. args, "--dry-run"]);

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        string.Concat(outcome.Output.Split('\n').Select(line => line.Trim())).Should().Contain(expected).And.NotContain("Secret-of-a-test-1");
    }

    [Fact(Timeout = 60_000)]
    public async Task Same_host_in_two_spellings_is_sent_once()
    {
        var outcome = await ConsoleCall.RunAsync(null, "create", "domain", "EXAMPLE.com.", "--ns", "ns1.example.net", "--ns", "NS1.example.net.", "--dry-run");

        outcome.Output.Split("<domain:hostObj>").Should().HaveCount(2, outcome.Output);
        outcome.Output.Should().Contain("<domain:name>example.com</domain:name>");
    }

    [Fact(Timeout = 60_000)]
    public async Task Extension_of_a_file_is_sent_with_any_command()
    {
        var file = registry.FileOf("""<o:tree xmlns:o="urn:example:orchard-1.0"><o:row>7</o:row></o:tree>""");

        foreach (var args in (string[][])[["check", "domain", "a.com"], ["info", "contact", "AB1"], ["create", "host", "ns1.a.com"], ["renew", "a.com", "--expires", "2027-01-01"], ["delete", "domain", "a.com"]])
        {
            var outcome = await ConsoleCall.RunAsync(null, [.. args, "--extension", file, "--dry-run"]);

            outcome.ExitCode.Should().Be(0, outcome.ToString());
            outcome.Output.Should().Contain("urn:example:orchard-1.0").And.Contain("<extension>");
        }
    }

    [Theory(Timeout = 60_000)]
    [InlineData("poll")]
    [InlineData("balance")]
    [InlineData("login")]
    [InlineData("schemas")]
    public async Task Extension_of_a_verb_without_extensions_is_refused(string verb)
    {
        var file = registry.FileOf("""<o:tree xmlns:o="urn:example:orchard-1.0"/>""");

        (await registry.RunAsync(verb, "--extension", file)).Error.Should().Contain("--extension: this verb does not support it");
    }
}
