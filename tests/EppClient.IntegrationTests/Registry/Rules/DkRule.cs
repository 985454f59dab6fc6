using EppClient.Dk.Testing.Results;
using EppClient.IntegrationTests.Registry.Handling;

namespace EppClient.IntegrationTests.Registry.Rules;

/// <summary>A rule of the registry that has a response of its own.</summary>
/// <param name="Section">The section of the digest of the registry's documents that states the rule.</param>
/// <param name="Rule">The text of the rule.</param>
/// <param name="Code">The code of the response.</param>
/// <param name="Text">The exact text of the response.</param>
/// <param name="Provoke">Causes the response.</param>
internal sealed record DkRule(string Section, string Rule, int Code, string Text, Func<DkResult> Provoke)
{
    /// <summary>The row of the rule in docs/dk/rules.md.</summary>
    public string Row => $"| {Section} | {Rule} | {Code} | `{Text}` | {Origin} |";

    /// <summary>Whether the registry has published the text, and with which other codes; "ours" if the text is invented.</summary>
    private string Origin => PublishedRefusals.CodesOf(Text) switch
    {
        [] => "ours",
        var codes when codes.Contains(Code) => "published",
        var codes => $"published, with {string.Join(", ", codes.Distinct().Order())}",
    };
}
