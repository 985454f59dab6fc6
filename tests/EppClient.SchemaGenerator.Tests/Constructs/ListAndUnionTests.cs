using EppClient.SchemaGenerator.Tests.Support;
using EppClient.TestSupport.Generation;
using EppClient.Xml;

namespace EppClient.SchemaGenerator.Tests.Constructs;

public sealed class ListAndUnionTests
{
    private const string Types = """
        <xs:simpleType name="sizes"><xs:restriction><xs:simpleType><xs:list itemType="xs:unsignedByte"/></xs:simpleType><xs:maxLength value="3"/></xs:restriction></xs:simpleType>
        <xs:simpleType name="color"><xs:restriction base="xs:token"><xs:enumeration value="red"/><xs:enumeration value="blue"/></xs:restriction></xs:simpleType>
        <xs:simpleType name="shade"><xs:restriction base="xs:token"><xs:enumeration value="dark"/></xs:restriction></xs:simpleType>
        <xs:simpleType name="colors"><xs:list itemType="t:color"/></xs:simpleType>
        <xs:simpleType name="anyColor"><xs:union memberTypes="t:color t:shade"/></xs:simpleType>
        <xs:simpleType name="moment"><xs:union memberTypes="xs:dateTime xs:date"/></xs:simpleType>
        <xs:simpleType name="level"><xs:union memberTypes="t:color"><xs:simpleType><xs:restriction base="xs:integer"><xs:maxInclusive value="9"/></xs:restriction></xs:simpleType></xs:union></xs:simpleType>
        <xs:simpleType name="levels"><xs:list itemType="t:level"/></xs:simpleType>
        """;

    [Theory]
    [InlineData("sizes", typeof(IReadOnlyList<byte>), "1 2 3", "1 2 3 4")]
    [InlineData("moment", typeof(string), "2026-11-23Z", "2026-11")]
    [InlineData("level", typeof(string), "-9", "10")]
    [InlineData("level", typeof(string), "blue", "green")]
    [InlineData("levels", typeof(IReadOnlyList<string>), "blue 9", "blue 10")]
    public void Value_is_kept_and_checked_as_element_attribute_and_content(string type, Type expected, string good, string bad)
    {
        var schema = new TestSchema(Types + $"""
            <xs:element name="box"><xs:complexType><xs:sequence><xs:element name="item" type="t:{type}"/></xs:sequence><xs:attribute name="mark" type="t:{type}"/></xs:complexType></xs:element>
            <xs:element name="lid"><xs:complexType><xs:simpleContent><xs:extension base="t:{type}"><xs:attribute name="a"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>
            <xs:element name="bare" type="t:{type}"/>
            """);

        schema.MemberType("TBox", "Item").Should().Be(expected);
        schema.MemberType("TBox", "Mark").Should().Be(expected);
        schema.RoundTrip($"<box xmlns='urn:test' mark='{good}'><item> {good} </item></box>");
        schema.RoundTrip($"<lid xmlns='urn:test'>{good}</lid>");
        Wire.Write(schema.Read($"<bare xmlns='urn:test'>{good}</bare>")).Should().Contain($">{good}<");
        FluentActions.Invoking(() => Wire.Write(schema.Read($"<box xmlns='urn:test'><item>{bad}</item></box>")))
            .Should().Throw<EppValidationException>().Which.SchemaType.Should().BeOneOf("t:" + type, "t:" + type.TrimEnd('s'));
        FluentActions.Invoking(() => Wire.Write(schema.Read($"<lid xmlns='urn:test'>{bad}</lid>"))).Should().Throw<EppValidationException>();
    }

    [Fact]
    public void List_of_enumeration_values_is_typed()
    {
        var schema = new TestSchema(Types + """<xs:element name="box"><xs:complexType><xs:attribute name="c" type="t:colors"/></xs:complexType></xs:element>""");

        schema.MemberType("TBox", "C").Should().Be(typeof(IReadOnlyList<>).MakeGenericType(schema.Type("TColor")));
        schema.RoundTrip("<box xmlns='urn:test' c='red blue red'/>");
        schema.RoundTrip("<box xmlns='urn:test' c=''/>");
    }

    [Fact]
    public void Union_of_enumerations_is_one_enumeration()
    {
        var schema = new TestSchema(Types + """<xs:element name="box"><xs:complexType><xs:attribute name="c" type="t:anyColor"/></xs:complexType></xs:element>""");

        schema.RoundTrip("<box xmlns='urn:test' c='dark'/>");
        schema.Type("TAnyColor").GetProperties().Select(p => p.Name).Should().Contain(["Red", "Blue", "Dark"]);
    }

    [Fact]
    public void Qualified_name_is_preserved_under_another_prefix()
    {
        var schema = new TestSchema("""<xs:element name="box"><xs:complexType><xs:sequence><xs:element name="item" type="xs:QName"/></xs:sequence><xs:attribute name="q" type="xs:QName"/></xs:complexType></xs:element>""");

        dynamic box = schema.RoundTrip("<box xmlns='urn:test' xmlns:z='urn:z' q='z:a'><item xmlns:y='urn:y'>y:b</item></box>");

        ((EppQualifiedName)box.Item).Should().Be(new EppQualifiedName("urn:y", "b"));
        ((EppQualifiedName?)box.Q).Should().Be(new EppQualifiedName("urn:z", "a"));
    }

    [Fact]
    public void Unusual_values_have_distinct_readable_names()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:attribute name="c" type="t:odd"/></xs:complexType></xs:element>
            <xs:simpleType name="odd"><xs:restriction base="xs:string">
              <xs:enumeration value=""/><xs:enumeration value="+"/><xs:enumeration value="-"/><xs:enumeration value="Y"/><xs:enumeration value="y"/>
              <xs:enumeration value="class"/><xs:enumeration value="1st"/><xs:enumeration value="a-b"/><xs:enumeration value="a.b"/>
              <xs:enumeration value=" "/><xs:enumeration value="Value"/><xs:enumeration value="æble"/>
            </xs:restriction></xs:simpleType>
            """);

        schema.Type("TOdd").GetProperties().Where(p => p.GetMethod!.IsStatic).Select(p => p.Name)
            .Should().Equal("Empty", "Plus", "Minus", "Y", "YValue", "Class", "Value1st", "AB", "ADotb", "Blank", "ValueValue", "Æble");
        schema.RoundTrip("<box xmlns='urn:test' c=' '/>");
    }

    [Fact]
    public void Pattern_that_cannot_be_checked_is_reported_and_the_rest_is_emitted()
    {
        var run = GeneratorRun.Of(SchemaItem.Test("""
            <xs:element name="box" type="t:odd"/>
            <xs:simpleType name="odd"><xs:restriction base="xs:token"><xs:maxLength value="3"/><xs:pattern value="\bx"/></xs:restriction></xs:simpleType>
            """));

        run.Diagnostics.Should().ContainSingle().Which.Id.Should().Be("EPP1013");
        run.Diagnostics[0].GetMessage(null).Should().Contain("t:odd").And.Contain(@"\bx");
        run.Files["Generated.TSchema.g.cs"].Should().Contain("MaxLength = 3").And.NotContain("Pattern");
    }

    [Theory]
    [InlineData(@"\p{IsGreek}+", "αβ")]
    [InlineData(@"\p{IsCombiningMarksforSymbols}", "\u20d0")]
    public void Pattern_that_the_framework_does_not_support_is_checked(string pattern, string good)
    {
        var schema = new TestSchemaText($"""
            <xs:element name="box" type="t:odd"/>
            <xs:simpleType name="odd"><xs:restriction base="xs:token"><xs:pattern value="{pattern}"/></xs:restriction></xs:simpleType>
            """);

        schema.Write($"<box xmlns='urn:test'>{good}</box>").Should().Contain(good);
        FluentActions.Invoking(() => schema.Write("<box xmlns='urn:test'>a</box>")).Should().Throw<EppValidationException>();
    }

    /// <summary>For schemas that .NET cannot compile, so that only the emitted code can be tested.</summary>
    private sealed class TestSchemaText(string content)
    {
        private readonly EppSchema _schema = Load(content);

        public string Write(string xml) => Wire.Write(Wire.Read(_schema, xml));

        private static EppSchema Load(string content)
        {
            var run = GeneratorRun.Of(SchemaItem.Test(content));
            run.Diagnostics.Should().BeEmpty();
            return (EppSchema)run.Load().GetType("Generated.TSchema", throwOnError: true)!.GetProperty("Instance")!.GetValue(null)!;
        }
    }
}
