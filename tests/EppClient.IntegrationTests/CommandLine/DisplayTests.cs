using System.Globalization;

namespace EppClient.IntegrationTests.CommandLine;

/// <summary>What people look at, and what helps them: messages as they come, frames, schemas, completion, connections with a name.</summary>
public sealed class DisplayTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    private const char Escape = '\u001b';

    [Theory(Timeout = 60_000)]
    [InlineData("info", "domain", RegistryFixture.Domain)]
    [InlineData("check", "domain", RegistryFixture.Domain, "et-langt-navn-som-ingen-har-taenkt-paa-endnu-men-som-dog-kan-registreres.dk")]
    [InlineData("login")]
    [InlineData("schemas")]
    public async Task Output_fits_80_columns_and_has_no_colour_where_no_terminal_is(params string[] args)
    {
        var outcome = await registry.RunAsync(args);

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Output.Should().NotContain(Escape.ToString());
        outcome.Output.Split('\n').Should().OnlyContain(line => line.TrimEnd().Length <= 80);
    }

    [Fact(Timeout = 60_000)]
    public async Task Messages_are_shown_and_taken_one_by_one()
    {
        registry.Registry.Registry.ReportBouncedEmail(RegistryFixture.Contact, "failed");
        registry.Registry.Registry.ReportBouncedEmail(RegistryFixture.Contact, "antispam");

        var outcome = await registry.RunAsync("poll", "--drain", "--json");

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Documents.Where(document => document.TryGetProperty("event", out _)).Select(document => document.GetProperty("event").GetString())
            .Should().Equal("DkEmailBounced", "DkEmailBounced");
        outcome.Documents[^1].GetProperty("count").GetUInt64().Should().Be(0);
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Messages_are_followed_until_somebody_interrupts()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such signals.");
        registry.Registry.Registry.ReportBouncedEmail(RegistryFixture.Contact, "config");

        var outcome = await registry.InterruptAsync("DkEmailBounced", "watch", "--every", "1", "--json");

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Error.Should().BeEmpty();
        registry.Registry.Sessions.Should().BeEmpty("it has logged out");
    }

    [Fact(Timeout = 60_000)]
    public async Task Messages_that_pass_are_shown_redacted_on_the_error_stream()
    {
        var outcome = await registry.RunAsync("info", "contact", RegistryFixture.Contact, "--xml", "--json");

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Documents.Should().ContainSingle();
        outcome.Error.Should().Contain("-->").And.Contain("<--").And.Contain("<contact:info").And.NotContain("Kaj Hansen").And.NotContain(registry.Registry.Password);
    }

    [Fact(Timeout = 60_000)]
    public async Task Schemas_of_a_folder_are_distinguished()
    {
        var folder = Path.GetDirectoryName(registry.FileOf("""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:example:orchard-1.0"/>""", ".xsd"))!;
        registry.FileOf("""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:ietf:params:xml:ns:domain-1.0"/>""", ".xsd");

        var outcome = await ConsoleCall.RunAsync(null, "schemas", "--schemas", folder, "--json");

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Documents.Select(document => (document.GetProperty("namespace").GetString(), document.GetProperty("typed").GetBoolean()))
            .Should().BeEquivalentTo([("urn:example:orchard-1.0", false), ("urn:ietf:params:xml:ns:domain-1.0", true)]);
        (await ConsoleCall.RunAsync(null, "schemas", "--schemas", "no-such-folder")).ExitCode.Should().Be(2);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("bash", "complete -o default -F _epp epp")]
    [InlineData("zsh", "#compdef epp")]
    [InlineData("fish", "complete -c epp")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public async Task Completion_script_is_printed(string shell, string expected) =>
        (await ConsoleCall.RunAsync(null, "completion", shell)).Output.Should().Contain(expected);

    [Fact(Timeout = 60_000)]
    public async Task Completion_asks_the_program() =>
        (await ConsoleCall.RunAsync(null, "[suggest:7]", "epp che")).Output.Should().Contain("check").And.NotContain("renew");

    [Fact(Timeout = 60_000)]
    public async Task Connection_with_a_name_needs_nothing_else()
    {
        var ca = registry.FileOf(registry.Registry.Server.ExportCaPem(), ".pem");
        var file = Connections($$"""
            // Mine
            { "test": { "host": "localhost", "port": {{registry.Registry.Port.ToString(CultureInfo.InvariantCulture)}}, "user": "{{registry.Registry.User}}",
              "passwordCommand": "echo {{registry.Registry.Password}}", "ca": "{{Path.GetFileName(ca)}}", "profile": "dk" } }
            """);

        var outcome = await ConsoleCall.RunAsync(null, "balance", "--connections", file, "--to", "test");

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Output.Should().MatchRegex("balance +1000");
    }

    [Theory(Timeout = 60_000)]
    [InlineData("""{ "test": { "host": "localhost", "password": "hemmelig" } }""", "do not belong into a file")]
    [InlineData("""{ "test": { "hosst": "localhost" } }""", "hosst")]
    [InlineData("""{ "other": { } }""", "has no connection test, but other")]
    [InlineData("""{ "test": { "user": "EPP-1", "passwordCommand": "echo x" } }""", "--host")]
    [InlineData("""{ "test": { "host": "localhost", "user": "EPP-1", "passwordCommand": "exit 3" } }""", "ended with 3")]
    public async Task Slip_in_the_file_of_connections_is_named(string json, string expected)
    {
        var outcome = await ConsoleCall.RunAsync(null, "balance", "--connections", Connections(json), "--to", "test");

        outcome.ExitCode.Should().Be(2, outcome.ToString());
        outcome.Error.Should().Contain(expected).And.NotContain("hemmelig");
    }

    private string Connections(string json) => registry.FileOf(json, ".json");
}
