using EppClient.SchemaGenerator.Tests.Support;
using EppClient.TestSupport.Generation;

namespace EppClient.SchemaGenerator.Tests.Sets;

/// <summary>Files that extend a namespace whose types EppClient contains; registries publish such files together with their extensions.</summary>
public sealed class AdditionTests
{
    private const string Domain = "urn:ietf:params:xml:ns:domain-1.0";
    private const string Include = """<xs:include schemaLocation="../epp/domain-1.0.xsd"/>""";

    private const string Additions = """
        <xs:element name="status" type="t:statusType"/>
        <xs:element name="level" type="t:levelType"/>
        <xs:element name="grade"><xs:complexType><xs:sequence><xs:element name="value" type="t:levelType"/></xs:sequence></xs:complexType></xs:element>
        <xs:simpleType name="levelType"><xs:restriction base="xs:token"><xs:enumeration value="low"/><xs:enumeration value="high"/></xs:restriction></xs:simpleType>
        """;

    private static readonly SchemaItem Note = new("note.xsd", SchemaText.Of(
        "urn:note",
        $"""
        <xs:import namespace="{Domain}"/>
        <xs:element name="note"><xs:complexType><xs:sequence>
          <xs:element ref="domain:status" minOccurs="0" maxOccurs="unbounded"/><xs:element ref="domain:level" minOccurs="0"/><xs:element ref="domain:grade" minOccurs="0"/>
        </xs:sequence></xs:complexType></xs:element>
        """,
        $"xmlns:domain=\"{Domain}\""));

    [Fact]
    public void Elements_and_types_that_a_file_adds_have_types_in_the_project()
    {
        var run = Clean(new SchemaItem("domain-wrap.xsd", SchemaText.Of(Domain, Include + Additions)), Note);

        run.Files.Keys.Order(StringComparer.Ordinal).Should().Equal(
            "Generated.DomainAdditionsSchema.g.cs", "Generated.DomainGrade.g.cs", "Generated.DomainLevel.g.cs", "Generated.DomainStatus.g.cs", "Generated.Note.g.cs", "Generated.NoteSchema.g.cs");
        run.Files["Generated.DomainStatus.g.cs"].Should().Contain("using EppClient.Commands;").And.Contain("DomainStatusValue ");
        run.Files["Generated.DomainAdditionsSchema.g.cs"].Should().Contain("IsAddition => true").And.NotContain("EppSchemaProvided");
    }

    [Fact]
    public void Copy_with_additions_does_not_count_as_a_different_schema()
    {
        var copy = Repository.Schema("ietf/domain-1.0.xsd");
        var run = Clean(new SchemaItem("domain-1.0.xsd", copy.Insert(copy.LastIndexOf("</", StringComparison.Ordinal), """
            <element xmlns="http://www.w3.org/2001/XMLSchema" name="status" type="domain:statusType"/>
            <element xmlns="http://www.w3.org/2001/XMLSchema" name="level" type="token"/>
            <element xmlns="http://www.w3.org/2001/XMLSchema" name="grade" type="token"/>
            """)), Note);

        run.Files.Should().ContainKeys("Generated.DomainStatus.g.cs", "Generated.DomainAdditionsSchema.g.cs");
    }

    [Fact]
    public void File_that_only_includes_a_schema_of_the_RFCs_adds_nothing()
    {
        var run = Clean(new SchemaItem("all.xsd", SchemaText.Of(Domain, Include)));

        run.Files.Should().BeEmpty();
    }

    [Fact]
    public void Emit_all_produces_one_schema()
    {
        var run = Clean(new SchemaItem("domain-wrap.xsd", SchemaText.Of(Domain, Include + Additions), ("Emit", "All")), Note);

        run.Files.Should().ContainKeys("Generated.DomainSchema.g.cs", "Generated.DomainCreate.g.cs").And.NotContainKey("Generated.DomainAdditionsSchema.g.cs");
    }

    private static GeneratorRun Clean(params SchemaItem[] items)
    {
        var run = GeneratorRun.Of(items);
        run.Diagnostics.Should().BeEmpty();
        run.CompilerFaults().Should().BeEmpty();
        return run;
    }
}
