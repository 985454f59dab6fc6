using EppClient.SchemaGenerator.Tests.Support;

namespace EppClient.SchemaGenerator.Tests.Foreign;

/// <summary>An unmodified schema of any registry turns into code that compiles.</summary>
public sealed class ForeignSchemaTests
{
    [SkippableTheory]
    [InlineData("ietf")]
    [InlineData("se-iis", "contact-1.0", "domain-1.0")]
    [InlineData("no-norid")]
    [InlineData("dk", "domain-1.0", "epp-1.0")]
    public void Schemas_of_a_registry_turn_into_code_that_compiles(string set, params string[] changed)
    {
        Repository.SkipWithoutCorpus();

        // Most schemas of the IETF come with the package; here they are emitted all the same.
        var run = GeneratorRun.Of(set == "ietf" ? ForeignSchemas.Load(set, ("Emit", "All")) : ForeignSchemas.Load(set));

        // Nothing is amiss but what the registry changed in the schemas of the RFCs.
        run.Diagnostics.Should().NotContain(d => d.Id != "EPP1011");
        run.Diagnostics.Select(d => Path.GetFileNameWithoutExtension(d.Location.GetLineSpan().Path)).Should().BeEquivalentTo(changed);
        run.CompilerFaults().Should().BeEmpty();
        run.Files.Should().NotBeEmpty();
    }
}
