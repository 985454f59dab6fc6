using System.Numerics;
using EppClient.SchemaGenerator.Tests.Support;
using EppClient.Xml;

namespace EppClient.SchemaGenerator.Tests.Constructs;

public sealed class SimpleTypeTests
{
    [Theory]
    [InlineData("xs:token", typeof(string), "a b")]
    [InlineData("xs:normalizedString", typeof(string), " a  b ")]
    [InlineData("xs:string", typeof(string), "a\nb")]
    [InlineData("xs:anyURI", typeof(string), "urn:x")]
    [InlineData("xs:language", typeof(string), "da")]
    [InlineData("xs:NMTOKEN", typeof(string), "name")]
    [InlineData("xs:duration", typeof(string), "P5D")]
    [InlineData("xs:boolean", typeof(bool), "true")]
    [InlineData("xs:unsignedByte", typeof(byte), "255")]
    [InlineData("xs:unsignedShort", typeof(ushort), "65535")]
    [InlineData("xs:int", typeof(int), "-7")]
    [InlineData("xs:long", typeof(long), "-7000000000")]
    [InlineData("xs:integer", typeof(BigInteger), "-70000000000000000000000")]
    [InlineData("xs:positiveInteger", typeof(BigInteger), "7")]
    [InlineData("xs:byte", typeof(int), "-128")]
    [InlineData("xs:float", typeof(float), "-INF")]
    [InlineData("xs:double", typeof(double), "1.5E300")]
    [InlineData("xs:time", typeof(string), "23:59:59.5Z")]
    [InlineData("xs:gYear", typeof(string), "2026+01:00")]
    [InlineData("xs:gYearMonth", typeof(string), "2026-11")]
    [InlineData("xs:gMonthDay", typeof(string), "--02-29")]
    [InlineData("xs:gDay", typeof(string), "---31Z")]
    [InlineData("xs:gMonth", typeof(string), "--11")]
    [InlineData("xs:ID", typeof(string), "a-1")]
    [InlineData("xs:Name", typeof(string), "a:b")]
    [InlineData("xs:NMTOKENS", typeof(IReadOnlyList<string>), "1a b:c")]
    [InlineData("xs:QName", typeof(EppQualifiedName), "item")]
    [InlineData("xs:unsignedLong", typeof(ulong), "18446744073709551615")]
    [InlineData("xs:decimal", typeof(decimal), "-1.50")]
    [InlineData("xs:dateTime", typeof(DateTimeOffset), "2026-11-23T10:00:00.125Z")]
    [InlineData("xs:date", typeof(EppDate), "2026-11-23Z")]
    [InlineData("xs:date", typeof(EppDate), "2026-11-23-05:00")]
    [InlineData("xs:hexBinary", typeof(EppBinary), "00FF")]
    [InlineData("xs:base64Binary", typeof(EppBinary), "AP8=")]
    public void Built_in_type_has_its_clr_type_and_keeps_its_value(string type, Type expected, string text)
    {
        var schema = new TestSchema($"""
            <xs:element name="box"><xs:complexType><xs:sequence><xs:element name="item" type="{type}"/></xs:sequence></xs:complexType></xs:element>
            """);

        schema.MemberType("TBox", "Item").Should().Be(expected);
        schema.RoundTrip($"<box xmlns='urn:test'><item>{text}</item></box>");
    }

    [Theory]
    [InlineData("xs:token", typeof(string), "a")]
    [InlineData("xs:boolean", typeof(bool?), "true")]
    [InlineData("xs:unsignedShort", typeof(ushort?), "1")]
    [InlineData("xs:decimal", typeof(decimal?), "1.5")]
    [InlineData("xs:dateTime", typeof(DateTimeOffset?), "2026-11-23T10:00:00Z")]
    [InlineData("xs:date", typeof(EppDate?), "2026-11-23")]
    [InlineData("xs:hexBinary", typeof(EppBinary?), "00FF")]
    [InlineData("xs:base64Binary", typeof(EppBinary?), "AP8=")]
    [InlineData("xs:string", typeof(string), " a  b ")]
    [InlineData("xs:NMTOKENS", typeof(IReadOnlyList<string>), "a b")]
    [InlineData("xs:double", typeof(double?), "NaN")]
    public void Attribute_has_its_clr_type_and_keeps_its_value(string type, Type expected, string text)
    {
        var schema = new TestSchema($"""<xs:element name="box"><xs:complexType><xs:attribute name="item" type="{type}"/></xs:complexType></xs:element>""");

        schema.MemberType("TBox", "Item").Should().Be(expected);
        schema.RoundTrip($"<box xmlns='urn:test' item='{text}'/>");
        schema.RoundTrip("<box xmlns='urn:test'/>");
    }

    [Fact]
    public void Enumeration_is_open()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence><xs:element name="state" type="t:stateType"/></xs:sequence></xs:complexType></xs:element>
            <xs:simpleType name="stateType"><xs:restriction base="xs:token">
              <xs:enumeration value="half-open"/>
              <xs:enumeration value="y"><xs:annotation><xs:appinfo><e:name>Years</e:name></xs:appinfo></xs:annotation></xs:enumeration>
            </xs:restriction></xs:simpleType>
            """);

        var known = schema.RoundTrip("<box xmlns='urn:test'><state>half-open</state></box>");
        var unknown = (dynamic)schema.Read("<box xmlns='urn:test'><state>ajar</state></box>");

        ((object)known.State).Should().Be(schema.Type("TState").GetProperty("HalfOpen")!.GetValue(null));
        schema.Type("TState").GetProperty("Years").Should().NotBeNull();
        ((string)unknown.State.Value).Should().Be("ajar");
        ((bool)unknown.State.IsKnown).Should().BeFalse();
        FluentActions.Invoking(() => Wire.Write((IEppElement)unknown)).Should().Throw<EppValidationException>().Which.Member.Should().Be("TBox.State");
    }

    [Fact]
    public void Anonymous_enumeration_is_named_after_its_member()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:attribute name="kind"><xs:simpleType><xs:restriction base="xs:token">
              <xs:enumeration value="big"/><xs:enumeration value="small"/>
            </xs:restriction></xs:simpleType></xs:attribute></xs:complexType></xs:element>
            """);

        schema.RoundTrip("<box xmlns='urn:test' kind='big'/>");

        schema.MemberType("TBox", "Kind").Should().Be(typeof(Nullable<>).MakeGenericType(schema.Type("TBoxKind")));
    }

    [Fact]
    public void Text_boolean_is_a_boolean_and_keeps_its_text()
    {
        var schema = new TestSchema("""
            <xs:element name="autoRenew" type="t:autoRenew"/>
            <xs:simpleType name="autoRenew"><xs:restriction base="xs:token"><xs:enumeration value="true"/><xs:enumeration value="false"/></xs:restriction></xs:simpleType>
            """);

        var element = schema.Read("<autoRenew xmlns='urn:test'> 1 </autoRenew>");

        element.Should().BeOfType<EppValueElement<bool>>().Which.Value.Should().BeTrue();
        Wire.Write(element).Should().Contain(">true<");
    }

    [Theory]
    [InlineData("<xs:minLength value='2'/><xs:maxLength value='3'/>", "ab", "abcd")]
    [InlineData("<xs:length value='2'/>", "ab", "a")]
    [InlineData(@"<xs:pattern value='\w+\.[a-c]'/>", "x.a", "x.d")]
    [InlineData("<xs:pattern value='a'/><xs:pattern value='b'/>", "b", "c")]
    public void Facets_of_text_are_checked_when_writing(string facets, string good, string bad)
    {
        var schema = new TestSchema(Restricted("xs:token", facets));

        schema.RoundTrip($"<box xmlns='urn:test'>{good}</box>");
        Writing(schema, bad).Should().Throw<EppValidationException>().Which.SchemaType.Should().Be("t:boxType");
    }

    [Theory]
    [InlineData("xs:int", "<xs:minInclusive value='1'/><xs:maxInclusive value='9'/>", "9", "10")]
    [InlineData("xs:int", "<xs:minExclusive value='1'/>", "2", "1")]
    [InlineData("xs:decimal", "<xs:fractionDigits value='2'/>", "1.25", "1.255")]
    public void Facets_of_numbers_are_checked_when_writing(string type, string facets, string good, string bad)
    {
        var schema = new TestSchema(Restricted(type, facets));

        schema.RoundTrip($"<box xmlns='urn:test'>{good}</box>");
        Writing(schema, bad).Should().Throw<EppValidationException>();
    }

    // With an attribute the element becomes a record, so that emitted code reads its value.
    private static string Restricted(string type, string facets) => $"""
        <xs:element name="box"><xs:complexType><xs:simpleContent><xs:extension base="t:boxType"><xs:attribute name="a"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>
        <xs:simpleType name="boxType"><xs:restriction base="{type}">{facets}</xs:restriction></xs:simpleType>
        """;

    private static Action Writing(TestSchema schema, string text)
    {
        var element = schema.Read($"<box xmlns='urn:test'>{text}</box>");
        return () => Wire.Write(element);
    }
}
