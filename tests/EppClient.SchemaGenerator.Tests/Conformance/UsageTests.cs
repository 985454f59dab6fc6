using EppClient.Conformance;

namespace EppClient.SchemaGenerator.Tests.Conformance;

/// <summary>The command line.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("At least one --schemas DIR is needed.")]
    [InlineData("At least one --schemas DIR is needed.", "--messages", ".")]
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
    public void Help_is_no_error()
    {
        var outcome = Outcome.Of("--help");

        outcome.ExitCode.Should().Be(0);
        string.Join('\n', outcome.Problems.Append(outcome.Summary)).Should().Contain("usage:").And.Contain("schemas compiled X of Y");
    }

    [Fact]
    public void More_schemas_than_any_registry_has_are_refused()
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
