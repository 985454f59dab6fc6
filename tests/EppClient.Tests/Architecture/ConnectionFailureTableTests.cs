using System.Globalization;
using System.Text.RegularExpressions;
using EppClient.Tests.Architecture.Files;

namespace EppClient.Tests.Architecture;

/// <summary>Known failures of other EPP clients, by the rows of the project's table: those of sessions, TLS and diagnosis.</summary>
public sealed partial class ConnectionFailureTableTests
{
    /// <summary>The row numbers, each with a short description of the failure.</summary>
    private static readonly Dictionary<int, string> Rows = new()
    {
        [1] = "a response is delivered to the wrong command after a timeout",
        [2] = "a command is sent twice after a connection is lost",
        [3] = "each command opens a connection and logs in",
        [4] = "idle sessions are closed by the registry and still used",
        [5] = "2002 on a logged-in session",
        [6] = "more sessions than the registry allows",
        [7] = "a connection that does not log in within the registry's limit",
        [8] = "a closed connection without a reported reason",
        [9] = "client certificates",
        [10] = "server certificates that are not validated",
        [11] = "lengths in characters, byte order marks",
        [21] = "secrets in logs and exceptions",
        [23] = "a registry that changes its offered services",
        [24] = "the local address, and proxies",
        [25] = "TLS versions",
        [26] = "callers that are lost or wait indefinitely",
        [28] = "rate limits",
        [29] = "clock skew, sessions that disappear",
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
