namespace EppClient.IntegrationTests.Registry.Rules;

/// <summary>Each rule of the registry that has a response of its own; docs/dk/rules.md contains the same list.</summary>
public sealed class DkRuleTests
{
    private static readonly Dictionary<string, IEnumerable<DkRule>> Tables = new(StringComparer.Ordinal)
    {
        ["Login, messages, balance"] = AccountRules.All,
        ["domain:create"] = DomainCreateRules.All,
        ["domain:renew, domain:delete, restore"] = DomainLifeRules.All,
        ["domain:update"] = DomainUpdateRules.All,
        ["domain:transfer"] = DomainTransferRules.All,
        ["Contacts"] = ContactRules.All,
        ["Hosts"] = HostRules.All,
    };

    private static readonly Dictionary<string, DkRule> Rules = Tables.SelectMany(table => table.Value.Select(rule => (Name: $"{table.Key}: {rule.Rule}", Rule: rule)))
        .ToDictionary(named => named.Name, named => named.Rule, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Rules.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Registry_responds_as_the_rule_says(string name)
    {
        var rule = Rules[name];

        rule.Provoke().ShouldBe(rule.Code, rule.Text);
    }

    [Fact]
    public void Page_shows_the_rules()
    {
        string[] expected = [.. Tables.SelectMany(table => table.Value.Select(rule => rule.Row).Prepend($"## {table.Key}")), "## Effects", .. DkEffects.Rows];

        var page = File.ReadLines(RepositoryFolder.Combine("docs", "dk", "rules.md")).Where(line => line.StartsWith("## ", StringComparison.Ordinal) || (line.StartsWith("| ", StringComparison.Ordinal) && line.Contains('`', StringComparison.Ordinal)));

        page.Should().Equal(expected);
    }
}
