using System.Text.RegularExpressions;

namespace EppClient.IntegrationTests.Conformance;

/// <summary>docs/reference/conformance-rst.md has a row for each case of ICANN, with the tests that have its number or the reason why there is none.</summary>
public sealed partial class PageTests
{
    private const int Cases = 27;

    [Fact]
    public void Page_contains_each_case_once() =>
        Rows().Select(row => row.Case).Should().Equal(Enumerable.Range(1, Cases).Select(number => FormattableString.Invariant($"epp-{number:00}")));

    [Fact]
    public void Page_lists_the_tests_of_each_case()
    {
        var named = Rows().SelectMany(row => TestName().Matches(row.How).Select(match => (row.Case, Test: match.Groups[1].Value)));

        named.Should().BeEquivalentTo(Marked());
    }

    [Fact]
    public void Page_gives_a_reason_if_a_case_has_no_test() =>
        Rows().Where(row => !TestName().IsMatch(row.How)).Should().OnlyContain(row => row.How.Length > 40);

    private static IEnumerable<(string Case, string How)> Rows() => File.ReadLines(RepositoryFolder.Combine("docs", "reference", "conformance-rst.md"))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Where(cells => cells.Length == 5 && cells[1].StartsWith("epp-", StringComparison.Ordinal))
        .Select(cells => (cells[1], cells[3]));

    private static IEnumerable<(string Case, string Test)> Marked() =>
        from type in typeof(PageTests).Assembly.GetTypes()
        from method in type.GetMethods()
        from mark in method.GetCustomAttributesData()
        where mark.AttributeType == typeof(TraitAttribute) && mark.ConstructorArguments[0].Value is "RST"
        select ((string)mark.ConstructorArguments[1].Value!, $"{type.Name}.{method.Name}");

    [GeneratedRegex(@"`(\w+\.\w+)`")]
    private static partial Regex TestName();
}
