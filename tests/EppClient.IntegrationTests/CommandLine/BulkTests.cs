using System.Text.RegularExpressions;
using EppClient.TestSupport.Consoles;

namespace EppClient.IntegrationTests.CommandLine;

/// <summary>Bulk jobs read a file of rows and write a file of results; a second run has nothing left to do.</summary>
public sealed class BulkTests(RegistryFixture registry) : IClassFixture<RegistryFixture>
{
    [Fact(Timeout = 60_000)]
    public async Task Every_row_has_a_result()
    {
        var file = registry.FileOf("domain;nameservers\neksempel.dk;ns2.example.com ns3.example.com\nfindes-ikke.dk;ns1.example.com ns2.example.com\n;x\n", ".csv");

        var first = await registry.RunAsync("bulk", file, "--job", "nameservers");
        var second = await registry.RunAsync("bulk", file, "--job", "nameservers");

        first.ExitCode.Should().Be(1, first.ToString());
        second.ExitCode.Should().Be(1, "rows that have failed are not tried again by themselves: {0}", second);
        var results = await File.ReadAllLinesAsync($"{file}.results.csv");
        results[0].Should().Be("key,state,code,message,reason,value,clTRID,svTRID,ended");
        results[1].Should().MatchRegex("^2,Done,1000,");
        results[2].Should().StartWith("3,Failed,2303,");
        results[3].Should().StartWith("4,Failed,,").And.Contain("The row has nothing in column 'domain'");
    }

    [Fact(Timeout = 60_000)]
    public async Task Names_are_checked_and_the_results_are_written()
    {
        var file = registry.FileOf("Domain,Remark\neksempel.dk,a\nfri.dk,\"b, c\"\n", ".csv");

        var outcome = await registry.RunAsync("bulk", file, "--job", "check", "--key", "domain", "--results", $"{file}.out");

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        Regex.Replace(outcome.Output, @"\x1B\[[0-9;?]*[A-Za-z]", string.Empty).Should().MatchRegex("done +2");
        var results = await File.ReadAllLinesAsync($"{file}.out");
        results[1].Should().StartWith("eksempel.dk,Done,1000,").And.Contain("unavailable");
        results[2].Should().StartWith("fri.dk,Done,1000,").And.Contain(",available,");
    }

    [SkippableTheory(Timeout = 60_000)]
    [InlineData(null, true)]
    [InlineData("1", false)]
    public async Task Terminal_shows_a_progress_bar_unless_colour_is_disabled(string? noColor, bool hasBar)
    {
        Skip.IfNot(ConsoleProcess.HasTerminal, "There is no 'script', which gives a program a terminal: on Debian it comes with util-linux.");
        var file = registry.FileOf("domain\neksempel.dk\nfri.dk\n", ".csv");

        var outcome = await registry.RunOnTerminalAsync(noColor, "bulk", file, "--job", "check");

        outcome.ExitCode.Should().Be(0, outcome.ToString());
        Regex.Replace(outcome.Output, @"\x1B\[[0-9;?]*[A-Za-z]", string.Empty).Should().MatchRegex("done +2");
        outcome.Output.Contains("100%", StringComparison.Ordinal).Should().Be(hasBar, outcome.ToString());
        outcome.Output.Contains("progress", StringComparison.Ordinal).Should().Be(!hasBar);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("Nothing to see\n", "--job", "takeover", "--sponsor")]
    [InlineData("domain\na.dk\n", "--job", "check", "--key", "handle", "handle")]
    [InlineData("domain\na.dk\na.dk\n", "--job", "check", "--key", "domain", "a.dk is in the input twice")]
    public async Task Wrong_usage_exits_with_2_and_an_explanation(string content, params string[] rest)
    {
        var outcome = await registry.RunAsync(["bulk", registry.FileOf(content, ".csv"), .. rest[..^1]]);

        outcome.ExitCode.Should().Be(2, outcome.ToString());
        outcome.Error.Should().Contain(rest[^1]);
    }
}
