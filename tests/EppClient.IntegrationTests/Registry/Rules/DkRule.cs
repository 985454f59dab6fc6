using EppClient.Testing.Dk.Results;

namespace EppClient.IntegrationTests.Registry.Rules;

/// <summary>A rule of the registry that has an answer of its own.</summary>
/// <param name="Section">The section of the registry's facts that states it.</param>
/// <param name="Rule">The rule, in words.</param>
/// <param name="Code">The code of the answer.</param>
/// <param name="Text">The text of the answer, to the letter.</param>
/// <param name="Provoke">Brings the answer about.</param>
internal sealed record DkRule(string Section, string Rule, int Code, string Text, Func<DkResult> Provoke)
{
    /// <summary>The rule's row in docs/dk-rules.md.</summary>
    public string Row => $"| {Section} | {Rule} | {Code} | `{Text}` |";
}
