using EppClient.SchemaGenerator.Tests.Support;
using EppClient.TestSupport.Generation;
using Microsoft.CodeAnalysis;

namespace EppClient.SchemaGenerator.Tests.Incremental;

public sealed class CachingTests
{
    private const string Declaration = """
        namespace Mine;
        /// <summary>A box.</summary>
        [EppClient.Xml.EppElement("urn:test", "box")]
        public sealed partial record Box;
        """;

    private static readonly SchemaItem Schema = SchemaItem.Test(Element("line"));

    [Fact]
    public void Second_run_is_cached() => Reasons(First().Again(c => c)).Should().OnlyContain(r => IsCached(r.Reason));

    [Fact]
    public void Unrelated_edit_is_cached()
    {
        var second = First().Again(c => c.AddSyntaxTrees(GeneratorRun.Parse("class Other { void M() { } }", "Other.cs")));

        Reasons(second).Should().OnlyContain(r => IsCached(r.Reason));
    }

    [Fact]
    public void Edit_that_hides_no_name_is_not_emitted_again()
    {
        var second = First().Again(c => c.AddSyntaxTrees(GeneratorRun.Parse("namespace Elsewhere; class EppList;", "Other.cs")));

        second.Driver.GetRunResult().Results[0].TrackedOutputSteps.Values
            .SelectMany(steps => steps).SelectMany(step => step.Outputs)
            .Should().OnlyContain(o => IsCached(o.Reason));
    }

    [Fact]
    public void Edit_above_a_declaration_is_cached()
    {
        var second = First().Again(c => c.ReplaceSyntaxTree(c.SyntaxTrees.First(), GeneratorRun.Parse("// moved down\n\n" + Declaration, "Code.cs")));

        Reasons(second).Should().OnlyContain(r => IsCached(r.Reason));
    }

    [Fact]
    public void Edit_of_other_code_changes_no_schema()
    {
        var first = GeneratorRun.Of(Declaration, Schema, new SchemaItem("b.xsd", SchemaText.Of("urn:b", Element("b")), ("Set", "b")), new SchemaItem("c.xsd", SchemaText.Of("urn:c", Element("c"))));

        var second = first.Again(c => c.AddSyntaxTrees(GeneratorRun.Parse("class Other;", "Other.cs")))
            .Again(c => c.ReplaceSyntaxTree(c.SyntaxTrees.First(), GeneratorRun.Parse("\n\n" + Declaration + "\n", "Code.cs")));

        Reasons(second).Should().OnlyContain(r => IsCached(r.Reason));
        Reasons(second).Count(r => r.Step == TrackingNames.ReadSchema).Should().Be(3);
    }

    [Fact]
    public void Edit_of_a_schema_is_detected()
    {
        var second = First().Again(Schema, SchemaItem.Test(Element("row")));

        Reasons(second).Where(r => r.Step == TrackingNames.CompileSchemas).Should().OnlyContain(r => r.Reason == IncrementalStepRunReason.Modified);
        Reasons(second).Where(r => r.Step == TrackingNames.Files).Should().Contain(r => r.Reason == IncrementalStepRunReason.Modified);
        second.Files["Mine.Box.g.cs"].Should().Contain("Row");
    }

    [Fact]
    public void Insignificant_schema_edit_is_not_emitted_again()
    {
        var second = First().Again(Schema, SchemaItem.Test("<!-- a remark -->\n" + Element("line")));

        Reasons(second).Where(r => r.Step == TrackingNames.Files).Should().OnlyContain(r => IsCached(r.Reason));
    }

    [Fact]
    public void Edit_of_a_declaration_is_detected()
    {
        var second = First().Again(c => c.ReplaceSyntaxTree(
            c.SyntaxTrees.First(), GeneratorRun.Parse(Declaration.Replace("record Box", "record Crate", StringComparison.Ordinal), "Code.cs")));

        second.Files.Should().ContainKey("Mine.Crate.g.cs").And.NotContainKey("Mine.Box.g.cs");
    }

    private static GeneratorRun First() => GeneratorRun.Of(Declaration, Schema);

    private static string Element(string name) => $"""
        <xs:element name="box"><xs:complexType><xs:sequence><xs:element name="{name}" type="xs:token"/></xs:sequence></xs:complexType></xs:element>
        """;

    private static bool IsCached(IncrementalStepRunReason reason) => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;

    private static IEnumerable<(string Step, IncrementalStepRunReason Reason)> Reasons(GeneratorRun run) =>
        from name in new[] { TrackingNames.ReadSchema, TrackingNames.CompileSchemas, TrackingNames.ReadDeclarations, TrackingNames.PlanTypes, TrackingNames.Files, TrackingNames.Drafts, TrackingNames.ReadNames }
        from step in run.Driver.GetRunResult().Results[0].TrackedSteps[name]
        from output in step.Outputs
        select (name, output.Reason);
}
