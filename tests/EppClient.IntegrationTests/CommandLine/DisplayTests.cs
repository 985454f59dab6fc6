using System.Globalization;

namespace EppClient.IntegrationTests.CommandLine;

/// <summary>Output for people: messages, frames, schemas, completion, and named connections.</summary>
public sealed class DisplayTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    private const char Escape = '\u001b';

    [Theory(Timeout = 60_000)]
    [InlineData("info", "domain", RegistryFixture.Domain)]
    [InlineData("check", "domain", RegistryFixture.Domain, "et-langt-navn-som-ingen-har-taenkt-paa-endnu-men-som-dog-kan-registreres.dk")]
    [InlineData("login")]
    [InlineData("schemas")]
    public async Task Output_without_a_terminal_fits_80_columns_and_has_no_colour(params string[] args)
    {
        var outcome = await registry.RunAsync(args);

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Output.Should().NotContain(Escape.ToString());
        outcome.Output.Split('\n').Should().OnlyContain(line => line.TrimEnd().Length <= 80);
    }

    [Fact(Timeout = 60_000)]
    public async Task Messages_are_shown_and_acknowledged_one_by_one()
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
    public async Task Messages_are_followed_until_interrupted()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such signals.");
        registry.Registry.Registry.ReportBouncedEmail(RegistryFixture.Contact, "config");

        var outcome = await registry.InterruptAsync("DkEmailBounced", "watch", "--every", "1", "--json");

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Error.Should().BeEmpty();
        registry.Registry.Sessions.Should().BeEmpty("the session has logged out");
    }

    [Fact(Timeout = 60_000)]
    public async Task Sent_and_received_messages_are_shown_redacted_on_stderr()
    {
        var outcome = await registry.RunAsync("info", "contact", RegistryFixture.Contact, "--xml", "--json");

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        outcome.Documents.Should().ContainSingle();
        outcome.Error.Should().Contain("-->").And.Contain("<--").And.Contain("<contact:info").And.NotContain("Kaj Hansen").And.NotContain(registry.Registry.Password);
    }

    [Fact(Timeout = 60_000)]
    public async Task Schemas_in_a_folder_are_classified()
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
    public async Task Completion_calls_the_program() =>
        (await ConsoleCall.RunAsync(null, "[suggest:7]", "epp che")).Output.Should().Contain("check").And.NotContain("renew");

    [Fact(Timeout = 60_000)]
    public async Task Named_connection_needs_no_other_options()
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
    [InlineData("""{ "test": { "host": "localhost", "password": "hemmelig" } }""", "must not be in the file")]
    [InlineData("""{ "test": { "hosst": "localhost" } }""", "hosst")]
    [InlineData("""{ "other": { } }""", "has no connection test. It has other")]
    [InlineData("""{ "test": { "user": "EPP-1", "passwordCommand": "echo x" } }""", "--host")]
    [InlineData("""{ "test": { "host": "localhost", "user": "EPP-1", "passwordCommand": "exit 3" } }""", "ended with 3")]
    public async Task Error_in_the_connections_file_is_reported(string json, string expected)
    {
        var outcome = await ConsoleCall.RunAsync(null, "balance", "--connections", Connections(json), "--to", "test");

        outcome.ExitCode.Should().Be(2, outcome.ToString());
        outcome.Error.Should().Contain(expected).And.NotContain("hemmelig");
    }

    private string Connections(string json) => registry.FileOf(json, ".json");
}
