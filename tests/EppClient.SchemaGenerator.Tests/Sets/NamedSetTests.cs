using EppClient.SchemaGenerator.Tests.Support;
using EppClient.TestSupport.Generation;
using EppClient.Xml;

namespace EppClient.SchemaGenerator.Tests.Sets;

/// <summary>Several versions of a namespace in one project, and copies of schemas from referenced assemblies.</summary>
public sealed class NamedSetTests
{
    private const string Contact = "urn:ietf:params:xml:ns:contact-1.0";

    [Fact]
    public void Two_versions_of_a_namespace_have_separate_types()
    {
        var run = GeneratorRun.Of(
            new SchemaItem("x/contact.xsd", SchemaText.Of(Contact, SchemaText.Element("info", "xs:token", "left")), ("Set", "x")),
            new SchemaItem("y/contact.xsd", SchemaText.Of(Contact, SchemaText.Element("info", "xs:token", "right")), ("Set", "y-reg"), ("ClrNamespace", "My.Y")),
            new SchemaItem("y/more.xsd", SchemaText.Of("urn:y:more-1.0", """<xs:element name="more"><xs:complexType><xs:sequence><xs:element ref="c:info"/></xs:sequence></xs:complexType></xs:element>""", $"xmlns:c=\"{Contact}\""), ("Set", "y-reg")));

        run.Diagnostics.Should().BeEmpty();
        run.CompilerFaults().Should().BeEmpty();
        run.Files["Generated.X.ContactInfo.g.cs"].Should().Contain("Left");
        run.Files["My.Y.ContactInfo.g.cs"].Should().Contain("Right");
        run.Files["Generated.YReg.More.g.cs"].Should().Contain("global::My.Y.ContactInfo");
        run.Load().GetCustomAttributes(typeof(EppSchemaProvidedAttribute), false).Should().BeEmpty();
    }

    [Fact]
    public void Declaration_belongs_to_the_set_of_its_namespace()
    {
        const string Code = """
            namespace Generated.Y;
            [EppClient.Xml.EppElement("urn:a", "box")] public sealed partial record Anchored;
            """;
        var run = GeneratorRun.Of(
            Code,
            new SchemaItem("x.xsd", SchemaText.Of("urn:a", SchemaText.Element("box", "xs:token", "left")), ("Set", "X")),
            new SchemaItem("y.xsd", SchemaText.Of("urn:a", SchemaText.Element("box", "xs:token", "right")), ("Set", "Y")));

        run.Diagnostics.Should().BeEmpty();
        run.Files["Generated.Y.Anchored.g.cs"].Should().Contain("Right");
        run.Files.Should().ContainKey("Generated.X.ABox.g.cs").And.NotContainKey("Generated.Y.ABox.g.cs");
    }

    [Fact]
    public void Conflicting_sets_in_one_namespace_are_reported()
    {
        var run = GeneratorRun.Of(
            new SchemaItem("x.xsd", SchemaText.Of("urn:a", SchemaText.Element("box", "xs:token")), ("Set", "X"), ("ClrNamespace", "My")),
            new SchemaItem("y.xsd", SchemaText.Of("urn:a", SchemaText.Element("box", "xs:token")), ("Set", "Y"), ("ClrNamespace", "My")));

        run.Diagnostics.Should().AllSatisfy(d => d.Id.Should().Be("EPP1012")).And.Contain(d => d.GetMessage(null).Contains("My.ABox"));
        run.CompilerFaults().Should().BeEmpty();
    }

    [Fact]
    public void Differing_copy_of_a_schema_that_has_types_is_reported()
    {
        var run = GeneratorRun.Of(new SchemaItem("domain.xsd", Changed()));

        var diagnostic = run.Diagnostics.Should().ContainSingle().Subject;
        diagnostic.Id.Should().Be("EPP1011");
        diagnostic.GetMessage(null).Should().Contain("'periodType'").And.Contain("EppClient.Commands.DomainSchema").And.Contain("Emit=\"All\"");
        diagnostic.Location.GetLineSpan().StartLinePosition.Line.Should().BePositive();
    }

    [Fact]
    public void Identical_copy_is_not_reported()
    {
        var run = GeneratorRun.Of(new SchemaItem("domain.xsd", "<!-- mine -->" + Repository.Schema("ietf/domain-1.0.xsd").Replace("<?xml version=\"1.0\" encoding=\"utf-8\"?>", string.Empty, StringComparison.Ordinal)));

        run.Diagnostics.Should().BeEmpty();
        run.Files.Should().BeEmpty();
    }

    [Fact]
    public void Copy_with_Emit_All_has_its_own_types_and_others_use_them()
    {
        var run = GeneratorRun.Of(
            new SchemaItem("domain.xsd", Changed(), ("Emit", "All")),
            new SchemaItem("ext.xsd", SchemaText.Of("urn:a", SchemaText.Element("box", "d:periodType"), "xmlns:d=\"urn:ietf:params:xml:ns:domain-1.0\"")));

        run.Diagnostics.Should().BeEmpty();
        run.CompilerFaults().Should().BeEmpty();
        run.Files.Should().ContainKey("Generated.DomainCheck.g.cs");
        run.Files["Generated.ABox.g.cs"].Should().Contain("DomainPeriodUnit aSpan").And.NotContain("EppClient.Commands");
    }

    private static string Changed()
    {
        var text = Repository.Schema("ietf/domain-1.0.xsd");
        text.Should().Contain("name=\"unit\"");
        return text.Replace("name=\"unit\"", "name=\"span\"", StringComparison.Ordinal);
    }
}
