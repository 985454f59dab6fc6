namespace EppClient.SchemaGenerator.Tests.Constructs;

/// <summary>A toy schema for each construct of XML Schema, with messages that use it. The prefix <c>t</c> is the target namespace.</summary>
internal static class ConstructCatalogue
{
    private const string Instance = "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:t='urn:test'";

    /// <summary>Name, schema, messages.</summary>
    public static IReadOnlyDictionary<string, (string Schema, string[] Messages)> All { get; } = new Dictionary<string, (string, string[])>
    {
        ["sequence"] = (Box("""<xs:sequence><xs:element name="a" type="xs:token"/><xs:element name="b" type="xs:int" minOccurs="0"/><xs:element name="c" type="xs:token" maxOccurs="3"/></xs:sequence>"""),
            ["<box xmlns='urn:test'><a>x</a><b>1</b><c>y</c><c>z</c></box>", "<box xmlns='urn:test'><a>x</a><c>y</c></box>"]),
        ["choice"] = (Box("""<xs:choice><xs:element name="a" type="xs:token"/><xs:element name="b" type="xs:int" maxOccurs="unbounded"/></xs:choice>"""),
            ["<box xmlns='urn:test'><a>x</a></box>", "<box xmlns='urn:test'><b>1</b><b>2</b></box>"]),
        ["choice-optional"] = (Box("""<xs:choice minOccurs="0"><xs:element name="a" type="xs:token"/><xs:element name="b" type="xs:int"/></xs:choice>"""),
            ["<box xmlns='urn:test'/>", "<box xmlns='urn:test'><b>1</b></box>"]),
        ["choice-embedded"] = (Box("""<xs:sequence><xs:element name="id" type="xs:int"/><xs:choice><xs:element name="a" type="xs:token"/><xs:element name="b" type="xs:int"/></xs:choice></xs:sequence>"""),
            ["<box xmlns='urn:test'><id>1</id><a>x</a></box>"]),
        ["choice-nested"] = (Box("""
            <xs:choice><xs:element name="a" type="xs:token"/><xs:sequence><xs:element name="b" type="xs:int"/><xs:choice minOccurs="0"><xs:element name="c" type="xs:int"/><xs:element name="d" type="xs:int"/></xs:choice></xs:sequence></xs:choice>
            """),
            ["<box xmlns='urn:test'><a>x</a></box>", "<box xmlns='urn:test'><b>1</b><d>2</d></box>", "<box xmlns='urn:test'><b>1</b></box>"]),
        ["choice-repeated"] = (Box("""<xs:choice minOccurs="0" maxOccurs="unbounded"><xs:element name="a" type="xs:token"/><xs:element name="b" type="xs:int"/></xs:choice>"""),
            ["<box xmlns='urn:test'><b>1</b><a>x</a><b>2</b></box>", "<box xmlns='urn:test'/>"]),
        ["sequence-repeated"] = (Box("""<xs:sequence maxOccurs="unbounded"><xs:element name="a" type="xs:token"/><xs:element name="b" type="xs:int" minOccurs="0"/></xs:sequence>"""),
            ["<box xmlns='urn:test'><a>x</a><b>1</b><a>y</a></box>"]),
        ["all"] = (Box("""<xs:all><xs:element name="a" type="xs:token"/><xs:element name="b" type="xs:int" minOccurs="0"/></xs:all>"""),
            ["<box xmlns='urn:test'><a>x</a><b>1</b></box>"]),
        ["group"] = ("""<xs:group name="pair"><xs:sequence><xs:element name="a" type="xs:token"/><xs:element name="b" type="xs:int"/></xs:sequence></xs:group>""" +
            Box("""<xs:sequence><xs:group ref="t:pair" maxOccurs="2"/></xs:sequence>"""),
            ["<box xmlns='urn:test'><a>x</a><b>1</b><a>y</a><b>2</b></box>"]),
        ["attribute-group"] = ("""<xs:attributeGroup name="marks"><xs:attribute name="one" type="xs:int" use="required"/><xs:attribute name="two" type="xs:token"/></xs:attributeGroup>""" +
            Box("""<xs:attributeGroup ref="t:marks"/>"""),
            ["<box xmlns='urn:test' one='1'/>", "<box xmlns='urn:test' one='1' two='x'/>"]),
        ["reference"] = ("""<xs:element name="note" type="xs:token"/><xs:element name="part"><xs:complexType><xs:sequence><xs:element name="id" type="xs:int"/></xs:sequence></xs:complexType></xs:element>""" +
            Box("""<xs:sequence><xs:element ref="t:note" minOccurs="0"/><xs:element ref="t:part" maxOccurs="unbounded"/></xs:sequence>"""),
            ["<box xmlns='urn:test'><note>n</note><part><id>1</id></part><part><id>2</id></part></box>"]),
        ["complex-extension"] = ("""
            <xs:complexType name="smallType"><xs:sequence><xs:element name="a" type="xs:token"/></xs:sequence></xs:complexType>
            <xs:element name="box"><xs:complexType><xs:complexContent><xs:extension base="t:smallType"><xs:sequence><xs:element name="b" type="xs:int"/></xs:sequence><xs:attribute name="c" type="xs:int"/></xs:extension></xs:complexContent></xs:complexType></xs:element>
            """,
            ["<box xmlns='urn:test' c='2'><a>x</a><b>1</b></box>"]),
        ["complex-restriction"] = ("""
            <xs:complexType name="largeType"><xs:sequence><xs:element name="a" type="xs:token"/><xs:element name="b" type="xs:int" minOccurs="0"/></xs:sequence><xs:attribute name="c" type="xs:int"/></xs:complexType>
            <xs:element name="box"><xs:complexType><xs:complexContent><xs:restriction base="t:largeType"><xs:sequence><xs:element name="a" type="xs:token"/></xs:sequence><xs:attribute name="c" type="xs:int" use="prohibited"/></xs:restriction></xs:complexContent></xs:complexType></xs:element>
            """,
            ["<box xmlns='urn:test'><a>x</a></box>"]),
        ["simple-content"] = ("""<xs:element name="box"><xs:complexType><xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="unit" type="xs:token" use="required"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>""",
            ["<box xmlns='urn:test' unit='DKK'>12.50</box>"]),
        ["simple-content-restriction"] = ("""
            <xs:complexType name="priceType"><xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="unit" type="xs:token"/></xs:extension></xs:simpleContent></xs:complexType>
            <xs:element name="box"><xs:complexType><xs:simpleContent><xs:restriction base="t:priceType"><xs:minInclusive value="0"/><xs:fractionDigits value="2"/></xs:restriction></xs:simpleContent></xs:complexType></xs:element>
            """,
            ["<box xmlns='urn:test' unit='DKK'>12.5</box>"]),
        ["list"] = ("""<xs:simpleType name="numbersType"><xs:list itemType="xs:int"/></xs:simpleType>""" +
            Box("""<xs:sequence><xs:element name="numbers" type="t:numbersType"/></xs:sequence><xs:attribute name="names" type="xs:NMTOKENS"/>"""),
            ["<box xmlns='urn:test' names='a b'><numbers>1 2 3</numbers></box>"]),
        ["union"] = ("""
            <xs:simpleType name="levelType"><xs:union memberTypes="xs:int"><xs:simpleType><xs:restriction base="xs:token"><xs:enumeration value="none"/></xs:restriction></xs:simpleType></xs:union></xs:simpleType>
            """ + Box("""<xs:sequence><xs:element name="level" type="t:levelType" maxOccurs="unbounded"/></xs:sequence>"""),
            ["<box xmlns='urn:test'><level>3</level><level>none</level></box>"]),
        ["enumeration"] = ("""
            <xs:simpleType name="stateType"><xs:restriction base="xs:token"><xs:enumeration value="ok"/><xs:enumeration value="class"/><xs:enumeration value="2"/><xs:enumeration value="+"/><xs:enumeration value="a-b"/><xs:enumeration value="A_B"/></xs:restriction></xs:simpleType>
            """ + Box("""<xs:sequence><xs:element name="state" type="t:stateType" maxOccurs="unbounded"/></xs:sequence>"""),
            ["<box xmlns='urn:test'><state>ok</state><state>class</state><state>2</state><state>+</state><state>a-b</state><state>A_B</state></box>"]),
        ["facets"] = (Box("""
            <xs:sequence><xs:element name="a"><xs:simpleType><xs:restriction base="xs:token"><xs:minLength value="2"/><xs:maxLength value="4"/><xs:pattern value="[a-z-[q]]+"/></xs:restriction></xs:simpleType></xs:element>
            <xs:element name="b"><xs:simpleType><xs:restriction base="xs:decimal"><xs:totalDigits value="4"/><xs:minExclusive value="0"/></xs:restriction></xs:simpleType></xs:element>
            <xs:element name="c"><xs:simpleType><xs:restriction base="xs:date"><xs:minInclusive value="2026-01-01"/></xs:restriction></xs:simpleType></xs:element></xs:sequence>
            """),
            ["<box xmlns='urn:test'><a>abc</a><b>12.34</b><c>2026-02-01</c></box>"]),
        ["built-in-types"] = (Box("""
            <xs:sequence><xs:element name="boolean" type="xs:boolean"/><xs:element name="dateTime" type="xs:dateTime"/><xs:element name="date" type="xs:date"/><xs:element name="time" type="xs:time"/>
            <xs:element name="duration" type="xs:duration"/><xs:element name="year" type="xs:gYear"/><xs:element name="hex" type="xs:hexBinary"/><xs:element name="base" type="xs:base64Binary"/>
            <xs:element name="double" type="xs:double"/><xs:element name="integer" type="xs:integer"/><xs:element name="uri" type="xs:anyURI"/></xs:sequence>
            """),
            ["<box xmlns='urn:test'><boolean>true</boolean><dateTime>2026-01-01T10:00:00.5+01:00</dateTime><date>2026-01-01Z</date><time>10:00:00</time><duration>P1Y2M</duration><year>2026</year><hex>0AFF</hex><base>AQID</base><double>1.5</double><integer>12345678901234567890123</integer><uri>urn:x</uri></box>"]),
        ["mixed"] = ("""<xs:element name="box"><xs:complexType mixed="true"><xs:sequence><xs:element name="b" type="xs:token" minOccurs="0" maxOccurs="unbounded"/></xs:sequence><xs:attribute name="lang" type="xs:language"/></xs:complexType></xs:element>""",
            ["<box xmlns='urn:test' lang='en'>one <b>two</b> three</box>"]),
        ["substitution-group"] = ("""
            <xs:element name="abstractMark" abstract="true"/><xs:element name="word" type="xs:token" substitutionGroup="t:abstractMark"/>
            <xs:element name="figure" substitutionGroup="t:abstractMark"><xs:complexType><xs:sequence><xs:element name="id" type="xs:int"/></xs:sequence></xs:complexType></xs:element>
            """ + Box("""<xs:sequence><xs:element ref="t:abstractMark" maxOccurs="unbounded"/></xs:sequence>"""),
            ["<box xmlns='urn:test'><word>w</word><figure><id>1</id></figure></box>"]),
        ["abstract-type"] = ("""
            <xs:complexType name="shapeType" abstract="true"><xs:sequence><xs:element name="id" type="xs:int"/></xs:sequence></xs:complexType>
            <xs:complexType name="circleType"><xs:complexContent><xs:extension base="t:shapeType"><xs:sequence><xs:element name="radius" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
            """ + Box("""<xs:sequence><xs:element name="shape" type="t:shapeType" maxOccurs="unbounded"/></xs:sequence>"""),
            [$"<t:box {Instance}><t:shape xsi:type='t:circleType'><t:id>1</t:id><t:radius>2</t:radius></t:shape></t:box>"]),
        ["derived-type"] = ("""
            <xs:complexType name="placeType"><xs:sequence><xs:element name="street" type="xs:token"/></xs:sequence></xs:complexType>
            <xs:complexType name="houseType"><xs:complexContent><xs:extension base="t:placeType"><xs:sequence><xs:element name="house" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
            """ + Box("""<xs:sequence><xs:element name="place" type="t:placeType"/></xs:sequence>"""),
            [$"<t:box {Instance}><t:place xsi:type='t:houseType'><t:street>s</t:street><t:house>1</t:house></t:place></t:box>", "<box xmlns='urn:test'><place><street>s</street></place></box>"]),
        ["wildcard"] = (Box("""<xs:sequence><xs:element name="id" type="xs:int"/><xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>"""),
            ["<box xmlns='urn:test'><id>1</id><x xmlns='urn:x'>y</x></box>"]),
        ["any-attribute"] = (Box("""<xs:attribute name="a" type="xs:int"/><xs:anyAttribute namespace="##other" processContents="lax"/>"""),
            ["<box xmlns='urn:test' a='1' o:b='2' xmlns:o='urn:o'/>"]),
        ["qualified-attribute"] = ("""<xs:attribute name="far" type="xs:int"/>""" + Box("""<xs:attribute ref="t:far" use="required"/>"""),
            ["<t:box xmlns:t='urn:test' t:far='1'/>"]),
        ["recursion"] = ("""<xs:element name="box" type="t:boxType"/><xs:complexType name="boxType"><xs:sequence><xs:element name="box" type="t:boxType" minOccurs="0" maxOccurs="unbounded"/></xs:sequence><xs:attribute name="id" type="xs:int"/></xs:complexType>""",
            ["<box xmlns='urn:test' id='1'><box id='2'><box/></box><box/></box>"]),
        ["anonymous-types"] = (Box("""
            <xs:sequence><xs:element name="outer" maxOccurs="unbounded"><xs:complexType><xs:sequence><xs:element name="inner"><xs:complexType><xs:sequence><xs:element name="kind"><xs:simpleType><xs:restriction base="xs:token"><xs:enumeration value="a"/></xs:restriction></xs:simpleType></xs:element></xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element></xs:sequence>
            """),
            ["<box xmlns='urn:test'><outer><inner><kind>a</kind></inner></outer></box>"]),
        ["nillable"] = (Box("""<xs:sequence><xs:element name="a" type="xs:int" nillable="true"/><xs:element name="b" type="xs:token" nillable="true" minOccurs="0"/></xs:sequence>"""),
            [$"<t:box {Instance}><t:a xsi:nil='true'/></t:box>", "<box xmlns='urn:test'><a>1</a><b>x</b></box>"]),
        ["default-and-fixed"] = (Box("""<xs:sequence><xs:element name="a" type="xs:int" default="5"/></xs:sequence><xs:attribute name="lang" type="xs:language" default="en"/><xs:attribute name="version" type="xs:decimal" fixed="1.0"/>"""),
            ["<box xmlns='urn:test'><a>7</a></box>", "<box xmlns='urn:test' lang='da' version='1.0'><a>5</a></box>"]),
        ["one-name-twice"] = ("""<xs:element name="create" type="t:create"/><xs:complexType name="create"><xs:sequence><xs:element name="create" type="xs:token"/></xs:sequence><xs:attribute name="create" type="xs:int"/></xs:complexType>""",
            ["<create xmlns='urn:test' create='1'><create>x</create></create>"]),
        ["keywords-and-clashes"] = (Box("""<xs:sequence><xs:element name="class" type="xs:token"/><xs:element name="a_b" type="xs:int"/><xs:element name="a-b" type="xs:int"/><xs:element name="reader" type="xs:int"/><xs:element name="place" type="xs:int"/><xs:element name="class" type="xs:token" minOccurs="0"/></xs:sequence>"""),
            ["<box xmlns='urn:test'><class>x</class><a_b>1</a_b><a-b>2</a-b><reader>3</reader><place>4</place><class>y</class></box>"]),
        ["empty-and-untyped"] = (Box("""<xs:sequence><xs:element name="empty" minOccurs="0"><xs:complexType/></xs:element><xs:element name="untyped" minOccurs="0"/><xs:element name="any" type="xs:anyType" minOccurs="0"/></xs:sequence>"""),
            ["<box xmlns='urn:test'><empty/><untyped/></box>", "<box xmlns='urn:test'><untyped a='1'>x</untyped><any>y</any></box>"]),
        ["element-in-two-places"] = (Box("""<xs:sequence><xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int"/><xs:element name="a" type="xs:int" minOccurs="0"/></xs:sequence>"""),
            ["<box xmlns='urn:test'><a>1</a><b>2</b><a>3</a></box>"]),
        ["qualified-name-values"] = (Box("""<xs:sequence><xs:element name="kind" type="xs:QName"/></xs:sequence>"""),
            ["<box xmlns='urn:test' xmlns:q='urn:q'><kind>q:x</kind></box>"]),
    };

    private static string Box(string content) => $"""<xs:element name="box"><xs:complexType>{content.Trim()}</xs:complexType></xs:element>""";
}
