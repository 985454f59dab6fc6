using System.Text.RegularExpressions;

namespace EppClient.PackageTests.Snippets;

public sealed partial class TroubleshootingPageTests
{
    private static readonly string Page = File.ReadAllText(RepositoryFolder.Combine("docs", "guide", "troubleshooting.md"));

    private static readonly Dictionary<string, string> Rows = Row.Matches(Page).ToDictionary(match => match.Groups["code"].Value, match => match.Groups["remedy"].Value);

    [Fact]
    public void Every_code_has_a_row_and_every_row_a_code() => Rows.Keys.Should().Equal(Enum.GetNames<EppConnectionError>());

    [Fact]
    public void Remedies_match_the_exception_messages()
    {
        foreach (var error in Enum.GetValues<EppConnectionError>().Where(error => error != EppConnectionError.Other))
        {
            error.Remedy().Should().NotBeEmpty();
            Rows[error.ToString()].Replace("`", string.Empty, StringComparison.Ordinal).Should().Be(error.Remedy());
        }
    }

    [Fact]
    public void Every_phase_has_a_row() =>
        PhaseRow.Matches(Page[Page.IndexOf("## Time", StringComparison.Ordinal)..]).Select(match => match.Groups["phase"].Value).Should().BeEquivalentTo(Enum.GetNames<EppTimeoutPhase>());

    [GeneratedRegex(@"^\| `(?<code>\w+)` \| [^|]+ \| [^|]+ \| (?<remedy>[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row { get; }

    [GeneratedRegex(@"^\| `(?<phase>\w+)` \| [^|]+ \| [^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex PhaseRow { get; }
}
