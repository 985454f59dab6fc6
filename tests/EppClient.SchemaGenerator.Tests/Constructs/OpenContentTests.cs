using EppClient.SchemaGenerator.Tests.Support;
using EppClient.Xml;

namespace EppClient.SchemaGenerator.Tests.Constructs;

/// <summary>Attributes, nil, types and defaults of elements.</summary>
public sealed class OpenContentTests
{
    [Fact]
    public void Attribute_in_a_namespace_has_a_member()
    {
        var schema = new TestSchema("""
            <xs:attribute name="far" type="xs:int"/>
            <xs:element name="box"><xs:complexType><xs:attribute ref="t:far"/><xs:attribute name="near" type="xs:token"/></xs:complexType></xs:element>
            """);

        var box = schema.RoundTrip("<box xmlns='urn:test' xmlns:t='urn:test' t:far='3' near='x'/>");

        ((int?)box.Far).Should().Be(3);
    }

    [Fact]
    public void Any_attributes_are_kept()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:attribute name="near" type="xs:token"/><xs:anyAttribute namespace="##any" processContents="lax"/></xs:complexType></xs:element>
            """);

        var box = schema.RoundTrip("<box xmlns='urn:test' near='x' far='y' o:there='z' xmlns:o='urn:o'/>");

        ((IReadOnlyList<EppAttributeValue>)box.Attributes).Should().Equal(new EppAttributeValue("", "far", "y"), new EppAttributeValue("urn:o", "there", "z"));
        ((string)box.ToString()).Should().NotContain("=y");
    }

    [Fact]
    public void Default_of_an_attribute_is_read_but_not_written()
    {
        var schema = new TestSchema("""
            <xs:simpleType name="kindType"><xs:restriction base="xs:token"><xs:enumeration value="big"/><xs:enumeration value="small"/></xs:restriction></xs:simpleType>
            <xs:element name="box"><xs:complexType><xs:attribute name="avail" type="xs:boolean" default="1"/><xs:attribute name="lang" type="xs:language" default="en"/>
              <xs:attribute name="kind" type="t:kindType" default="big"/><xs:attribute name="size" type="xs:int" fixed="7"/></xs:complexType></xs:element>
            """);

        var box = schema.RoundTrip("<box xmlns='urn:test'/>");
        var full = schema.RoundTrip("<box xmlns='urn:test' avail='0' lang='da' kind='small' size='7'/>");

        ((bool)box.Available).Should().BeTrue();
        ((string)box.Language).Should().Be("en");
        ((string)box.Kind.Value).Should().Be("big");
        ((int)box.Size).Should().Be(7);
        Wire.Write((IEppElement)box).Should().NotContain("lang");
        ((bool)full.Available).Should().BeFalse();
        Wire.Write((IEppElement)full).Should().Contain("lang=\"da\"");
    }

    [Fact]
    public void Default_of_an_element_applies_when_it_is_empty()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence><xs:element name="a" type="xs:int" default="5"/><xs:element name="b" type="xs:token" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>
            """);

        var box = (dynamic)schema.Read("<box xmlns='urn:test'><a/><b/></box>");

        ((int)box.A).Should().Be(5);
        ((string)box.B).Should().BeEmpty();
    }

    [Fact]
    public void Nillable_element_may_have_no_value()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence><xs:element name="a" type="xs:int" nillable="true"/><xs:element name="b" type="xs:token" nillable="true" minOccurs="0"/>
              <xs:element name="c" type="t:cType" nillable="true" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
            <xs:complexType name="cType"><xs:sequence><xs:element name="d" type="xs:token"/></xs:sequence></xs:complexType>
            """);

        var nil = schema.RoundTrip("<box xmlns='urn:test' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'><a xsi:nil='true'/><b xsi:nil='1'/><c xsi:nil='true'/><c><d>x</d></c></box>");
        var full = schema.RoundTrip("<box xmlns='urn:test'><a>1</a></box>");

        ((bool)nil.A.IsNil).Should().BeTrue();
        ((bool)nil.B.IsNil).Should().BeTrue();
        ((int)full.A.Value).Should().Be(1);
        ((object?)full.B).Should().BeNull();
    }

    [Fact]
    public void Abstract_type_is_an_interface_and_the_element_names_its_type()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence><xs:element name="shape" type="t:shapeType" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
            <xs:complexType name="shapeType" abstract="true"><xs:sequence><xs:element name="id" type="xs:token"/></xs:sequence></xs:complexType>
            <xs:complexType name="circleType"><xs:complexContent><xs:extension base="t:shapeType"><xs:sequence><xs:element name="radius" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
            <xs:complexType name="squareType"><xs:complexContent><xs:extension base="t:shapeType"><xs:attribute name="side" type="xs:int"/></xs:extension></xs:complexContent></xs:complexType>
            """);

        var box = schema.RoundTrip("""
            <b:box xmlns:b='urn:test' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'><b:shape xsi:type='b:circleType'><b:id>1</b:id><b:radius>2</b:radius></b:shape>
            <b:shape side='3' xsi:type='b:squareType'><b:id>2</b:id></b:shape></b:box>
            """);

        ((int)((IReadOnlyList<dynamic>)box.Shapes)[0].Radius).Should().Be(2);
        schema.Type("ITShape").IsInterface.Should().BeTrue();
        FluentActions.Invoking(() => schema.Read("<box xmlns='urn:test'><shape><id>1</id></shape></box>")).Should().Throw<EppProtocolException>().WithMessage("*xsi:type*");
    }

    [Fact]
    public void Derived_type_in_place_of_its_base_is_preserved()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence><xs:element name="place" type="t:placeType"/></xs:sequence></xs:complexType></xs:element>
            <xs:element name="home" type="t:housePlaceType"/>
            <xs:complexType name="placeType"><xs:sequence><xs:element name="street" type="xs:token"/></xs:sequence></xs:complexType>
            <xs:complexType name="housePlaceType"><xs:complexContent><xs:extension base="t:placeType"><xs:sequence><xs:element name="house" type="xs:token"/></xs:sequence>
              <xs:attribute name="floor" type="xs:int"/></xs:extension></xs:complexContent></xs:complexType>
            """);

        var box = (IEppElement)schema.Read("""
            <box xmlns='urn:test' xmlns:t='urn:test' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'><place xsi:type='t:housePlaceType' floor='2'><street>s</street><house>h</house></place></box>
            """);

        var written = Wire.Write(box);
        written.Should().Contain("housePlaceType").And.Contain("floor=\"2\"").And.MatchRegex("s<.*h<");
        Wire.Write(schema.Read(written)).Should().Be(written);
        EppContent place = ((dynamic)box).Place;
        var house = (dynamic)place.As(reader => schema.ReadAs("THome", reader));
        ((string)house.House, (int)house.Floor, (string)house.Street).Should().Be(("h", 2, "s"));
    }

    [Fact]
    public void Element_of_any_type_keeps_text_attributes_and_elements()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence><xs:element name="any" type="xs:anyType" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
            <xs:element name="free"/>
            """);

        var box = schema.Read("<box xmlns='urn:test'><any x='1'>text<in xmlns='urn:in'/></any><any/></box>");
        var free = schema.Read("<free xmlns='urn:test' y='2'>text</free>");

        Wire.Write(box).Should().Contain("x=\"1\"").And.MatchRegex("text<.*urn:in");
        Wire.Write(free).Should().Contain("y=\"2\"").And.Contain(">text<");
    }

    [Fact]
    public void Wildcard_is_typed_where_its_schema_is_known()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence><xs:any namespace="##any" processContents="lax" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
            <xs:element name="item"><xs:complexType><xs:sequence><xs:element name="id" type="xs:int"/></xs:sequence></xs:complexType></xs:element>
            """);

        using var reader = new EppXmlReader(
            "<box xmlns='urn:test'><item><id>1</id></item><item xmlns='urn:other'/></box>"u8.ToArray(), EppXmlDialect.Standard, new EppSchemaSet([schema.Schema]));
        var box = (dynamic)schema.Schema.Read(reader)!;

        ((IReadOnlyList<IEppElement>)box.Elements)[0].GetType().Name.Should().Be("TItem");
        ((IReadOnlyList<IEppElement>)box.Elements)[1].Should().BeOfType<EppRawElement>();
    }
}
