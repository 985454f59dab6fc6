using System.Xml;
using System.Xml.Schema;
using EppClient.Testing.Validation;

namespace EppClient.Tests.Schemas;

public sealed class SchemaOverlayTests
{
    [Fact]
    public void Overlay_of_the_dk_registry_makes_three_kinds_of_changes()
    {
        using var reader = SchemaLibrary.Open(File.OpenRead(Path.Combine(Repository.Schemas, "dk", "overlay.xml")));

        var overlay = SchemaOverlayReader.Read(reader);

        overlay.Profile.Should().Be("dk");
        overlay.Changes.Should().Equal(
            new LengthChange(EppNamespaces.Epp, "pwType", 8, 64),
            new ValueRemoval(EppNamespaces.Domain, "pUnitType", "m"),
            new OptionalElement(EppNamespaces.Domain, "trnDataType", "acID"),
            new OptionalElement(EppNamespaces.Domain, "trnDataType", "acDate"));
    }

    [Fact]
    public void Facet_that_the_type_does_not_have_is_added()
    {
        var schema = Schema("""<xs:simpleType name="t"><xs:restriction base="xs:token"/></xs:simpleType>""");

        Apply("""<simpleType name="t" maxLength="3"/>""", schema);

        Facets(schema).Should().ContainSingle()
            .Which.Should().Match<XmlSchemaFacet>(f => f is XmlSchemaMaxLengthFacet && f.Value == "3");
    }

    [Theory]
    [InlineData("[0-9]{4}", "[0-9]{4}")]
    [InlineData("")]
    public void Pattern_is_replaced_or_removed(string pattern, params string[] left)
    {
        var schema = Schema("""<xs:simpleType name="t"><xs:restriction base="xs:token"><xs:pattern value="[a-z]+"/></xs:restriction></xs:simpleType>""");

        Apply($"""<simpleType name="t" pattern="{pattern}"/>""", schema);

        Facets(schema).OfType<XmlSchemaPatternFacet>().Select(f => f.Value).Should().Equal(left);
    }

    [Fact]
    public void Value_is_added_to_a_list()
    {
        var schema = Schema("""<xs:simpleType name="t"><xs:restriction base="xs:token"><xs:enumeration value="a"/></xs:restriction></xs:simpleType>""");

        Apply("""<simpleType name="t"><enumeration value="b"/></simpleType>""", schema);

        Facets(schema).OfType<XmlSchemaEnumerationFacet>().Select(f => f.Value).Should().Equal("a", "b");
    }

    [Fact]
    public void Element_is_found_at_any_depth()
    {
        var schema = Schema("""
            <xs:complexType name="t"><xs:sequence><xs:choice><xs:sequence><xs:element name="deep"/></xs:sequence></xs:choice></xs:sequence></xs:complexType>
            """);

        Apply("""<complexType name="t"><element name="deep" minOccurs="0"/></complexType>""", schema);

        SchemaParticles.Of(schema.Items.OfType<XmlSchemaComplexType>().Single()).OfType<XmlSchemaElement>().Single().MinOccurs.Should().Be(0);
    }

    [Theory]
    [InlineData("""<simpleType name="missing" minLength="1"/>""")]
    [InlineData("""<simpleType name="complex" minLength="1"/>""")]
    [InlineData("""<simpleType name="union" minLength="1"/>""")]
    [InlineData("""<simpleType name="simple"><withoutEnumeration value="z"/></simpleType>""")]
    [InlineData("""<simpleType name="bare"><enumeration value="z"/></simpleType>""")]
    [InlineData("""<complexType name="simple"><element name="a" minOccurs="0"/></complexType>""")]
    [InlineData("""<complexType name="complex"><element name="z" minOccurs="0"/></complexType>""")]
    public void Change_of_a_component_that_the_schema_lacks_is_refused(string change)
    {
        var schema = Schema("""
            <xs:simpleType name="simple"><xs:restriction base="xs:token"><xs:enumeration value="a"/></xs:restriction></xs:simpleType>
            <xs:simpleType name="bare"><xs:restriction base="xs:token"/></xs:simpleType>
            <xs:simpleType name="union"><xs:union memberTypes="xs:int xs:token"/></xs:simpleType>
            <xs:complexType name="complex"><xs:sequence><xs:element name="a"/></xs:sequence></xs:complexType>
            """);

        var act = () => Apply(change, schema);

        act.Should().Throw<XmlSchemaException>().WithMessage("The overlay does not fit: *");
    }

    [Fact]
    public void Change_of_a_schema_outside_of_the_set_is_refused()
    {
        var act = () => new SchemaOverlay("x", [new LengthChange("urn:example:missing", "t", 1, null)]).Apply([Schema(string.Empty)]);

        act.Should().Throw<XmlSchemaException>().WithMessage("*urn:example:missing*");
    }

    [Theory]
    [InlineData("""<other name="t"/>""")]
    [InlineData("""<simpleType minLength="1"/>""")]
    [InlineData("""<simpleType name="t" minLength="-1"/>""")]
    [InlineData("""<simpleType name="t"><maxLength value="3"/></simpleType>""")]
    [InlineData("""<simpleType name="t">text</simpleType>""")]
    [InlineData("""<simpleType name="t"><withoutEnumeration value="a"><more/></withoutEnumeration></simpleType>""")]
    [InlineData("""<simpleType xmlns="urn:example:other" name="t" minLength="1"/>""")]
    [InlineData("""<complexType name="t"><element name="a" minOccurs="1"/></complexType>""")]
    [InlineData("""<complexType name="t"><element name="a"/></complexType>""")]
    public void File_with_other_content_is_refused_with_its_position(string change)
    {
        var act = () => Read(change);

        act.Should().Throw<XmlSchemaException>().Which.LineNumber.Should().Be(2);
    }

    private static IEnumerable<XmlSchemaFacet> Facets(XmlSchema schema) =>
        ((XmlSchemaSimpleTypeRestriction)schema.Items.OfType<XmlSchemaSimpleType>().Single().Content!).Facets.Cast<XmlSchemaFacet>();

    private static void Apply(string change, XmlSchema schema) => Read(change).Apply([schema]);

    private static SchemaOverlay Read(string change)
    {
        using var reader = XmlReader.Create(new StringReader($"""
            <overlay xmlns="urn:eppclient:overlay" profile="test"><schema namespace="urn:example:test">
            {change}</schema></overlay>
            """));
        return SchemaOverlayReader.Read(reader);
    }

    private static XmlSchema Schema(string content)
    {
        using var reader = XmlReader.Create(new StringReader($"""
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:example:test" elementFormDefault="qualified">{content}</xs:schema>
            """));
        return XmlSchema.Read(reader, validationEventHandler: null)!;
    }
}
