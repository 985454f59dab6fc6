using System.Text.Json;

namespace EppClient.SchemaGenerator.Tests.Conformance;

/// <summary>Schemas and messages of registries, available next to the repository on some machines: all compile and are written back equal.</summary>
public sealed class CorpusTests
{
    private static readonly string Corpus = RepositoryFolder.Combine("..", "shared", "corpus");

    [SkippableTheory]
    [InlineData("ietf", 700)]
    [InlineData("ietf", 700, "--emit-all")]
    [InlineData("se-iis", 20)]
    [InlineData("se-iis", 20, "--emit-all")]
    [InlineData("no-norid", 3)]
    [InlineData("no-norid", 3, "--emit-all")]
    [InlineData("dk", 119)]
    [InlineData("dk", 119, "--emit-all")]
    public void A_registry_with_its_messages_is_a_success(string name, int least, params string[] more)
    {
        Skip.IfNot(Directory.Exists(Corpus), "The corpus is not on this machine.");
        using var set = new ToySet();
        var messages = name == "dk" ? MessagesOfDk() : MessagesOf(name);
        foreach (var file in SchemasOf(name))
        {
            set.WithSchema(file, File.ReadAllText(Path.Combine(Corpus, "xsd", file)));
        }

        foreach (var file in messages)
        {
            set.WithMessage(file, File.ReadAllText(Path.Combine(Corpus, file)));
        }

        var outcome = set.Run(more);

        // Some registries change the schemas of the RFCs; a project uses the types of EppClient for these unless all types are emitted.
        outcome.Problems.Where(p => more.Length > 0 || !p.Contains("EPP1011", StringComparison.Ordinal)).Should().BeEmpty();
        outcome.ExitCode.Should().Be(0);
        messages.Count.Should().BeGreaterThanOrEqualTo(least);
    }

    [SkippableTheory]
    [InlineData]
    [InlineData("--emit-all")]
    public void Wrapper_that_adds_an_element_compiles_and_its_messages_are_typed(params string[] more)
    {
        var folder = Path.Combine(Corpus, "field-cases", "36-wrapper-adds-an-element");
        Skip.IfNot(Directory.Exists(folder), "The field cases are not on this machine.");

        var outcome = Outcome.Of(["--schemas", Path.Combine(folder, "xsd"), "--messages", Path.Combine(folder, "messages"), .. more]);

        outcome.Problems.Should().BeEmpty();
        outcome.Summary.Should().StartWith("schemas compiled 3 of 3;").And.EndWith("messages read 2 of 2; written back equal 2 of 2");
    }

    private static List<string> SchemasOf(string set)
    {
        using var sets = JsonDocument.Parse(File.ReadAllText(Path.Combine(Corpus, "xsd", "sets.json")));
        return [.. sets.RootElement.GetProperty(set).GetProperty("files").EnumerateArray().Select(f => f.GetString()!)];
    }

    private static List<string> MessagesOf(string set) =>
    [
        .. File.ReadLines(Path.Combine(Corpus, "xml", "manifest.tsv"))
            .Select(line => line.Split('\t'))
            .Where(cells => cells[2] == set)
            .Select(cells => Path.Combine("xml", cells[0])),
    ];

    private static List<string> MessagesOfDk() =>
    [
        .. File.ReadLines(Path.Combine(Corpus, "dk", "INDEX.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length > 6 && cells[4] == "yes" && cells[5] == "yes")
            .Select(cells => Path.Combine("dk", cells[1].Trim('`'))),
    ];
}
