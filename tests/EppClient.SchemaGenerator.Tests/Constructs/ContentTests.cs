using EppClient.SchemaGenerator.Tests.Support;
using EppClient.Xml;

namespace EppClient.SchemaGenerator.Tests.Constructs;

public sealed class ContentTests
{
    [Fact]
    public void Sequence_is_read_in_any_order_and_written_in_schema_order()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence>
              <xs:element name="first" type="xs:token"/><xs:element name="second" type="xs:token" minOccurs="0"/>
            </xs:sequence></xs:complexType></xs:element>
            """);

        var element = schema.Read("<box xmlns='urn:test'><second>b</second><first>a</first></box>");

        Wire.Write(element).Should().MatchRegex("first>a<.*second>b<");
    }

    [Theory]
    [InlineData("<first>a</first><second>b</second><third>c</third>")]
    [InlineData("<first>a</first><third>c</third><third>c</third>")]
    [InlineData("<second>b</second><first>a</first>", "box/first")]
    [InlineData("<third>c</third><first>a</first><second>b</second>", "box/first", "box/second")]
    [InlineData("<first>a</first><third>c</third><second>b</second><third>c</third>", "box/second")]
    public void Element_out_of_order_is_read_and_reported(string content, params string[] misplaced)
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence>
              <xs:element name="first" type="xs:token"/><xs:element name="second" type="xs:token" minOccurs="0"/><xs:element name="third" type="xs:token" minOccurs="0" maxOccurs="9"/>
            </xs:sequence></xs:complexType></xs:element>
            """);

        var box = (EppContent)schema.Read($"<box xmlns='urn:test'>{content}</box>");

        box.ReadDiagnostics.Select(d => (d.Fault, d.Path)).Should().Equal(misplaced.Select(path => (EppReadFault.Misplaced, path)));
        ((string)((dynamic)box).First).Should().Be("a");
    }

    [Theory]
    [InlineData("<xs:all><xs:element name='first' type='xs:token'/><xs:element name='second' type='xs:token'/></xs:all>")]
    [InlineData("<xs:choice maxOccurs='unbounded'><xs:element name='first' type='xs:token'/><xs:element name='second' type='xs:token'/></xs:choice>")]
    public void Order_that_the_schema_does_not_define_is_not_reported(string content)
    {
        var schema = new TestSchema($"<xs:element name='box'><xs:complexType>{content}</xs:complexType></xs:element>");

        ((EppContent)schema.Read("<box xmlns='urn:test'><second>b</second><first>a</first></box>")).ReadDiagnostics.Should().BeEmpty();
    }

    [Fact]
    public void Missing_required_element_is_one_error()
    {
        var schema = new TestSchema("""
            <xs:element name="box" type="t:boxType"/>
            <xs:complexType name="boxType"><xs:sequence><xs:element name="first" type="xs:token"/></xs:sequence></xs:complexType>
            """);

        FluentActions.Invoking(() => schema.Read("<box xmlns='urn:test'/>"))
            .Should().Throw<EppProtocolException>().WithMessage("*'first'*t:boxType*");
    }

    [Fact]
    public void Repeated_elements_become_a_list_with_limits()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence><xs:element name="line" type="xs:token" maxOccurs="2"/></xs:sequence></xs:complexType></xs:element>
            """);

        schema.MemberType("TBox", "Lines").Should().Be<IReadOnlyList<string>>();
        schema.RoundTrip("<box xmlns='urn:test'><line>a</line><line>b</line></box>");
        var tooMany = schema.Read("<box xmlns='urn:test'><line>a</line><line>b</line><line>c</line></box>");
        FluentActions.Invoking(() => Wire.Write(tooMany)).Should().Throw<EppValidationException>().Which.Member.Should().Be("TBox.Lines");
    }

    [Fact]
    public void Text_with_attributes_is_merged_into_its_parent_when_it_occurs_once()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence><xs:element name="reason" minOccurs="0"><xs:complexType><xs:simpleContent>
              <xs:extension base="xs:token"><xs:attribute name="lang" type="xs:language"/><xs:attribute name="code" type="xs:int" use="required"/></xs:extension>
            </xs:simpleContent></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
            """);

        var box = schema.RoundTrip("<box xmlns='urn:test'><reason lang='da' code='7'>fordi</reason></box>");

        ((string)box.Reason).Should().Be("fordi");
        ((string)box.ReasonLanguage).Should().Be("da");
        ((int?)box.ReasonCode).Should().Be(7);
        schema.RoundTrip("<box xmlns='urn:test'/>");
    }

    [Fact]
    public void Text_with_attributes_is_a_record_when_it_repeats()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence><xs:element name="reason" type="t:reasonType" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
            <xs:complexType name="reasonType"><xs:simpleContent>
              <xs:extension base="xs:token"><xs:attribute name="lang" type="xs:language"/></xs:extension>
            </xs:simpleContent></xs:complexType>
            """);

        var box = schema.RoundTrip("<box xmlns='urn:test'><reason lang='da'>fordi</reason><reason>because</reason></box>");

        dynamic first = ((IReadOnlyList<object>)box.Reasons)[0];
        ((string)first.Value).Should().Be("fordi");
        ((string)first.Language).Should().Be("da");
        schema.Type("TReason").GetMethod("op_Implicit", [typeof(string)]).Should().NotBeNull();
    }

    [Fact]
    public void Choice_alone_becomes_a_union_with_factories()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence><xs:element name="ns" type="t:nsType"/></xs:sequence></xs:complexType></xs:element>
            <xs:complexType name="nsType"><xs:choice>
              <xs:element name="hostObj" type="xs:token" maxOccurs="unbounded"/><xs:element name="count" type="xs:int"/><xs:element name="none"/>
            </xs:choice></xs:complexType>
            """);

        schema.RoundTrip("<box xmlns='urn:test'><ns><hostObj>a</hostObj><hostObj>b</hostObj></ns></box>");
        schema.RoundTrip("<box xmlns='urn:test'><ns><count>3</count></ns></box>");
        var none = schema.RoundTrip("<box xmlns='urn:test'><ns><none/></ns></box>");

        ((bool)none.NameServers.IsNone).Should().BeTrue();
        var union = schema.Type("TNameServers");
        union.GetConstructors().Should().BeEmpty();
        union.GetMethods().Select(m => m.Name).Should().Contain(["FromHostObjects", "FromCount"]);
        union.GetProperty("None")!.GetValue(null).Should().Be((object)none.NameServers);
    }

    [Fact]
    public void Element_without_type_is_a_flag()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence><xs:element name="voice" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>
            """);

        ((bool)schema.RoundTrip("<box xmlns='urn:test'><voice/></box>").Voice).Should().BeTrue();
        ((bool)schema.RoundTrip("<box xmlns='urn:test'/>").Voice).Should().BeFalse();
        var loud = schema.RoundTrip("<box xmlns='urn:test'><voice level='9'>loud</voice></box>");
        ((string)loud.Voice.Content.Text).Should().Be("loud");
        ((IReadOnlyList<EppAttributeValue>)loud.Voice.Content.Attributes).Should().Equal(new EppAttributeValue("", "level", "9"));
    }

    [Fact]
    public void Mixed_content_is_kept()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence><xs:element name="msg" type="t:msgType"/></xs:sequence></xs:complexType></xs:element>
            <xs:complexType name="msgType" mixed="true"><xs:sequence><xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
              <xs:attribute name="lang" type="xs:language"/></xs:complexType>
            """);

        schema.MemberType("TBox", "Message").Should().Be<EppMixedContent>();
        var box = (dynamic)schema.Read("<box xmlns='urn:test'><msg lang='en'>one <b xmlns='urn:b'>two</b></msg></box>");

        ((string)box.MessageLanguage).Should().Be("en");
        Wire.Write((IEppElement)box).Should().Contain("one <b xmlns=\"urn:b\">two</b>");
    }

    [Fact]
    public void Wildcards_contain_raw_elements()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence><xs:element name="id" type="xs:int"/>
              <xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
            """);

        var box = (dynamic)schema.Read("<box xmlns='urn:test'><id>1</id><a xmlns='urn:a'>x</a><b xmlns='urn:b'/></box>");

        ((IReadOnlyList<IEppElement>)box.Elements).Select(e => e.LocalName).Should().Equal("a", "b");
        Wire.Write((IEppElement)box).Should().Contain("<a xmlns=\"urn:a\">x</a>");
    }

    [Fact]
    public void Unknown_elements_are_kept_and_written_back()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence><xs:element name="id" type="xs:int"/></xs:sequence></xs:complexType></xs:element>
            """);

        var box = (dynamic)schema.Read("<box xmlns='urn:test'><new><inner/></new><id>1</id></box>");

        ((IReadOnlyList<EppRawElement>)box.UnknownElements).Should().ContainSingle().Which.LocalName.Should().Be("new");
        Wire.Write((IEppElement)box).Should().MatchRegex("id>1<.*new.*inner");
    }

    [Fact]
    public void Unknown_attributes_are_kept_and_written_back()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence><xs:element name="in"><xs:complexType><xs:simpleContent><xs:extension base="xs:int">
              <xs:attribute name="a" type="xs:int"/></xs:extension></xs:simpleContent></xs:complexType></xs:element></xs:sequence><xs:attribute name="b" type="xs:int"/></xs:complexType></xs:element>
            """);

        var box = (dynamic)schema.Read("<box xmlns='urn:test' b='1' new='2' x:b='3' xmlns:x='urn:x'><in a='4'>5</in></box>");

        IEppElement again = schema.Read(Wire.Write((IEppElement)box));
        again.Should().Be((IEppElement)box);
        ((IReadOnlyList<EppAttributeValue>)box.UnknownAttributes).Select(a => (a.ToString(), a.Value)).Should().Equal(("new", "2"), ("{urn:x}b", "3"));
        ((string)box.ToString()).Should().Contain("UnknownAttributes = [new, {urn:x}b]").And.NotContain("= 3");
    }

    [Fact]
    public void Derived_type_has_inherited_members()
    {
        var schema = new TestSchema("""
            <xs:element name="box" type="t:bigType"/>
            <xs:complexType name="smallType"><xs:sequence><xs:element name="a" type="xs:token"/></xs:sequence><xs:attribute name="x" type="xs:token"/></xs:complexType>
            <xs:complexType name="bigType"><xs:complexContent><xs:extension base="t:smallType">
              <xs:sequence><xs:element name="b" type="xs:token"/></xs:sequence><xs:attribute name="y" type="xs:token"/></xs:extension></xs:complexContent></xs:complexType>
            """);

        schema.RoundTrip("<box xmlns='urn:test' x='1' y='2'><a>a</a><b>b</b></box>");
    }

    [Fact]
    public void Reference_is_the_record_of_the_global_element()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence><xs:element ref="domain:infData"/><xs:element ref="t:note"/></xs:sequence></xs:complexType></xs:element>
            <xs:element name="note" type="xs:token"/>
            """);

        schema.MemberType("TBox", "DomainInfoResult").Should().Be<EppClient.Commands.DomainInfoResult>();
        schema.RoundTrip("""
            <box xmlns='urn:test'><d:infData xmlns:d='urn:ietf:params:xml:ns:domain-1.0'><d:name>a.example</d:name><d:roid>A-1</d:roid><d:clID>REG-1</d:clID></d:infData>
            <note>n</note></box>
            """);
    }

    [Fact]
    public void Substitutes_replace_an_abstract_element()
    {
        var schema = new TestSchema("""
            <xs:element name="abstractMark" type="t:abstractMarkType" abstract="true"/>
            <xs:complexType name="abstractMarkType"/>
            <xs:element name="mark" substitutionGroup="t:abstractMark"><xs:complexType><xs:complexContent><xs:extension base="t:abstractMarkType">
              <xs:sequence><xs:element name="id" type="xs:token"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType></xs:element>
            <xs:element name="box"><xs:complexType><xs:sequence><xs:element ref="t:abstractMark" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
            """);

        var box = schema.RoundTrip("<box xmlns='urn:test'><mark><id>1</id></mark><mark><id>2</id></mark></box>");

        ((IReadOnlyList<object>)box.Marks).Should().HaveCount(2);
    }

    [Fact]
    public void Types_of_the_referenced_assembly_are_used_and_not_emitted_again()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence>
              <xs:element name="ns" type="domain:nsType"/><xs:element name="state" type="domain:statusValueType"/><xs:element name="name" type="eppcom:labelType"/>
            </xs:sequence></xs:complexType></xs:element>
            """);

        schema.MemberType("TBox", "NameServers").Should().Be<EppClient.Commands.DomainNameServers>();
        schema.MemberType("TBox", "State").Should().Be<EppClient.Commands.DomainStatusValue>();
        schema.RoundTrip("""
            <box xmlns='urn:test'><ns><d:hostObj xmlns:d='urn:ietf:params:xml:ns:domain-1.0'>ns1.example</d:hostObj></ns><state>ok</state><name>a.example</name></box>
            """);
    }

    [Fact]
    public void Type_that_contains_itself_is_supported()
    {
        var schema = new TestSchema("""
            <xs:element name="box" type="t:boxType"/>
            <xs:complexType name="boxType"><xs:sequence><xs:element name="inner" type="t:boxType" minOccurs="0"/></xs:sequence></xs:complexType>
            """);

        schema.RoundTrip("<box xmlns='urn:test'><inner><inner/></inner></box>");
    }
}
