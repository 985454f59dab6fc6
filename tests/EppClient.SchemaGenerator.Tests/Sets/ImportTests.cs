using EppClient.SchemaGenerator.Tests.Support;
using EppClient.TestSupport.Generation;

namespace EppClient.SchemaGenerator.Tests.Sets;

/// <summary>Files that reference other namespaces, and files that share one.</summary>
public sealed class ImportTests
{
    private static readonly SchemaItem Common = new("common.xsd", SchemaText.Of("urn:common", SchemaText.Token("size", 3)));

    [Theory]
    [InlineData("""<xs:import namespace="urn:common"/>""")]
    [InlineData("""<xs:import namespace="urn:common" schemaLocation="nowhere.xsd"/>""")]
    [InlineData("""<xs:import namespace="urn:common" schemaLocation="http://schemas.example/common-9.9.xsd"/>""")]
    [InlineData("""<xs:import namespace="urn:a"/>""")]
    [InlineData("")]
    public void Reference_is_resolved_by_namespace(string import) => Clean(
        new SchemaItem("box.xsd", SchemaText.Of("urn:a", import + SchemaText.Element("box", "c:size"), """xmlns:c="urn:common" """)), Common);

    [Fact]
    public void Built_in_schema_needs_no_import() => Clean(new SchemaItem("box.xsd", SchemaText.Of(
        "urn:a", SchemaText.Element("box", "x:clIDType"), """xmlns:x="urn:ietf:params:xml:ns:eppcom-1.0" """)));

    [Fact]
    public void Components_of_files_with_one_namespace_belong_together()
    {
        var run = Clean(
            new SchemaItem("check.xsd", SchemaText.Of("urn:a", SchemaText.Element("check", "t:size"))),
            new SchemaItem("info.xsd", SchemaText.Of("urn:a", SchemaText.Element("info", "t:size"), """xmlns:u="urn:unused" """)),
            new SchemaItem("types.xsd", SchemaText.Of("urn:a", SchemaText.Token("size", 3))));

        run.Files.Keys.Should().BeEquivalentTo("Generated.ACheck.g.cs", "Generated.AInfo.g.cs", "Generated.ASchema.g.cs");
    }

    [Fact]
    public void Duplicate_component_is_used_once()
    {
        var other = SchemaText.Of("urn:a", SchemaText.Element("box", "t:size").Replace(" name=", "\n  name=", StringComparison.Ordinal) + SchemaText.Token("size", 3))
            .Replace("t:", "u:", StringComparison.Ordinal).Replace("xmlns:t", "xmlns:u", StringComparison.Ordinal);

        Clean(
            new SchemaItem("a/box.xsd", SchemaText.Of("urn:a", SchemaText.Element("box", "t:size") + SchemaText.Token("size", 3))),
            new SchemaItem("b/box.xsd", other));
    }

    [Fact]
    public void First_of_differing_components_is_used_and_the_other_is_reported()
    {
        var run = GeneratorRun.Of(
            new SchemaItem("b/box.xsd", SchemaText.Of("urn:a", SchemaText.Element("box", "xs:token", "late"))),
            new SchemaItem("a/box.xsd", SchemaText.Of("urn:a", SchemaText.Element("box", "xs:token", "early"))));

        var diagnostic = run.Diagnostics.Should().ContainSingle().Subject;
        diagnostic.Id.Should().Be("EPP1008");
        diagnostic.GetMessage(null).Should().Contain("'box'").And.Contain("a/box.xsd");
        diagnostic.Location.GetLineSpan().Path.Should().Be("b/box.xsd");
        run.Files["Generated.ABox.g.cs"].Should().Contain("Early").And.NotContain("Late");
    }

    [Fact]
    public void Byte_order_mark_encoding_and_document_type_are_accepted() => Clean(new SchemaItem(
        "urn:odd name (1).xsd",
        "\uFEFF<?xml version=\"1.0\" encoding=\"x-unheard-of\"?>\n<!DOCTYPE xs:schema PUBLIC \"-//W3C//DTD XMLSCHEMA 200102//EN\" \"XMLSchema.dtd\" [<!ATTLIST xs:schema xmlns:u CDATA #FIXED 'urn:u'>]>\n"
        + SchemaText.Of("urn:a", SchemaText.Element("box", "xs:token"))));

    [Fact]
    public void Schema_of_schemas_and_the_xml_namespace_are_known() => Clean(
        new SchemaItem("XMLSchema.xsd", SchemaText.Of("http://www.w3.org/2001/XMLSchema", string.Empty)),
        new SchemaItem("box.xsd", SchemaText.Of("urn:a", """
            <xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="http://www.w3.org/2001/xml.xsd"/>
            <xs:attributeGroup name="marks"><xs:attribute ref="xml:lang"/></xs:attributeGroup>
            """ + SchemaText.Element("box", "xs:token"))));

    private static GeneratorRun Clean(params SchemaItem[] items)
    {
        var run = GeneratorRun.Of(items);
        run.Diagnostics.Should().BeEmpty();
        run.CompilerFaults().Should().BeEmpty();
        return run;
    }
}
