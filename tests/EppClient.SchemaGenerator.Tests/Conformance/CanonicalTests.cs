using System.Text;
using System.Xml;
using System.Xml.Schema;
using EppClient.Conformance.Canonical;

namespace EppClient.SchemaGenerator.Tests.Conformance;

/// <summary>Tests which documents are equal and which differ.</summary>
public sealed class CanonicalTests
{
    private const string Schema = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:toy" targetNamespace="urn:toy" elementFormDefault="qualified">
          <xs:element name="list">
            <xs:complexType>
              <xs:sequence><xs:element name="a" minOccurs="0" maxOccurs="9"/><xs:element name="b" minOccurs="0" default="x" type="xs:string"/></xs:sequence>
              <xs:attribute name="one" default="1"/><xs:attribute name="two"/>
            </xs:complexType>
          </xs:element>
          <xs:element name="any"><xs:complexType><xs:all><xs:element name="a"/><xs:element name="b"/></xs:all></xs:complexType></xs:element>
          <xs:element name="mixed"><xs:complexType mixed="true"><xs:sequence><xs:element name="a"/></xs:sequence></xs:complexType></xs:element>
          <xs:element name="number" type="xs:decimal"/>
          <xs:element name="flag" type="xs:boolean"/>
          <xs:element name="moment" type="xs:dateTime"/>
          <xs:element name="clock" type="xs:time"/>
          <xs:element name="day" type="xs:date"/>
          <xs:element name="span" type="xs:duration"/>
          <xs:element name="real" type="xs:double"/>
          <xs:element name="hex" type="xs:hexBinary"/>
          <xs:element name="octets" type="xs:base64Binary"/>
          <xs:element name="name" type="xs:QName"/>
          <xs:element name="text" type="xs:string"/>
          <xs:element name="token" type="xs:token"/>
          <xs:element name="numbers"><xs:simpleType><xs:list itemType="xs:int"/></xs:simpleType></xs:element>
          <xs:element name="either"><xs:simpleType><xs:union memberTypes="xs:int xs:boolean xs:string"/></xs:simpleType></xs:element>
        </xs:schema>
        """;

    private static readonly XmlSchemaSet Schemas = Load();

    [Theory]
    [InlineData("<list one='1' two='2'/>", "<t:list xmlns:t='urn:toy' two='2'><!-- nothing --></t:list>")]
    [InlineData("<list><a/><b>x</b></list>", "<list>\n <a></a>\n <b/>\n</list>")]
    [InlineData("<any><a/><b/></any>", "<any><b/><a/></any>")]
    [InlineData("<mixed>x <a/> y</mixed>", "<mixed>x<![CDATA[ ]]><a/> y</mixed>")]
    [InlineData("<number>+007.50</number>", "<number>7.5</number>")]
    [InlineData("<number>-0.0</number>", "<number>0</number>")]
    [InlineData("<number>123456789012345678901234567890.10</number>", "<number>123456789012345678901234567890.1</number>")]
    [InlineData("<flag> 1 </flag>", "<flag>true</flag>")]
    [InlineData("<moment>2026-01-01T00:30:00.120+02:00</moment>", "<moment>2025-12-31T22:30:00.12Z</moment>")]
    [InlineData("<moment>2026-01-01T24:00:00</moment>", "<moment>2026-01-02T00:00:00.000</moment>")]
    [InlineData("<moment>2026-01-01T00:00:00</moment>", "<moment>2026-01-01T00:00:00Z</moment>")]
    [InlineData("<clock>01:00:00+02:00</clock>", "<clock>23:00:00Z</clock>")]
    [InlineData("<day>2026-01-01Z</day>", "<day>2026-01-01+00:00</day>")]
    [InlineData("<span>P1Y2MT120S</span>", "<span>P14MT2M</span>")]
    [InlineData("<span>-P0D</span>", "<span>P0M</span>")]
    [InlineData("<real>1e2</real>", "<real>100.0</real>")]
    [InlineData("<hex>ab</hex>", "<hex>AB</hex>")]
    [InlineData("<octets>YWI=</octets>", "<octets>YW\n I=</octets>")]
    [InlineData("<name xmlns:p='urn:p'>p:x</name>", "<name xmlns:q='urn:p'>q:x</name>")]
    [InlineData("<token> a  b </token>", "<token>a b</token>")]
    [InlineData("<numbers>1 02</numbers>", "<numbers> 01\n2</numbers>")]
    [InlineData("<either>01</either>", "<either>1</either>")]
    public void Equivalent_documents_are_equal(string one, string other) => Difference(one, other).Should().BeNull();

    [Theory]
    [InlineData("<list><a/><a/></list>", "<list><a/></list>", "was lost")]
    [InlineData("<list><a/></list>", "<list><a/><a/></list>", "gained the element urn:toy:a")]
    [InlineData("<list><a/><b/></list>", "<list><b/><a/></list>", "changed places with urn:toy:b")]
    [InlineData("<list two=''/>", "<list/>", "lost the attribute two=''")]
    [InlineData("<list/>", "<list two=''/>", "gained the attribute two=''")]
    [InlineData("<list one='2'/>", "<list/>", "attribute one: '2' became '1'")]
    [InlineData("<mixed>x <a/></mixed>", "<mixed>x<a/></mixed>", "the text 'x ' became 'x'")]
    [InlineData("<number>1</number>", "<number>1.01</number>", "'1' became '1.01'")]
    [InlineData("<moment>2026-01-01T00:00:00.12345678Z</moment>", "<moment>2026-01-01T00:00:00.1234567Z</moment>", "'2026-01-01T00:00:00.12345678Z' became '2026-01-01T00:00:00.1234567Z'")]
    [InlineData("<span>P1M</span>", "<span>P30D</span>", "'1 months 0 seconds' became '0 months 2592000 seconds'")]
    [InlineData("<day>2026-01-01</day>", "<day>2026-01-01Z</day>", "'2026-01-01' became '2026-01-01Z'")]
    [InlineData("<text>a  b</text>", "<text>a b</text>", "'a  b' became 'a b'")]
    [InlineData("<name xmlns:p='urn:p'>p:x</name>", "<name xmlns:p='urn:q'>p:x</name>", "'urn:p:x' became 'urn:q:x'")]
    [InlineData("<either>true</either>", "<either>t</either>", "'true' became 't'")]
    [InlineData("<flag>1</flag>", "<text>1</text>", "became the element urn:toy:text")]
    public void Different_documents_are_distinguished(string one, string other, string what) => Difference(one, other)!.What.Should().Be(what);

    private static Difference? Difference(string one, string other) => CanonicalComparer.Find(Read(one), Read(other));

    private static CanonicalElement Read(string element)
    {
        // An element without a prefix belongs to the toy namespace.
        var name = element.IndexOfAny([' ', '>', '/'], 1);
        var document = element.StartsWith("<t:", StringComparison.Ordinal) ? element : element.Insert(name, " xmlns='urn:toy'");
        return CanonicalReader.Read(Encoding.UTF8.GetBytes(document), Schemas, out _);
    }

    private static XmlSchemaSet Load()
    {
        var schemas = new XmlSchemaSet();
        schemas.Add("urn:toy", XmlReader.Create(new StringReader(Schema)));
        schemas.Compile();
        return schemas;
    }
}
