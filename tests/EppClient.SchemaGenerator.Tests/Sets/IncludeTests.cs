using EppClient.SchemaGenerator.Tests.Support;
using EppClient.TestSupport.Generation;

namespace EppClient.SchemaGenerator.Tests.Sets;

/// <summary>Files that include others.</summary>
public sealed class IncludeTests
{
    private static readonly string Box = SchemaText.Element("box", "t:size");

    [Theory]
    [InlineData("common.xsd")]
    [InlineData("./common.xsd")]
    [InlineData("../else/where/common.xsd")]
    [InlineData("http://schemas.example/common.xsd")]
    [InlineData("""c:\schemas\common.xsd""")]
    public void Include_is_found_by_its_file_name(string location) => Clean(
        new SchemaItem("a/box.xsd", SchemaText.Of("urn:a", Include(location) + Box)),
        new SchemaItem("b/common.xsd", SchemaText.Of("urn:a", SchemaText.Token("size", 3))));

    [Fact]
    public void Includes_can_be_nested_and_circular() => Clean(
        new SchemaItem("box.xsd", SchemaText.Of("urn:a", Include("one.xsd") + Box)),
        new SchemaItem("one.xsd", SchemaText.Of("urn:a", Include("two.xsd"))),
        new SchemaItem("two.xsd", SchemaText.Of("urn:a", Include("box.xsd") + Include("one.xsd") + SchemaText.Token("size", 3))));

    [Fact]
    public void Files_with_the_same_name_are_distinguished_by_path()
    {
        var run = Clean(
            new SchemaItem("x/main/box.xsd", SchemaText.Of("urn:a", Include("../lib/common.xsd") + Box)),
            new SchemaItem("w/lib/common.xsd", SchemaText.WithoutNamespace(SchemaText.Token("size", 3))),
            new SchemaItem("x/lib/common.xsd", SchemaText.WithoutNamespace(SchemaText.Token("size", 7))),
            new SchemaItem("x/main/common.xsd", SchemaText.WithoutNamespace(SchemaText.Token("size", 3))));

        run.Files["Generated.ASchema.g.cs"].Should().Contain("7").And.NotContain("= 3");
    }

    [Fact]
    public void File_without_namespace_gets_the_namespace_of_each_including_file()
    {
        var run = Clean(
            new SchemaItem("a.xsd", SchemaText.Of("urn:first", Include("shared.xsd") + Box)),
            new SchemaItem("b.xsd", SchemaText.Of("urn:second", Include("shared.xsd") + Box)),
            new SchemaItem("inner.xsd", SchemaText.WithoutNamespace(SchemaText.Token("size", 3))),
            new SchemaItem("shared.xsd", SchemaText.WithoutNamespace(Include("inner.xsd") + SchemaText.Element("crate", "size"))));

        run.Files.Keys.Should().Contain(["Generated.FirstCrate.g.cs", "Generated.SecondCrate.g.cs"]);
        run.Files["Generated.SecondCrate.g.cs"].Should().Contain("SecondSchema.");
        run.Files.Should().HaveCount(6);
    }

    [Fact]
    public void File_that_only_includes_others_adds_nothing()
    {
        var run = Clean(
            new SchemaItem("all.xsd", SchemaText.WithoutNamespace("""<xs:import namespace="urn:a" schemaLocation="box.xsd"/><xs:include schemaLocation="box.xsd"/>""")),
            new SchemaItem("box.xsd", SchemaText.Of("urn:a", SchemaText.Element("box", "xs:token"))));

        run.Files.Keys.Should().BeEquivalentTo("Generated.ABox.g.cs", "Generated.ASchema.g.cs");
    }

    [Fact]
    public void Missing_include_is_reported_at_its_line()
    {
        var run = GeneratorRun.Of(new SchemaItem("box.xsd", SchemaText.Of("urn:a", Include("gone.xsd") + SchemaText.Element("box", "xs:token"))));

        var diagnostic = run.Diagnostics.Should().ContainSingle().Subject;
        diagnostic.Id.Should().Be("EPP1009");
        diagnostic.GetMessage(null).Should().Contain("gone.xsd");
        diagnostic.Location.GetLineSpan().StartLinePosition.Line.Should().Be(1);
        run.Files.Should().ContainKey("Generated.ABox.g.cs");
    }

    [Fact]
    public void Redefined_type_replaces_the_original()
    {
        var run = Clean(
            new SchemaItem("base.xsd", SchemaText.Of("urn:a", SchemaText.Token("size", 30) + SchemaText.Element("box", "t:size") + """
                <xs:complexType name="lid"><xs:sequence><xs:group ref="t:parts"/></xs:sequence><xs:attributeGroup ref="t:marks"/></xs:complexType>
                <xs:group name="parts"><xs:sequence><xs:element name="hinge" type="xs:token"/></xs:sequence></xs:group>
                <xs:attributeGroup name="marks"><xs:attribute name="left" type="xs:token"/></xs:attributeGroup>
                <xs:element name="top" type="t:lid"/>
                """)),
            new SchemaItem("mine.xsd", SchemaText.Of("urn:a", """
                <xs:redefine schemaLocation="base.xsd">
                  <xs:simpleType name="size"><xs:restriction base="t:size"><xs:maxLength value="7"/></xs:restriction></xs:simpleType>
                  <xs:complexType name="lid"><xs:complexContent><xs:extension base="t:lid"><xs:sequence><xs:element name="knob" type="xs:token"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
                  <xs:group name="parts"><xs:sequence><xs:group ref="t:parts"/><xs:element name="screw" type="xs:token"/></xs:sequence></xs:group>
                  <xs:attributeGroup name="marks"><xs:attributeGroup ref="t:marks"/><xs:attribute name="right" type="xs:token"/></xs:attributeGroup>
                </xs:redefine>
                """)));

        run.Files["Generated.ATop.g.cs"].Should().ContainAll("Hinge", "Screw", "Knob", "Left", "Right");
        run.Files["Generated.ASchema.g.cs"].Should().Contain("7").And.NotContain("redefined");
    }

    [Fact]
    public void Redefinition_without_its_original_as_base_replaces_it_and_is_reported()
    {
        var run = GeneratorRun.Of(
            new SchemaItem("base.xsd", SchemaText.Of("urn:a", SchemaText.Token("size", 30) + Box)),
            new SchemaItem("mine.xsd", SchemaText.Of("urn:a", $"""<xs:redefine schemaLocation="base.xsd">{SchemaText.Token("size", 7)}</xs:redefine>""")));

        run.Diagnostics.Should().ContainSingle().Which.Id.Should().Be("EPP1010");
        run.Files["Generated.ASchema.g.cs"].Should().Contain("7").And.NotContain("30");
        run.CompilerFaults().Should().BeEmpty();
    }

    [Fact]
    public void Redefinition_of_nothing_is_reported()
    {
        var run = GeneratorRun.Of(
            new SchemaItem("base.xsd", SchemaText.Of("urn:a", SchemaText.Element("box", "xs:token"))),
            new SchemaItem("mine.xsd", SchemaText.Of("urn:a", """
                <xs:redefine schemaLocation="base.xsd"><xs:simpleType name="size"><xs:restriction base="t:size"/></xs:simpleType></xs:redefine>
                """)));

        run.Diagnostics.Should().ContainSingle().Which.GetMessage(null).Should().Contain("'size'").And.Contain("no file");
        run.Files.Should().ContainKey("Generated.ABox.g.cs");
    }

    [Fact]
    public void Redefinition_of_a_bundled_schema_needs_no_copy()
    {
        var run = Clean(new SchemaItem("mine.xsd", SchemaText.Of("urn:ietf:params:xml:ns:host-1.0", """
            <xs:redefine schemaLocation="host-1.0.xsd">
              <xs:complexType name="renewType"><xs:sequence/></xs:complexType>
            </xs:redefine>
            <xs:element name="poke" type="t:sNameType"/>
            """), ("Emit", "All")));

        run.Files.Keys.Should().Contain(k => k.EndsWith("Poke.g.cs", StringComparison.Ordinal)).And.Contain(k => k.EndsWith("Info.g.cs", StringComparison.Ordinal));
    }

    private static string Include(string location) => $"""<xs:include schemaLocation="{location}"/>""";

    private static GeneratorRun Clean(params SchemaItem[] items)
    {
        var run = GeneratorRun.Of(items);
        run.Diagnostics.Should().BeEmpty();
        run.CompilerFaults().Should().BeEmpty();
        return run;
    }
}
