using EppClient.Dk.Testing;

namespace EppClient.IntegrationTests.Registry.Support;

/// <summary>docs/dk/contradictions.md lists every switch for a contradiction, and no others.</summary>
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
    public void Page_contains_every_switch() => Named.Should().Contain(Switches);

    [Fact]
    public void Page_contains_only_existing_switches()
    {
        var others = typeof(DkRegistryOptions).GetProperties().Concat(typeof(EppClient.Testing.Server.EppTestServerOptions).GetProperties()).Select(property => property.Name);

        Named.Except(Switches).Should().BeSubsetOf(others);
    }
}
