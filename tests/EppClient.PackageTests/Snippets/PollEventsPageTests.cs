using EppClient.Dk;

namespace EppClient.PackageTests.Snippets;

/// <summary>Verifies that the page lists every kind of message in the code.</summary>
public sealed class PollEventsPageTests
{
    private static readonly string[] Rows =
        [.. File.ReadAllLines(RepositoryFolder.Combine("docs", "dk", "poll-events.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal))];

    [Fact]
    public void Table_of_messages_matches_the_code() => Rows.Should().Equal(DkPollKind.All.Select(kind => $"| `{kind.Text}` | `{kind.Event}` |"));
}
