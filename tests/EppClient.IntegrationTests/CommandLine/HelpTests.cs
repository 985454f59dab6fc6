using EppConsole;

namespace EppClient.IntegrationTests.CommandLine;

/// <summary>The help, and what an invalid command line gets.</summary>
public sealed class HelpTests
{
    private static readonly string[] Verbs =
        ["hello", "login", "check", "info", "create", "renew", "update", "delete", "restore", "transfer", "token", "poll", "watch", "balance", "raw", "schemas", "completion", "bulk"];

    [Fact(Timeout = 60_000)]
    public async Task Program_without_arguments_prints_its_help()
    {
        var bare = await ConsoleCall.RunAsync(null);
        var help = await ConsoleCall.RunAsync(null, "--help");

        bare.ExitCode.Should().Be(0);
        bare.Output.Should().Be(help.Output).And.ContainAll(Verbs);
    }

    [Fact(Timeout = 60_000)]
    public async Task Connection_options_are_listed_once_under_a_title_and_not_under_a_verb()
    {
        var program = await ConsoleCall.RunAsync(null, "--help");
        var verb = await ConsoleCall.RunAsync(null, "create", "contact", "--help");

        program.Output.Should().Contain("Connection:").And.Contain("--password-env").And.Contain("TLS:").And.Contain("Several processes, one account:");
        verb.Output.Should().Contain("--cvr").And.NotContain("--password-env").And.Contain("epp --help");
    }

    [Theory(Timeout = 60_000)]
    [InlineData("create", "domain")]
    [InlineData("update", "domain")]
    [InlineData("transfer", "request", "domain")]
    [InlineData("restore", "report")]
    [InlineData("token", "create")]
    [InlineData("renew")]
    [InlineData("raw")]
    [InlineData("bulk")]
    [InlineData("poll")]
    public async Task Help_has_examples_that_the_program_accepts(params string[] verb)
    {
        var help = (await ConsoleCall.RunAsync(null, [.. verb, "--help"])).Output;

        var examples = help[help.IndexOf("Example", StringComparison.Ordinal)..].Replace("\\\n", " ", StringComparison.Ordinal).Split('\n').Where(line => line.StartsWith("  epp ", StringComparison.Ordinal)).ToList();
        examples.Should().NotBeEmpty();
        foreach (var example in examples)
        {
            var args = System.CommandLine.Parsing.CommandLineParser.SplitCommandLine(example.Trim()).Skip(1).ToArray();
            (await ConsoleCall.RunAsync(null, args)).Error.Should().NotContain("--help", "{0} is a valid command line", example);
        }
    }

    [Theory(Timeout = 60_000)]
    [InlineData("Did you mean check?", "chek", "domain", "a.dk")]
    [InlineData("Did you mean domain?", "check", "domian", "a.dk")]
    [InlineData("Did you mean --registrant?", "create", "domain", "a.dk", "--registrnt", "AB1")]
    [InlineData("Try epp create domain --help.", "create", "domain", "a.dk", "--registrnt", "AB1")]
    public async Task Misspelt_word_gets_a_suggestion(string expected, params string[] args)
    {
        var outcome = await ConsoleCall.RunAsync(null, args);

        outcome.ExitCode.Should().Be((int)ExitCode.Usage);
        outcome.Error.Should().Contain(expected);
        outcome.Output.Should().BeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task Invalid_command_line_is_a_document_with_json()
    {
        var outcome = await ConsoleCall.RunAsync(null, "chek", "domain", "a.dk", "--json");

        outcome.Documents.Should().ContainSingle().Which.GetProperty("exitCode").GetInt32().Should().Be(2);
    }

    [Fact(Timeout = 60_000)]
    public async Task Help_is_at_most_80_columns_wide()
    {
        foreach (var verb in (string[][])[[], .. Verbs.Select(verb => new[] { verb }), ["create", "contact"], ["update", "domain"], ["update", "contact"]])
        {
            var outcome = await ConsoleCall.RunAsync(null, [.. verb, "--help"]);

            outcome.ExitCode.Should().Be(0);
            outcome.Output.Split('\n').Should().OnlyContain(line => line.Length <= 80, string.Join(' ', verb));
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task All_missing_options_of_a_contact_are_reported_at_once()
    {
        var outcome = await ConsoleCall.RunAsync(null, "create", "contact", "--profile", "dk", "--host", "localhost", "--user", "x");

        outcome.ExitCode.Should().Be(2);
        outcome.Error.Should().Contain("--name, --email, --city, --cc, --voice");
    }
}
