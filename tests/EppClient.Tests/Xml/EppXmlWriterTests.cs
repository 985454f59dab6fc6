using EppClient.Xml;

namespace EppClient.Tests.Xml;

public sealed class EppXmlWriterTests
{
    private const string Declaration = """<?xml version="1.0" encoding="utf-8" standalone="no"?>""";

    private static readonly EppSimpleType Label = EppSimpleType.Token with { DisplayName = "eppcom:labelType", MinLength = 1, MaxLength = 255 };
    private static readonly EppSimpleType Unit = EppSimpleType.Token with { LocalName = "unit", DisplayName = "domain:unit", Enumeration = ["y", "m"] };
    private static readonly EppSimpleType Amount = EppSimpleType.Decimal with { DisplayName = "b:amount", FractionDigits = 2, MinInclusive = "-10", MaxInclusive = "10" };

    [Fact]
    public void Elements_have_the_usual_prefix_of_their_namespace()
    {
        var xml = XmlText.Write(w =>
        {
            w.StartElement(EppNamespaces.Epp, "epp");
            w.StartElement(EppNamespaces.Domain, "info");
            w.Element(EppNamespaces.Domain, "name", "a.dk", Label, "Name");
            w.EndElement();
            w.EmptyElement(EppNamespaces.Balance, "info");
            w.EndElement();
        });

        xml.Should().Be(
            Declaration
            + """<epp xmlns="urn:ietf:params:xml:ns:epp-1.0">"""
            + """<domain:info xmlns:domain="urn:ietf:params:xml:ns:domain-1.0"><domain:name>a.dk</domain:name></domain:info>"""
            + """<balance:info xmlns:balance="http://www.verisign.com/epp/balance-1.0" /></epp>""");
    }

    [Theory]
    [InlineData("urn:x:", "ext")]
    [InlineData("urn:x:xml-1.0", "ext")]
    [InlineData("http://example/1st", "ext")]
    [InlineData("urn:x:no-ext-epp-1.0", "no-ext-epp")]
    public void Namespaces_without_a_usable_name_still_get_a_prefix(string namespaceUri, string prefix) =>
        XmlText.Write(w => w.EmptyElement(namespaceUri, "e")).Should().Be($"{Declaration}<{prefix}:e xmlns:{prefix}=\"{namespaceUri}\" />");

    [Fact]
    public void Values_are_escaped_and_non_ASCII_characters_are_UTF8() =>
        XmlText.Write(w => w.Element(EppNamespaces.Epp, "pw", "a<b&\"c]]>ÆØÅ", Label, "Pw"))
            .Should().Be(Declaration + """<pw xmlns="urn:ietf:params:xml:ns:epp-1.0">a&lt;b&amp;"c]]&gt;ÆØÅ</pw>""");

    [Theory]
    [InlineData(false, "true", "false")]
    [InlineData(true, "1", "0")]
    public void Booleans_are_words_or_digits_in_attributes_and_words_in_elements(bool digits, string yes, string no) =>
        XmlText.Write(
            w =>
            {
                w.StartElement(EppNamespaces.Domain, "name");
                w.Attribute("avail", true, EppSimpleType.Boolean, "Available");
                w.Attribute("urgent", false, EppSimpleType.Boolean, "IsUrgent");
                w.Element(EppNamespaces.Domain, "all", true, EppSimpleType.Boolean, "All");
                w.EndElement();
            },
            new EppXmlDialect { FlagAttributesAsDigits = digits })
            .Should().Contain($"avail=\"{yes}\"").And.Contain($"urgent=\"{no}\"").And.Contain("<domain:all>true</domain:all>");

    [Fact]
    public void Null_writes_nothing() =>
        XmlText.Write(w =>
        {
            w.StartElement(EppNamespaces.Epp, "epp");
            w.Element(EppNamespaces.Epp, "a", (string?)null, Label, "A");
            w.Element(EppNamespaces.Epp, "b", (bool?)null, EppSimpleType.Boolean, "B");
            w.Element(EppNamespaces.Epp, "c", (DateTimeOffset?)null, EppSimpleType.DateTime, "C");
            w.Attribute("d", (string?)null, Label, "D");
            w.EndElement();
        }).Should().Be(Declaration + """<epp xmlns="urn:ietf:params:xml:ns:epp-1.0" />""");

    [Theory]
    [InlineData("2026-11-23T10:00:00.0000000+00:00", "2026-11-23T10:00:00Z")]
    [InlineData("2026-11-23T10:00:00.1200000+00:00", "2026-11-23T10:00:00.12Z")]
    [InlineData("2026-11-23T10:00:00.0000000+02:00", "2026-11-23T10:00:00+02:00")]
    public void Times_keep_their_offset_and_fraction(string value, string expected) =>
        XmlText.Write(w => w.Element("urn:x:t-1.0", "t", DateTimeOffset.Parse(value, null), EppSimpleType.DateTime, "T"))
            .Should().Be($"{Declaration}<t:t xmlns:t=\"urn:x:t-1.0\">{expected}</t:t>");

    [Theory]
    [InlineData("", "must have 1 to 255 characters, has 0")]
    [InlineData("   ", "must have 1 to 255 characters, has 0")]
    [InlineData("a\u0001b", "contains U+0001 at position 1, which XML does not allow")]
    public void Error_for_an_invalid_value_names_member_rule_and_type(string value, string rule)
    {
        var act = () => XmlText.Write(w => w.Element(EppNamespaces.Domain, "name", value, Label, "DomainCreate.Name"));

        act.Should().Throw<EppValidationException>().WithMessage($"DomainCreate.Name {rule} (schema type eppcom:labelType).")
            .Which.Delivery.Should().Be(EppDelivery.NotSent);
    }

    [Fact]
    public void Unpaired_surrogate_is_refused()
    {
        var act = () => XmlText.Write(w => w.Element(EppNamespaces.Domain, "name", "a\ud800", Label, "Name"));

        act.Should().Throw<EppValidationException>().WithMessage("Name contains U+D800 at position 1, which XML does not allow*");
    }

    [Fact]
    public void Length_counts_characters_and_not_UTF16_code_units()
    {
        var type = Label with { MaxLength = 2 };

        XmlText.Write(w => w.Element("urn:x:t-1.0", "t", "😀😀", type, "T")).Should().Contain("😀😀");
        var act = () => XmlText.Write(w => w.Element("urn:x:t-1.0", "t", "😀😀😀", type, "T"));
        act.Should().Throw<EppValidationException>().WithMessage("T must have 1 to 2 characters, has 3*");
    }

    [Fact]
    public void Enumerations_accept_only_their_own_values()
    {
        var act = () => XmlText.Write(w => w.Element("urn:x:t-1.0", "t", "d", Unit, "Period.Unit"));

        act.Should().Throw<EppValidationException>().WithMessage("Period.Unit must be one of y, m*");
    }

    [Fact]
    public void Patterns_match_the_whole_value()
    {
        var type = Label with { Pattern = "a|ab" };

        XmlText.Write(w => w.Element("urn:x:t-1.0", "t", "ab", type, "T")).Should().Contain(">ab<");
        var act = () => XmlText.Write(w => w.Element("urn:x:t-1.0", "t", "abc", type, "T"));
        act.Should().Throw<EppValidationException>().WithMessage("T must match the pattern a|ab*");
    }

    [Theory]
    [InlineData(1, "1.00")]
    [InlineData(-2.5, "-2.50")]
    public void Decimals_have_the_digits_of_their_type(double value, string expected) =>
        XmlText.Write(w => w.Element("urn:x:t-1.0", "t", (decimal)value, Amount, "T")).Should().Contain($">{expected}<");

    [Theory]
    [InlineData(10.01, "must be at most 10, is 10.01")]
    [InlineData(-11, "must be at least -10, is -11")]
    [InlineData(1.001, "must have at most 2 digits after the decimal point")]
    public void Numbers_out_of_range_are_refused(double value, string rule)
    {
        var act = () => XmlText.Write(w => w.Element("urn:x:t-1.0", "t", (decimal)value, Amount, "T"));

        act.Should().Throw<EppValidationException>().WithMessage($"T {rule}*");
    }

    [Fact]
    public void An_overlay_replaces_the_facets_of_a_type()
    {
        var dialect = new EppXmlDialect
        {
            Overlay = new EppSchemaOverlay { SimpleTypes = [new EppTypeOverride(Unit.NamespaceUri, "unit") { WithoutEnumeration = ["m"] }] },
        };

        XmlText.Write(w => w.Element("urn:x:t-1.0", "t", "m", Unit, "T")).Should().Contain(">m<");
        var act = () => XmlText.Write(w => w.Element("urn:x:t-1.0", "t", "m", Unit, "T"), dialect);
        act.Should().Throw<EppValidationException>().WithMessage("T must be one of y*");
    }

    [Fact]
    public void Older_version_is_written_in_its_namespace_and_refuses_members_that_it_lacks()
    {
        var dialect = new EppXmlDialect
        {
            Versions = [new EppSchemaVersion("urn:x:k-4.4", "urn:x:k-4.5") { MissingElements = ["late"] }],
        };

        XmlText.Write(w => w.EmptyElement("urn:x:k-4.5", "early"), dialect).Should().Be($"{Declaration}<k:early xmlns:k=\"urn:x:k-4.4\" />");
        var act = () => XmlText.Write(w => w.EmptyElement("urn:x:k-4.5", "late"), dialect);
        act.Should().Throw<EppValidationException>().WithMessage("late is not in the version of the schema that the registry supports, urn:x:k-4.4.");
    }

    [Fact]
    public void Raw_elements_and_mixed_content_are_written_unchanged()
    {
        var raw = EppRawElement.Parse("""<z:thing xmlns:z="urn:z" a="1">t<z:in/></z:thing>""");

        var xml = XmlText.Write(w =>
        {
            w.StartElement(EppNamespaces.Epp, "epp");
            w.Raw(raw);
            w.Element(EppNamespaces.Epp, "msg", EppMixedContent.FromXml("""a <b xmlns="">c</b>"""));
            w.Element(EppNamespaces.Epp, "msg", "x < y");
            w.EndElement();
        });

        xml.Should().Be(
            Declaration
            + """<epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><z:thing xmlns:z="urn:z" a="1">t<z:in /></z:thing>"""
            + """<msg>a <b xmlns="">c</b></msg><msg>x &lt; y</msg></epp>""");
    }

    [Theory]
    [InlineData("")]
    [InlineData("text")]
    [InlineData("<a>")]
    [InlineData("<a/><b/>")]
    [InlineData("<!DOCTYPE a []><a/>")]
    public void Raw_XML_that_is_not_a_single_element_is_refused(string xml)
    {
        var act = () => EppRawElement.Parse(xml);

        act.Should().Throw<FormatException>();
    }
}
