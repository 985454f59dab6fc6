using EppClient.Dk.Testing;
using EppClient.Testing.Validation;

namespace EppClient.Tests.Schemas;

/// <summary>Messages that the .dk registry published, each with the result of three other validators.</summary>
public sealed class CorpusTests
{
    private static readonly EppSchemaValidator Dk = EppSchemaValidator.For(DkSchemaProfile.Current);

    [SkippableFact]
    public void Valid_messages_are_valid() => Results("yes", "yes").Should().HaveCount(120).And.AllSatisfy(v => v.Errors.Should().BeEmpty(v.File));

    [SkippableFact]
    public void Invalid_message_is_invalid() => Results("yes", "no").Should().ContainSingle().Which.Errors.Should().Contain(e => e.Contains("withdraw", StringComparison.Ordinal));

    [SkippableFact]
    public void Broken_messages_are_invalid() => Results("no", "no (does not parse)").Should().HaveCount(5).And.AllSatisfy(v => v.Errors.Should().NotBeEmpty(v.File));

    /// <summary>Validates the messages with these index entries for well-formed and valid.</summary>
    private static List<(string File, IReadOnlyList<string> Errors)> Results(string wellFormed, string valid)
    {
        Repository.SkipWithout(Repository.DkMessages);
        return
        [
            .. File.ReadLines(Path.Combine(Repository.DkMessages, "INDEX.md"))
                .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
                .Where(cells => cells.Length > 6 && cells[1].EndsWith(".xml`", StringComparison.Ordinal) && cells[4] == wellFormed && cells[5] == valid)
                .Select(cells => cells[1].Trim('`'))
                .Select(file => (file, Dk.Validate(File.ReadAllBytes(Path.Combine(Repository.DkMessages, file))))),
        ];
    }
}
