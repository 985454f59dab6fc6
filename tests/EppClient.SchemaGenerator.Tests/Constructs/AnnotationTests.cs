using EppClient.Commands;
using EppClient.SchemaGenerator.Tests.Support;
using EppClient.TestSupport.Generation;
using EppClient.Xml;

namespace EppClient.SchemaGenerator.Tests.Constructs;

/// <summary>Tests the annotations in <c>xs:appinfo</c>, and the rules for names.</summary>
public sealed class AnnotationTests
{
    [Fact]
    public void Name_replaces_the_default_name()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:annotation><xs:appinfo><e:name>Crate</e:name></xs:appinfo></xs:annotation>
              <xs:complexType><xs:sequence><xs:element name="ln" type="xs:token" maxOccurs="unbounded">
                <xs:annotation><xs:appinfo><e:name>Lines</e:name></xs:appinfo></xs:annotation></xs:element></xs:sequence></xs:complexType></xs:element>
            """);

        schema.MemberType("TCrate", "Lines").Should().Be<IReadOnlyList<string>>();
    }

    [Fact]
    public void Secret_and_personal_members_are_not_printed()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence>
              <xs:element name="id" type="xs:token"/>
              <xs:element name="pw" type="xs:token"><xs:annotation><xs:appinfo><e:secret/></xs:appinfo></xs:annotation></xs:element>
              <xs:element name="email" type="xs:token"><xs:annotation><xs:appinfo><e:personal/></xs:appinfo></xs:annotation></xs:element>
            </xs:sequence></xs:complexType></xs:element>
            """);

        var box = schema.RoundTrip("<box xmlns='urn:test'><id>7</id><pw>hush</pw><email>a@b</email></box>");

        ((string)box.ToString()).Should().Be("TBox { Id = 7, Password = ***, Email = *** }");
        schema.Schema.SensitivityOf("pw").Should().Be(EppSensitivity.Secret);
        schema.Schema.SensitivityOf("email").Should().Be(EppSensitivity.Personal);
    }

    [Fact]
    public void Optional_member_is_required_in_responses_unless_the_overlay_makes_it_optional()
    {
        var schema = new TestSchema("""
            <xs:element name="box" type="t:boxType"/>
            <xs:complexType name="boxType"><xs:sequence><xs:element name="acID" type="xs:token">
              <xs:annotation><xs:appinfo><e:optional/></xs:appinfo></xs:annotation></xs:element></xs:sequence></xs:complexType>
            """);
        var relaxed = new EppXmlDialect { Overlay = new EppSchemaOverlay { OptionalElements = [new EppOptionalElement("urn:test", "boxType", "acID")] } };

        FluentActions.Invoking(() => schema.Read("<box xmlns='urn:test'/>")).Should().Throw<EppProtocolException>().WithMessage("*acID*");
        Wire.Write(Wire.Read(schema.Schema, "<box xmlns='urn:test'/>", relaxed)).Should().NotContain("acID");
    }

    [Fact]
    public void Placement_defines_which_commands_an_element_extends()
    {
        var schema = new TestSchema("""
            <xs:element name="fee"><xs:annotation><xs:appinfo><e:on command="domain:create"/><e:on response="domain:info"/></xs:appinfo></xs:annotation>
              <xs:complexType><xs:attribute name="amount" type="xs:decimal"/></xs:complexType></xs:element>
            """);

        schema.Type("TFee").Should().Implement<IEppExtension<DomainCreate>>().And.NotImplement<IEppExtension<DomainDelete>>();
        schema.Type("TFee").Should().Implement(typeof(IEppResponseExtension<>).MakeGenericType(schema.Type("TFee")));
    }

    [Fact]
    public void Element_without_placement_extends_any_command()
    {
        var schema = new TestSchema("""<xs:element name="fee"><xs:complexType><xs:attribute name="amount" type="xs:decimal"/></xs:complexType></xs:element>""");

        schema.Type("TFee").Should().Implement<IEppExtension<IEppCommand>>();
    }

    [Fact]
    public void Element_without_placement_extends_no_command_if_the_schema_places_others()
    {
        var schema = new TestSchema("""
            <xs:element name="fee"><xs:annotation><xs:appinfo><e:on command="domain:create"/></xs:appinfo></xs:annotation>
              <xs:complexType><xs:sequence><xs:element ref="t:part"/></xs:sequence></xs:complexType></xs:element>
            <xs:element name="part"><xs:complexType><xs:attribute name="amount" type="xs:decimal"/></xs:complexType></xs:element>
            """);

        schema.Type("TPart").Should().NotImplement<IEppExtension>();
    }

    [Fact]
    public void Declared_element_with_a_value_can_extend_a_command()
    {
        const string Anchor = """[EppClient.Xml.EppElement("urn:test", "token")] public sealed partial record Token;""";
        var item = SchemaItem.Test("""
            <xs:element name="token" type="t:tokenType"><xs:annotation><xs:appinfo><e:secret/><e:on command="domain:create"/></xs:appinfo></xs:annotation></xs:element>
            <xs:simpleType name="tokenType"><xs:restriction base="xs:token"><xs:minLength value="2"/></xs:restriction></xs:simpleType>
            """);

        var run = GeneratorRun.Of(Anchor, item);

        run.Diagnostics.Should().BeEmpty();
        run.CompilerFaults().Should().BeEmpty();
        var token = run.Load().GetType("Token")!;
        token.Should().Implement<IEppExtension<DomainCreate>>();
        var element = (IEppElement)Activator.CreateInstance(token, "hush")!;
        Wire.Write(element).Should().MatchRegex(">hush</(\\w+:)?token>$");
        element.ToString().Should().Be("Token { Value = *** }");
        FluentActions.Invoking(() => Wire.Write((IEppElement)Activator.CreateInstance(token, "x")!)).Should().Throw<EppValidationException>();
    }

    [Fact]
    public void Verb_with_a_response_is_a_command()
    {
        var schema = new TestSchema("""
            <xs:element name="info"><xs:complexType><xs:sequence><xs:element name="id" type="xs:token"/></xs:sequence></xs:complexType></xs:element>
            <xs:element name="delete"><xs:complexType><xs:sequence><xs:element name="id" type="xs:token"/></xs:sequence></xs:complexType></xs:element>
            <xs:element name="transfer"><xs:complexType><xs:sequence><xs:element name="id" type="xs:token"/></xs:sequence></xs:complexType></xs:element>
            <xs:element name="infData"><xs:complexType><xs:sequence><xs:element name="id" type="xs:token"/><xs:element name="roid" type="xs:token"/></xs:sequence></xs:complexType></xs:element>
            """);

        schema.Type("TInfo").Should().Implement(typeof(IEppCommand<>).MakeGenericType(schema.Type("TInfoResult"))).And.NotImplement<IEppExtension>();
        schema.Type("TDelete").Should().Implement<IEppCommand>();
        schema.Type("TTransfer").Should().Implement<IEppTransferCommand>();
    }

    [Fact]
    public void Retired_members_and_types_are_obsolete()
    {
        var schema = new TestSchema("""
            <xs:element name="box"><xs:complexType><xs:sequence><xs:element name="old" type="xs:token" minOccurs="0">
              <xs:annotation><xs:appinfo><e:retired since="2026-07-01">Use new.</e:retired></xs:appinfo></xs:annotation></xs:element></xs:sequence></xs:complexType></xs:element>
            """);

        schema.Type("TBox").GetProperty("Old").Should().BeDecoratedWith<ObsoleteAttribute>(a => a.Message == "Use new.");
    }

    [Fact]
    public void Attribute_without_its_element_is_rejected()
    {
        var create = new DomainCreate("a.example", DomainAuthInfo.FromPassword(string.Empty)) { PeriodUnit = DomainPeriodUnit.Year };

        FluentActions.Invoking(() => Wire.Write(create)).Should().Throw<EppValidationException>().Which.Member.Should().Be("DomainCreate.Period");
    }
}
