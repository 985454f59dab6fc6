using EppClient.Dk.Testing;

namespace EppClient.IntegrationTests.Registry.Support;

/// <summary>docs/dk/contradictions.md names every switch for a contradiction, and no other.</summary>
public sealed class ContradictionPageTests
{
    private static readonly string[] Switches =
        [.. typeof(DkQuirks).GetProperties().Where(property => property.PropertyType == typeof(bool)).Select(property => property.Name)];

    private static readonly string[] Named =
    [
        .. File.ReadLines(RepositoryFolder.Combine("docs", "dk", "contradictions.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains('`', StringComparison.Ordinal))
            .SelectMany(line => line.Split('|')[4].Split('`').Where((_, index) => index % 2 == 1))
            .Select(name => name.Split('.')[^1]),
    ];

    [Fact]
    public void Every_switch_is_on_the_page() => Named.Should().Contain(Switches);

    [Fact]
    public void The_page_names_switches_that_exist()
    {
        var others = typeof(DkRegistryOptions).GetProperties().Concat(typeof(EppClient.Testing.Server.EppTestServerOptions).GetProperties()).Select(property => property.Name);

        Named.Except(Switches).Should().BeSubsetOf(others);
    }
}
