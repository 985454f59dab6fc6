using EppClient.Conformance;

namespace EppClient.SchemaGenerator.Tests.Conformance;

/// <summary>Tests the command line.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("Add at least one --schemas DIR.")]
    [InlineData("Add at least one --schemas DIR.", "--messages", ".")]
    [InlineData("--schemas needs a folder.", "--schemas")]
    [InlineData("--schemas needs a folder.", "--schemas", "--messages", ".")]
    [InlineData("There is no folder 'no/such/folder'.", "--schemas", "no/such/folder")]
    [InlineData("Unknown argument 'folder'.", "folder")]
    public void Wrong_usage_is_explained(string error, params string[] arguments)
    {
        var outcome = Outcome.Of(arguments);

        outcome.ExitCode.Should().Be(2);
        outcome.Errors.Should().StartWith(error).And.Contain(CommandLine.Help);
        outcome.Summary.Should().BeEmpty();
    }

    [Fact]
    public void Help_succeeds()
    {
        var outcome = Outcome.Of("--help");

        outcome.ExitCode.Should().Be(0);
        string.Join('\n', outcome.Problems.Append(outcome.Summary)).Should().Contain("usage:").And.Contain("schemas compiled X of Y");
    }

    [Fact]
    public void Too_many_schemas_are_rejected()
    {
        using var set = new ToySet().WithSchema("huge.xsd", string.Empty);
        using (var huge = File.OpenWrite(Path.Combine(set.Schemas, "huge.xsd")))
        {
            huge.SetLength(100_000_000);
        }

        var outcome = Outcome.Of("--schemas", set.Schemas);

        outcome.ExitCode.Should().Be(2);
        outcome.Errors.Should().StartWith("1 schemas have 100.0 MB together");
    }
}
