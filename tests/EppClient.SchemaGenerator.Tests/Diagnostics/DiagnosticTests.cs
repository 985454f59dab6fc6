using EppClient.SchemaGenerator.Tests.Support;
using EppClient.TestSupport.Generation;
using Microsoft.CodeAnalysis;

namespace EppClient.SchemaGenerator.Tests.Diagnostics;

public sealed class DiagnosticTests
{
    private const string Box = """<xs:element name="box"><xs:complexType><xs:sequence><xs:element name="a" type="xs:token"/></xs:sequence></xs:complexType></xs:element>""";

    [Fact]
    public void Schema_that_is_not_well_formed_is_reported_at_its_line()
    {
        var diagnostic = Single(GeneratorRun.Of(new SchemaItem("broken.xsd", "<xs:schema\n  xmlns:xs='http://www.w3.org/2001/XMLSchema'>\n</oops>")), "EPP1001");

        diagnostic.Location.GetLineSpan().Path.Should().Be("broken.xsd");
        diagnostic.Location.GetLineSpan().StartLinePosition.Line.Should().Be(2);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("<!-- fine --> <?pi fine?> <b/>")]
    [InlineData("</xs:schema>")]
    [InlineData("<")]
    public void Text_after_a_schema_is_ignored_with_a_warning(string text)
    {
        var run = GeneratorRun.Of(new SchemaItem("test.xsd", SchemaItem.Wrap(Box) + "\r\n" + text));

        Single(run, "EPP1014").Severity.Should().Be(DiagnosticSeverity.Warning);
        run.Diagnostics.Should().ContainSingle();
        run.Files.Should().ContainKey("Generated.TBox.g.cs");
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>")]
    [InlineData("<!DOCTYPE a SYSTEM 'file:///etc/hostname' [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>")]
    public void Entity_of_a_document_type_is_never_expanded(string text) =>
        Single(GeneratorRun.Of(new SchemaItem("dtd.xsd", text)), "EPP1001").Severity.Should().Be(DiagnosticSeverity.Error);

    [Fact]
    public void Schema_that_does_not_compile_does_not_affect_the_others()
    {
        var run = GeneratorRun.Of(
            SchemaItem.Test(Box),
            new SchemaItem("broken.xsd", """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:b="urn:broken" targetNamespace="urn:broken">
                <xs:element name="a" type="b:missing"/>
                </xs:schema>
                """));

        Single(run, "EPP1007").GetMessage(null).Should().Contain("missing");
        run.Files.Should().ContainKey("Generated.TBox.g.cs");
    }

    [Fact]
    public void Ambiguous_content_is_reported_and_kept()
    {
        var run = GeneratorRun.Of(SchemaItem.Test($"""
            {Box}
            <xs:complexType name="frameType"><xs:sequence><xs:sequence maxOccurs="unbounded">
              <xs:element name="bar" type="xs:token"/><xs:any namespace="##any" processContents="lax"/>
            </xs:sequence></xs:sequence></xs:complexType>
            <xs:element name="frame" type="t:frameType"/>
            """));

        Single(run, "EPP1002").GetMessage(null).Should().Contain("frameType").And.Contain("wildcard");
        run.Files["Generated.TFrame.g.cs"].Should().Contain("IEppElement> Elements");
        run.CompilerFaults().Should().BeEmpty();
    }

    [Fact]
    public void Placement_on_an_unknown_command_is_reported() => Single(
        GeneratorRun.Of(SchemaItem.Test("""
            <xs:element name="note" type="xs:token"><xs:annotation><xs:appinfo><e:on command="domain:repair"/></xs:appinfo></xs:annotation></xs:element>
            """)),
        "EPP1004").GetMessage(null).Should().Contain("t:note").And.Contain("domain:repair");

    [Theory]
    [InlineData("domian", "Did you mean 'domain'?")]
    [InlineData("domain:creat", "Did you mean 'domain:create'?")]
    [InlineData("contcat:create", "Did you mean 'contact:create'?")]
    [InlineData("orchard", "'orchard', which no schema of the project has")]
    public void Misspelt_Extends_metadata_is_reported_at_the_project_file_with_a_suggestion(string extends, string expected)
    {
        var run = GeneratorRun.Of(string.Empty, [SchemaItem.Test(Box, ("Extends", extends))], ("MSBuildProjectFullPath", "/src/Shop.csproj"));

        var diagnostic = Single(run, "EPP1004");
        diagnostic.GetMessage(null).Should().Contain(expected);
        diagnostic.Location.GetLineSpan().Path.Should().Be("/src/Shop.csproj");
    }

    [Fact]
    public void Overlay_that_does_not_match_the_schema_is_reported()
    {
        var run = GeneratorRun.Of(SchemaItem.Test(Box), new SchemaItem("overlay.xml", """
            <overlay xmlns="urn:eppclient:overlay" profile="test">
              <schema namespace="urn:ietf:params:xml:ns:domain-1.0">
                <simpleType name="noType" minLength="8"/>
                <complexType name="trnDataType"><element name="acID" minOccurs="0"/><element name="noID" minOccurs="0"/></complexType>
              </schema>
            </overlay>
            """));

        run.Diagnostics.Where(d => d.Id == "EPP1005").Select(d => d.GetMessage(null)).Should().SatisfyRespectively(
            m => m.Should().Contain("noType"), m => m.Should().Contain("noID"));
    }

    [Fact]
    public void Older_version_without_the_newest_is_reported() => Single(
        GeneratorRun.Of(SchemaItem.Test(Box, ("OlderVersionOf", "urn:newer"))), "EPP1006").GetMessage(null).Should().Contain("urn:newer");

    [Theory]
    [InlineData("""[EppClient.Xml.EppElement("urn:test", "bax")] public sealed partial record X;""", "EPP1101", "t:bax")]
    [InlineData("""[EppClient.Xml.EppType("urn:test", "box")] public sealed partial record X;""", "EPP1101", "t:box")]
    [InlineData("""[EppClient.Xml.EppExtensionGroup("urn:test", "domain:create")] public sealed partial record X;""", "EPP1101", "domain:create")]
    [InlineData("""[EppClient.Xml.EppElement("urn:test", "box")] public sealed partial record X; [EppClient.Xml.EppElement("urn:test", "box")] public sealed partial record Y;""", "EPP1102", "'Y'")]
    [InlineData("""[EppClient.Xml.EppElement("urn:ietf:params:xml:ns:domain-1.0", "check")] public sealed partial record X;""", "EPP1102", "EppClient.Commands.DomainCheck")]
    [InlineData("""[EppClient.Xml.EppType("urn:test", "boxType")] public readonly partial record struct X;""", "EPP1103", "t:boxType")]
    [InlineData("""[EppClient.Xml.EppElement("urn:test", "box")] public sealed partial class X;""", "EPP1103", "t:box")]
    [InlineData("""class Outer { [EppClient.Xml.EppElement("urn:test", "box")] public sealed partial record X; }""", "EPP1103", "t:box")]
    public void Invalid_declaration_is_reported_at_its_location(string code, string id, string expected)
    {
        var run = GeneratorRun.Of(
            code, SchemaItem.Test(Box + """<xs:complexType name="boxType"><xs:sequence><xs:element name="a" type="xs:token"/></xs:sequence></xs:complexType>"""));

        var diagnostic = Single(run, id);
        diagnostic.GetMessage(null).Should().Contain(expected);
        diagnostic.Location.GetLineSpan().Path.Should().Be("Code.cs");
    }

    [Fact]
    public void Every_diagnostic_is_documented()
    {
        var documented = File.ReadAllText(Path.Combine(Repository.Root, "docs", "reference", "generator-diagnostics.md"));

        var ids = typeof(SchemaGenerator.Diagnostics.Descriptors).GetFields().Select(f => f.GetValue(null)).OfType<DiagnosticDescriptor>().Select(d => d.Id);

        ids.Should().NotBeEmpty().And.AllSatisfy(id => documented.Should().Contain(id));
    }

    private static Diagnostic Single(GeneratorRun run, string id) => run.Diagnostics.Where(d => d.Id == id).Should().ContainSingle(string.Join("\n", run.Diagnostics)).Subject;
}
