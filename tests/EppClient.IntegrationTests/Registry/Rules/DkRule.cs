using EppClient.Dk.Testing.Results;
using EppClient.IntegrationTests.Registry.Handling;

namespace EppClient.IntegrationTests.Registry.Rules;

/// <summary>A rule of the registry that has an answer of its own.</summary>
/// <param name="Section">The section of the registry's facts that states it.</param>
/// <param name="Rule">The rule, in words.</param>
/// <param name="Code">The code of the answer.</param>
/// <param name="Text">The text of the answer, to the letter.</param>
/// <param name="Provoke">Brings the answer about.</param>
internal sealed record DkRule(string Section, string Rule, int Code, string Text, Func<DkResult> Provoke)
{
    /// <summary>The rule's row in docs/dk/rules.md.</summary>
    public string Row => $"| {Section} | {Rule} | {Code} | `{Text}` | {Origin} |";

    /// <summary>Whether the registry has published the text, and if with other codes, with which; or whether the text is made up.</summary>
    private string Origin => PublishedRefusals.CodesOf(Text) switch
    {
        [] => "ours",
        var codes when codes.Contains(Code) => "published",
        var codes => $"published, with {string.Join(", ", codes.Distinct().Order())}",
    };
}
