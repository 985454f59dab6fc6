using System.Globalization;
using System.Text.RegularExpressions;
using EppClient.Tests.Architecture.Files;

namespace EppClient.Tests.Architecture;

/// <summary>What users of other EPP clients suffer from, by the rows of the project's table: those of sessions, TLS and diagnosis.</summary>
public sealed partial class ConnectionFailureTableTests
{
    /// <summary>Each with the words by which a reader finds what is meant.</summary>
    private static readonly Dictionary<int, string> Rows = new()
    {
        [1] = "the answer to one command reaches the caller of another after a timeout",
        [2] = "a command is sent twice after a connection is lost",
        [3] = "each command waits for a connection and a login",
        [4] = "sessions die of silence and are used all the same",
        [5] = "2002 on a session that was logged in",
        [6] = "more sessions than the registry allows",
        [7] = "a connection that does not log in soon enough",
        [8] = "a connection that was closed, and nothing says why",
        [9] = "client certificates",
        [10] = "certificates of servers that nobody looks at",
        [11] = "lengths in characters, marks of byte order",
        [21] = "secrets in logs and exceptions",
        [23] = "a registry that changes what it offers",
        [24] = "the address from which to call, and proxies",
        [25] = "versions of TLS",
        [26] = "callers that get lost or wait for ever",
        [28] = "limits of commands in a time",
        [29] = "clocks that disagree, sessions that vanish",
    };

    [Fact]
    public void Each_row_has_a_test_that_names_it()
    {
        var named = SourceTree.Files(".cs")
            .Where(file => file.Path.StartsWith("tests/", StringComparison.Ordinal))
            .SelectMany(file => Mark.Matches(file.Text))
            .Select(match => int.Parse(match.Groups["row"].Value, CultureInfo.InvariantCulture))
            .Distinct();

        named.Should().BeEquivalentTo(Rows.Keys);
    }

    [GeneratedRegex(@"^ *\[Trait\(""Failure"", ""(?<row>\d+)""\)\]\r?$", RegexOptions.Multiline)]
    private static partial Regex Mark { get; }
}
