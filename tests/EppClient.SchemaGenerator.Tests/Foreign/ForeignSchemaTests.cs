using EppClient.SchemaGenerator.Tests.Support;

namespace EppClient.SchemaGenerator.Tests.Foreign;

/// <summary>An unmodified schema of any registry turns into code that compiles.</summary>
public sealed class ForeignSchemaTests
{
    [SkippableTheory]
    [InlineData("ietf")]
    [InlineData("se-iis")]
    [InlineData("no-norid")]
    [InlineData("dk")]
    public void Schemas_of_a_registry_turn_into_code_that_compiles(string set)
    {
        Repository.SkipWithoutCorpus();

        var run = GeneratorRun.Of(ForeignSchemas.Load(set));

        run.Diagnostics.Should().BeEmpty();
        run.CompilerFaults().Should().BeEmpty();
        run.Files.Should().NotBeEmpty();
    }
}
