using EppClient.SchemaGenerator.Tests.Support;
using EppClient.TestSupport.Generation;
using Microsoft.CodeAnalysis;

namespace EppClient.SchemaGenerator.Tests.Sets;

/// <summary>Invalid components are omitted with their dependents, and the rest compiles.</summary>
public sealed class FaultTests
{
    private static readonly string Rest = "\n" + SchemaText.Element("rest", "xs:token");

    [Fact]
    public void Missing_type_removes_only_the_components_that_need_it()
    {
        var diagnostic = Single("""
            <xs:element name="crate" type="t:crateType"/>
            <xs:complexType name="crateType"><xs:sequence>
              <xs:element name="frame" type="t:frameType"/>
            </xs:sequence></xs:complexType>
            """, "EPP1007", out var run);

        diagnostic.GetMessage(null).Should().Contain("type 'crateType'").And.Contain("'t:frameType'").And.Contain("element 'crate'");
        diagnostic.Location.GetLineSpan().StartLinePosition.Line.Should().Be(3);
        run.Files.Keys.Should().NotContain("Generated.ACrate.g.cs");
    }

    [Fact]
    public void Missing_schema_is_reported() => Single(
        SchemaText.Element("box", "m:size").Replace("<xs:element name=\"box\"", "<xs:element name=\"box\" xmlns:m=\"urn:missing\"", StringComparison.Ordinal), "EPP1007", out _)
        .GetMessage(null).Should().Contain("urn:missing").And.Contain("EppSchema item");

    [Theory]
    [InlineData("""<xs:element name="box" type="q:size"/>""", "'q:size'")]
    [InlineData("""<xs:element name="box" type="xs:tokem"/>""", "'xs:tokem'")]
    [InlineData("""<xs:complexType name="box"><xs:sequence><xs:all><xs:element name="a"/></xs:all></xs:sequence></xs:complexType>""", "all")]
    [InlineData("""<xs:group name="box"><xs:sequence><xs:group ref="t:box"/></xs:sequence></xs:group>""", "Circular")]
    [InlineData("""<xs:simpleType name="box"><xs:restriction base="t:box"/></xs:simpleType>""", "Circular")]
    [InlineData("""<xs:complexType name="box"><xs:sequence><xs:element name="a" type="xs:int"/><xs:element name="a" type="xs:date"/></xs:sequence></xs:complexType>""", "same")]
    [InlineData("""<xs:element type="xs:token"/>""", "name")]
    [InlineData("""<xs:element name="a b" type="xs:token"/>""", "a b")]
    [InlineData("""<xs:oddity/>""", "oddity")]
    public void Broken_component_is_left_out(string component, string expected)
    {
        var run = GeneratorRun.Of(new SchemaItem("box.xsd", SchemaText.Of("urn:a", component + Rest)));

        run.Diagnostics.Should().NotBeEmpty().And.AllSatisfy(d => d.Id.Should().Be("EPP1007"));
        run.Diagnostics[0].GetMessage(null).Should().Contain(expected);
        run.Diagnostics[0].Location.GetLineSpan().StartLinePosition.Line.Should().Be(1);
        run.Files.Keys.Should().BeEquivalentTo("Generated.ARest.g.cs", "Generated.ASchema.g.cs");
    }

    [Theory]
    [InlineData("""<xs:element name="box" type="xs:token" use="required"/>""", "attribute 'use'")]
    [InlineData("""<xs:element name="box"><xs:complexType><xs:attribute name="a" type="xs:int" default="none"/></xs:complexType></xs:element>""", "default value 'none'")]
    public void Optional_broken_part_is_left_out_alone(string component, string expected)
    {
        Single(component, "EPP1007", out var run).GetMessage(null).Should().Contain(expected).And.Contain("'box'");

        run.Files.Should().HaveCountGreaterThanOrEqualTo(2);
        run.CompilerFaults().Should().BeEmpty();
    }

    [Theory]
    [InlineData("""
        <xs:complexType name="base"><xs:sequence><xs:element name="a" type="xs:token"/></xs:sequence><xs:attribute name="mark" type="t:mark"/></xs:complexType>
        <xs:simpleType name="mark"><xs:restriction base="xs:token"/></xs:simpleType>
        <xs:element name="box"><xs:complexType><xs:complexContent><xs:restriction base="t:base">
          <xs:sequence><xs:element name="b" type="xs:int"/></xs:sequence>
        </xs:restriction></xs:complexContent></xs:complexType></xs:element>
        """, "Mark")]
    [InlineData("""<xs:element name="box"><xs:complexType><xs:attribute name="one" type="xs:ID"/><xs:attribute name="two" type="xs:ID" fixed="x"/></xs:complexType></xs:element>""", "Two")]
    [InlineData("""
        <xs:element name="box"><xs:complexType><xs:sequence>
          <xs:any namespace="##any" processContents="lax" minOccurs="0"/><xs:element name="b" type="xs:token" minOccurs="0"/>
        </xs:sequence></xs:complexType></xs:element>
        """, "B")]
    public void Component_that_only_the_framework_rejects_becomes_a_type(string content, string member)
    {
        var run = GeneratorRun.Of(new SchemaItem("box.xsd", SchemaText.Of("urn:a", content)));

        run.Diagnostics.Should().BeEmpty();
        run.CompilerFaults().Should().BeEmpty();
        run.Files["Generated.ABox.g.cs"].Should().Contain($" {member} {{ get");
    }

    [Theory]
    [InlineData("<wsdl/>", "root is 'wsdl'")]
    [InlineData("", "Root element is missing")]
    [InlineData("<xs:schema", "Unexpected end")]
    public void File_that_is_not_a_schema_is_reported_and_the_others_compile(string text, string expected)
    {
        var run = GeneratorRun.Of(new SchemaItem("a.xsd", text), new SchemaItem("box.xsd", SchemaText.Of("urn:a", Rest)));

        var diagnostic = run.Diagnostics.Should().ContainSingle().Subject;
        diagnostic.Id.Should().Be("EPP1001");
        diagnostic.GetMessage(null).Should().Contain(expected);
        run.Files.Should().ContainKey("Generated.ARest.g.cs");
    }

    [Fact]
    public void Depth_is_limited()
    {
        var text = SchemaText.Of("urn:a", string.Concat(Enumerable.Repeat("<xs:annotation>", 5000)) + string.Concat(Enumerable.Repeat("</xs:annotation>", 5000)));

        GeneratorRun.Of(new SchemaItem("deep.xsd", text)).Diagnostics.Should().ContainSingle().Which.GetMessage(null).Should().Contain("levels deep");
    }

    private static Diagnostic Single(string content, string id, out GeneratorRun run)
    {
        run = GeneratorRun.Of(new SchemaItem("box.xsd", SchemaText.Of("urn:a", content + Rest)));
        var diagnostic = run.Diagnostics.Should().ContainSingle(string.Join("\n", run.Diagnostics)).Subject;
        diagnostic.Id.Should().Be(id);
        run.Files.Should().ContainKey("Generated.ARest.g.cs");
        return diagnostic;
    }
}
