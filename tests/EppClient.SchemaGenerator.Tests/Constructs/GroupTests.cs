using EppClient.SchemaGenerator.Tests.Support;
using EppClient.Xml;

namespace EppClient.SchemaGenerator.Tests.Constructs;

/// <summary>Choices and sequences that become separate records.</summary>
public sealed class GroupTests
{
    [Fact]
    public void Choice_in_a_sequence_cannot_be_constructed_incorrectly()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence><xs:element name="life" type="xs:int" minOccurs="0"/><xs:choice>
              <xs:element name="record" type="xs:token" maxOccurs="unbounded"/><xs:element name="key" type="xs:token"/>
            </xs:choice></xs:sequence></xs:complexType></xs:element>
            """);

        var box = schema.RoundTrip("<box xmlns='urn:test'><life>1</life><record>a</record><record>b</record></box>");
        schema.RoundTrip("<box xmlns='urn:test'><key>k</key></box>");

        ((IReadOnlyList<string>)box.Choice.Records).Should().Equal("a", "b");
        schema.Type("TBoxChoice").GetConstructors().Should().BeEmpty();
        schema.Type("TBoxChoice").GetMethods().Select(m => m.Name).Should().Contain(["FromRecords", "FromKey"]);
        FluentActions.Invoking(() => schema.Read("<box xmlns='urn:test'/>")).Should().Throw<EppProtocolException>().WithMessage("*record or key*");
    }

    [Fact]
    public void Choice_marked_as_flat_has_its_branches_among_the_other_members()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence><xs:element name="life" type="xs:int" minOccurs="0"/><xs:choice>
              <xs:annotation><xs:appinfo><e:flat/></xs:appinfo></xs:annotation>
              <xs:element name="record" type="xs:token" maxOccurs="unbounded"/><xs:element name="key" type="xs:token"/>
            </xs:choice></xs:sequence></xs:complexType></xs:element>
            """);

        schema.RoundTrip("<box xmlns='urn:test'><life>1</life><record>a</record></box>");
        var both = schema.Read("<box xmlns='urn:test'><record>a</record><key>b</key></box>");

        FluentActions.Invoking(() => Wire.Write(both)).Should().Throw<EppValidationException>().WithMessage("*exactly one of Records, Key*");
        schema.Invoking(s => s.Read("<box xmlns='urn:test'/>")).Should().Throw<EppProtocolException>().WithMessage("*'record or key'*");
    }

    [Fact]
    public void Choice_may_have_a_name_and_documentation()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence><xs:element name="id" type="xs:int"/><xs:choice minOccurs="0">
              <xs:annotation><xs:appinfo><e:name>Lifetime</e:name></xs:appinfo></xs:annotation>
              <xs:element name="date" type="xs:date"/><xs:element name="years" type="xs:int"/>
            </xs:choice></xs:sequence></xs:complexType></xs:element>
            """);

        ((int?)schema.RoundTrip("<box xmlns='urn:test'><id>1</id><years>2</years></box>").Lifetime.Years).Should().Be(2);
        schema.RoundTrip("<box xmlns='urn:test'><id>1</id></box>");
    }

    [Fact]
    public void Repeated_choice_keeps_the_order()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:choice minOccurs="0" maxOccurs="unbounded">
              <xs:element name="a" type="xs:token"/><xs:element name="b" type="xs:int"/>
            </xs:choice></xs:complexType></xs:element>
            """);

        var box = schema.RoundTrip("<box xmlns='urn:test'><a>x</a><b>1</b><a>y</a></box>");

        ((IEnumerable<dynamic>)box.Items).Select(i => (string?)i.A ?? ((int?)i.B).ToString()).Should().Equal("x", "1", "y");
        Wire.Write((IEppElement)box).Should().MatchRegex("x<.*1<.*y<");
    }

    [Fact]
    public void Repeated_choice_with_any_element_beside_known_ones()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence><xs:element name="id" type="xs:int"/><xs:choice minOccurs="0" maxOccurs="unbounded">
              <xs:element name="a" type="xs:token"/><xs:any namespace="##other" processContents="lax"/>
            </xs:choice></xs:sequence></xs:complexType></xs:element>
            """);

        var box = schema.RoundTrip("<box xmlns='urn:test'><id>1</id><a>x</a><o xmlns='urn:o'/><a>y</a></box>");

        Wire.Write((IEppElement)box).Should().MatchRegex("x<.*urn:o.*y<");
    }

    [Fact]
    public void Repeated_sequence_becomes_a_list_of_records()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence maxOccurs="unbounded">
              <xs:element name="key" type="xs:token"/><xs:element name="value" type="xs:token" minOccurs="0"/>
            </xs:sequence></xs:complexType></xs:element>
            """);

        var box = schema.RoundTrip("<box xmlns='urn:test'><key>a</key><value>1</value><key>b</key><key>c</key><value>3</value></box>");

        ((IEnumerable<dynamic>)box.Items).Select(i => $"{i.Key}={i.Value}").Should().Equal("a=1", "b=", "c=3");
    }

    [Fact]
    public void Named_group_names_the_records()
    {
        var schema = new TestSchema("""
            <xs:group name="pair"><xs:sequence><xs:element name="key" type="xs:token"/><xs:element name="value" type="xs:token"/></xs:sequence></xs:group>
            <xs:element name="box"><xs:complexType><xs:sequence><xs:element name="id" type="xs:int"/><xs:group ref="t:pair" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
            <xs:element name="one"><xs:complexType><xs:group ref="t:pair"/></xs:complexType></xs:element>
            """);

        var box = schema.RoundTrip("<box xmlns='urn:test'><id>1</id><key>a</key><value>1</value><key>b</key><value>2</value></box>");
        var one = schema.RoundTrip("<one xmlns='urn:test'><key>a</key><value>1</value></one>");

        ((IReadOnlyList<object>)box.Pairs).Should().HaveCount(2);
        ((string)one.Key).Should().Be("a");
    }

    [Fact]
    public void Sequences_as_branches_are_records()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:choice>
              <xs:element name="none"><xs:complexType/></xs:element>
              <xs:sequence><xs:element name="from" type="xs:date"/><xs:element name="to" type="xs:date" minOccurs="0"/></xs:sequence>
              <xs:sequence><xs:element name="year" type="xs:int"/><xs:choice><xs:element name="month" type="xs:int"/><xs:element name="week" type="xs:int"/></xs:choice></xs:sequence>
            </xs:choice></xs:complexType></xs:element>
            """);

        schema.RoundTrip("<box xmlns='urn:test'><none/></box>");
        var range = schema.RoundTrip("<box xmlns='urn:test'><from>2026-01-01</from><to>2026-02-01</to></box>");
        var week = schema.RoundTrip("<box xmlns='urn:test'><year>2026</year><week>7</week></box>");

        ((EppDate)range.FromGroup.From).Day.Should().Be(new DateOnly(2026, 1, 1));
        ((int?)week.YearGroup.Choice.Week).Should().Be(7);
    }

    [Fact]
    public void Optional_sequence_requires_all_its_elements_together()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence><xs:element name="id" type="xs:int"/>
              <xs:sequence minOccurs="0"><xs:element name="from" type="xs:int"/><xs:element name="to" type="xs:int"/><xs:element name="why" type="xs:token" minOccurs="0"/></xs:sequence>
            </xs:sequence></xs:complexType></xs:element>
            """);

        schema.RoundTrip("<box xmlns='urn:test'><id>1</id></box>");
        schema.RoundTrip("<box xmlns='urn:test'><id>1</id><from>1</from><to>2</to></box>");
        var half = schema.Read("<box xmlns='urn:test'><id>1</id><from>1</from></box>");

        FluentActions.Invoking(() => Wire.Write(half)).Should().Throw<EppValidationException>().Which.Member.Should().Be("TBox.To");
    }

    [Fact]
    public void Element_in_two_places_of_a_sequence_is_supported()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence>
              <xs:element name="a" type="xs:token"/><xs:element name="b" type="xs:token"/><xs:element name="a" type="xs:token" minOccurs="0"/>
            </xs:sequence></xs:complexType></xs:element>
            """);

        var box = schema.RoundTrip("<box xmlns='urn:test'><a>1</a><b>2</b><a>3</a></box>");
        schema.RoundTrip("<box xmlns='urn:test'><a>1</a><b>2</b></box>");

        ((string)box.A).Should().Be("1");
        ((string)box.SecondA).Should().Be("3");
    }

    [Fact]
    public void Wildcards_in_two_places_of_a_sequence_are_supported()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence>
              <xs:any namespace="##other" processContents="lax" minOccurs="0"/><xs:element name="b" type="xs:token"/><xs:any namespace="##other" processContents="lax" minOccurs="0"/>
            </xs:sequence></xs:complexType></xs:element>
            """);

        var box = schema.RoundTrip("<box xmlns='urn:test'><x xmlns='urn:x'/><b>2</b><y xmlns='urn:y'/></box>");

        Wire.Write((IEppElement)box).Should().MatchRegex("urn:x.*2<.*urn:y");
    }

    [Fact]
    public void All_accepts_its_elements_in_any_order()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:all><xs:element name="a" type="xs:int"/><xs:element name="b" type="xs:int" minOccurs="0"/></xs:all></xs:complexType></xs:element>
            """);

        ((int)schema.RoundTrip("<box xmlns='urn:test'><b>2</b><a>1</a></box>").A).Should().Be(1);
    }

    [Fact]
    public void Several_substitutes_keep_their_order()
    {
        var schema = new TestSchema("""
            <xs:element name="abstractMark" abstract="true"/>
            <xs:element name="word" type="xs:token" substitutionGroup="t:abstractMark"/>
            <xs:element name="figure" substitutionGroup="t:abstractMark"><xs:complexType><xs:sequence><xs:element name="id" type="xs:token"/></xs:sequence></xs:complexType></xs:element>
            <xs:element name="box"><xs:complexType><xs:sequence><xs:element ref="t:abstractMark" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
            """);

        var box = schema.RoundTrip("<box xmlns='urn:test'><figure><id>1</id></figure><word>w</word><figure><id>2</id></figure></box>");

        ((IReadOnlyList<object>)box.Marks).Should().HaveCount(3);
        Wire.Write((IEppElement)box).Should().MatchRegex("1<.*w<.*2<");
    }
}
