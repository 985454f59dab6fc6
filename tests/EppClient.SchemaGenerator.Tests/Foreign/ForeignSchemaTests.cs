using EppClient.SchemaGenerator.Tests.Support;

namespace EppClient.SchemaGenerator.Tests.Foreign;

/// <summary>An unmodified schema of any registry produces code that compiles.</summary>
public sealed class ForeignSchemaTests
{
    [SkippableTheory]
    [InlineData("ietf")]
    [InlineData("se-iis", "contact-1.0", "domain-1.0")]
    [InlineData("no-norid")]
    [InlineData("dk", "domain-1.0", "epp-1.0")]
    public void Schemas_of_a_registry_produce_code_that_compiles(string set, params string[] changed)
    {
        Repository.SkipWithoutCorpus();

        // The package contains most schemas of the IETF; here they are emitted anyway.
        var run = GeneratorRun.Of(set == "ietf" ? ForeignSchemas.Load(set, ("Emit", "All")) : ForeignSchemas.Load(set));

        // The only diagnostics are for the registry's changes to the schemas of the RFCs.
        run.Diagnostics.Should().NotContain(d => d.Id != "EPP1011");
        run.Diagnostics.Select(d => Path.GetFileNameWithoutExtension(d.Location.GetLineSpan().Path)).Should().BeEquivalentTo(changed);
        run.CompilerFaults().Should().BeEmpty();
        run.Files.Should().NotBeEmpty();
    }
}
