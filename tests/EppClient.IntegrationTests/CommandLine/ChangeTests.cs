using System.Globalization;
using EppClient.TestSupport.Consoles;

namespace EppClient.IntegrationTests.CommandLine;

/// <summary>Verbs that change objects, each test on its own objects.</summary>
public sealed class ChangeTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    private static readonly string[] Bo =
    [
        "create", "contact", "--name", "Bo Nielsen", "--street", "Testvej 2", "--city", "Odense", "--pc", "5000", "--cc", "DK", "--voice", "20 20 20 20", "--email", "bo@example.net",
    ];

    [Fact(Timeout = 120_000)]
    public async Task Contact_is_created_and_changed()
    {
        var created = await RunAsync(0, [.. Bo, "--json"]);
        var id = created.Documents.Single().GetProperty("id").GetString()!;
        await RunAsync(0, "update", "contact", id, "--voice", "+45.30303030");

        registry.Registry.Registry.FindContact(id)!.Voice.Should().Be("+45.30303030");
        (await RunAsync(2, "update", "contact", id)).Error.Should().Contain("No change is given");
        (await RunAsync(1, "delete", "contact", id, "--yes")).Error.Should().Contain("2101");
    }

    [Fact(Timeout = 120_000)]
    public async Task Domain_is_registered_changed_deleted_and_restored()
    {
        var accepted = registry.Registry.Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        await RunAsync(0, "create", "domain", "nyt.dk", "--registrant", RegistryFixture.Contact, "--ns", RegistryFixture.Host, "--ns", "ns2.example.com", "--terms-accepted", accepted);
        registry.Registry.Registry.RunPendingJobs();
        registry.Registry.Registry.Advance(TimeSpan.FromMinutes(1));
        registry.Registry.Registry.FindDomain("nyt.dk").Should().NotBeNull();

        await RunAsync(0, "create", "host", "ns7.example.com", "--addr", "193.163.102.6");
        await RunAsync(0, "update", "domain", "nyt.dk", "--set-ns", RegistryFixture.Host, "--set-ns", "ns7.example.com");
        (await RunAsync(0, "update", "domain", "nyt.dk", "--set-ns", RegistryFixture.Host, "--set-ns", "ns7.example.com")).Output.Should().Contain("nothing was sent");
        registry.Registry.Registry.FindDomain("nyt.dk")!.NameServers.Select(server => server.Ascii).Should().Equal(RegistryFixture.Host, "ns7.example.com");

        await RunAsync(0, "delete", "domain", "nyt.dk", "--yes");
        registry.Registry.Registry.FindDomain("nyt.dk")!.Deletion.Should().NotBeNull();
        await RunAsync(0, "restore", "request", "nyt.dk");
        registry.Registry.Registry.FindDomain("nyt.dk")!.Deletion.Should().BeNull();
        (await RunAsync(1, "renew", "nyt.dk")).Error.Should().Contain("2105");
    }

    [Theory(Timeout = 60_000)]
    [InlineData("01-02-2027")]
    [InlineData("2027-2-1")]
    [InlineData("2027-02-01T00:00:00+02:00")]
    public async Task Ambiguous_expiry_date_is_refused(string date) =>
        (await RunAsync(2, "renew", "nyt.dk", "--expires", date)).Error.Should().Contain(date).And.Contain("2027-11-30");

    [Theory(Timeout = 60_000)]
    [InlineData("--deleted", "restore", "request", "nyt.dk")]
    [InlineData("--terms-accepted", "create", "domain", "nyt.dk", "--registrant", RegistryFixture.Contact)]
    public async Task Ambiguous_time_is_refused(string option, params string[] args)
    {
        foreach (var time in (string[])["yes", "true", "01-02-2027", "2027-02-01", "2027-02-01T10:00", "2027-02-01 10:00Z", "10:00Z", "1.2.2027 10:00 +01:00"])
        {
            (await RunAsync(2, [.. args, option, time])).Error.Should().Contain($"{option} is '{time}'").And.Contain("2026-11-23T10:00Z");
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Expiry_date_is_sent_unchanged() =>
        (await RunAsync(1, "renew", RegistryFixture.Domain, "--expires", "2001-02-03")).Error.Should().Contain("2306").And.Contain("2001-02-03");

    [Fact(Timeout = 120_000)]
    public async Task Host_addresses_are_added_and_removed_and_the_host_deleted()
    {
        await RunAsync(0, "create", "host", "ns9.example.com");
        await RunAsync(0, "update", "host", "ns9.example.com", "--add-addr", "193.163.102.7");
        registry.Registry.Registry.FindHost("ns9.example.com")!.Addresses.Should().ContainSingle();
        await RunAsync(0, "update", "host", "ns9.example.com", "--rem-addr", "193.163.102.7");
        await RunAsync(0, "delete", "host", "ns9.example.com", "--yes");

        registry.Registry.Registry.FindHost("ns9.example.com").Should().BeNull();
    }

    [Fact(Timeout = 60_000)]
    public async Task Transfer_reads_the_token_from_a_variable()
    {
        var refused = await RunAsync(1, "transfer", "request", "domain", RegistryFixture.Domain, "--yes", "--auth-env", ConsoleProcess.PasswordVariable);

        refused.Error.Should().NotContain(registry.Registry.Password);
        (await RunAsync(2, "transfer", "approve", "domain", RegistryFixture.Domain, "--yes")).Error.Should().Contain("only transfer request");
    }

    [Theory(Timeout = 60_000)]
    [InlineData("--registrant", "create", "domain", "andet.dk")]
    [InlineData("--terms-accepted", "create", "domain", "andet.dk", "--registrant", "KH1-DK")]
    [InlineData("--city", "create", "contact", "--name", "Bo", "--email", "bo@example.net")]
    [InlineData("ROLE=ID", "create", "domain", "andet.dk", "--contact", "AB1")]
    [InlineData("No change is given", "update", "host", "ns1.example.com")]
    public async Task Missing_option_is_reported(string expected, params string[] args) => (await RunAsync(2, args)).Error.Should().Contain(expected);

    [Fact(Timeout = 60_000)]
    public async Task Dry_run_shows_the_command_and_sends_nothing()
    {
        var outcome = await registry.RunWithPasswordAsync(null, [.. Bo, "--dry-run"]);

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Output.Should().Contain("<contact:id>auto</contact:id>").And.Contain("individual").And.NotContain("Nielsen");
        registry.Registry.Sessions.Should().BeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task Dry_run_with_desired_state_reads_and_changes_nothing()
    {
        var outcome = await RunAsync(0, "update", "domain", RegistryFixture.Domain, "--set-ns", RegistryFixture.Host, "--set-ns", "ns8.example.com", "--dry-run");

        outcome.Output.Should().Contain("<domain:hostObj>ns8.example.com</domain:hostObj>").And.NotContain(RegistryFixture.Host);
        registry.Registry.Registry.FindDomain(RegistryFixture.Domain)!.NameServers.Should().HaveCount(2);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("hello")]
    [InlineData("login")]
    [InlineData("bulk", "rows.csv", "--job", "renew")]
    public async Task Dry_run_of_an_unsupported_verb_sends_nothing(params string[] args)
    {
        (await RunAsync(2, [.. args, "--dry-run"])).Error.Should().Contain("Nothing was sent");

        registry.Registry.Sessions.Should().BeEmpty();
    }

    private async Task<Outcome> RunAsync(int code, params string[] args)
    {
        var outcome = await registry.RunAsync(args);
        outcome.ExitCode.Should().Be(code, outcome.ToString());
        return outcome;
    }
}
