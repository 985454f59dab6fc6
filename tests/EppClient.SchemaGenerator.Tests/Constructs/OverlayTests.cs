using EppClient.SchemaGenerator.Tests.Support;
using EppClient.TestSupport.Generation;
using EppClient.Xml;

namespace EppClient.SchemaGenerator.Tests.Constructs;

/// <summary>The effects of an overlay file on a user's schema.</summary>
public sealed class OverlayTests
{
    private const string Schema = """
        <xs:element name="code" type="t:codeType"/>
        <xs:element name="kind" type="t:kindType"/>
        <xs:simpleType name="codeType"><xs:restriction base="xs:token"><xs:pattern value="[a-z]{3}"/></xs:restriction></xs:simpleType>
        <xs:simpleType name="kindType"><xs:restriction base="xs:token"><xs:enumeration value="a"/><xs:enumeration value="b"/></xs:restriction></xs:simpleType>
        """;

    private static readonly EppSimpleType Code = new() { NamespaceUri = "urn:test", LocalName = "codeType", DisplayName = "t:codeType", Pattern = "[a-z]{3}" };
    private static readonly EppSimpleType Kind = new() { NamespaceUri = "urn:test", LocalName = "kindType", DisplayName = "t:kindType", Enumeration = ["a", "b"] };

    [Fact]
    public void Pattern_is_replaced()
    {
        var dialect = Overlaid("""<simpleType name="codeType" pattern="\d{2}"/>""");

        Write(dialect, "12", Code).Should().Contain("12");
        FluentActions.Invoking(() => Write(dialect, "abc", Code)).Should().Throw<EppValidationException>();
    }

    [Fact]
    public void Pattern_is_removed() => Write(Overlaid("""<simpleType name="codeType" pattern=""/>"""), "anything goes", Code).Should().Contain("anything goes");

    [Fact]
    public void Values_are_added_and_removed()
    {
        var dialect = Overlaid("""<simpleType name="kindType"><withoutEnumeration value="a"/><enumeration value="c"/></simpleType>""");

        Write(dialect, "b", Kind).Should().Contain("b");
        Write(dialect, "c", Kind).Should().Contain("c");
        FluentActions.Invoking(() => Write(dialect, "a", Kind)).Should().Throw<EppValidationException>();
    }

    [Fact]
    public void Value_for_a_type_that_has_no_list_is_reported() =>
        Run("""<simpleType name="codeType"><enumeration value="c"/></simpleType>""").Diagnostics.Where(d => d.Id == "EPP1005").Should().ContainSingle()
            .Which.GetMessage(null).Should().Contain("t:codeType/c");

    private static EppXmlDialect Overlaid(string change)
    {
        var run = Run(change);
        run.Diagnostics.Should().BeEmpty();
        run.CompilerFaults().Should().BeEmpty();
        var overlay = run.Load().GetType("Generated.TestOverlay", throwOnError: true)!.GetProperty("Instance")!.GetValue(null);
        return new EppXmlDialect { Overlay = (EppSchemaOverlay)overlay! };
    }

    private static GeneratorRun Run(string change) => GeneratorRun.Of(SchemaItem.Test(Schema), new SchemaItem("overlay.xml", $"""
        <overlay xmlns="urn:eppclient:overlay" profile="test"><schema namespace="urn:test">{change}</schema></overlay>
        """));

    private static string Write(EppXmlDialect dialect, string value, EppSimpleType type) => Wire.Write(new EppValueElement<string>("urn:test", "x", value, type), dialect);
}
