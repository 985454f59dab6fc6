using System.Text;
using EppClient.Xml;

namespace EppClient.Tests.Xml;

public sealed class EppXmlReaderTests
{
    private const string Ns = "urn:x:t-1.0";

    [Theory]
    [InlineData("""<t xmlns="urn:x:t-1.0"><a>1</a></t>""")]
    [InlineData("""<p:t xmlns:p="urn:x:t-1.0"><p:a>1</p:a></p:t>""")]
    [InlineData("""<p:t xmlns:p="urn:x:t-1.0"><q:a xmlns:q="urn:x:t-1.0">1</q:a></p:t>""")]
    [InlineData("""<?xml version="1.0"?><!-- c --><?pi x?><t xmlns="urn:x:t-1.0"> <!-- c --> stray <a><!-- c -->1<?pi?></a> </t><!-- c -->""")]
    [InlineData("""<t xmlns="urn:x:t-1.0"><a><![CDATA[1]]></a></t>""")]
    [InlineData("\r\n\t <?xml version=\"1.0\"?><t xmlns=\"urn:x:t-1.0\"><a>\n 1 \n</a></t>\0\0\r\n")]
    [InlineData("\ufeff<?xml version=\"1.0\"?><t xmlns=\"urn:x:t-1.0\"><a>&#49;</a></t>")]
    public void All_forms_of_a_document_are_read_equally(string xml)
    {
        using var reader = XmlText.Read(xml);
        reader.IsElement(Ns, "t").Should().BeTrue();
        var t = reader.EnterElement();
        reader.NextChild(t).Should().BeTrue();
        reader.IsElement(Ns, "a").Should().BeTrue();
        reader.ReadText(EppSimpleType.Token).Should().Be("1");
        reader.NextChild(t).Should().BeFalse();
        reader.ReadToEnd();
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("iso-8859-1")]
    public void Other_encodings_that_XML_declares_are_read(string encoding)
    {
        var bytes = Encoding.GetEncoding(encoding);
        var document = bytes.GetPreamble().Concat(bytes.GetBytes($"<?xml version=\"1.0\" encoding=\"{encoding[..(encoding.StartsWith("utf-16", StringComparison.Ordinal) ? 6 : encoding.Length)]}\"?><t xmlns=\"{Ns}\">æøå</t>"));

        using var reader = XmlText.Read(document.ToArray());

        reader.ReadText(EppSimpleType.Token).Should().Be("æøå");
    }

    [Theory]
    [InlineData("")]
    [InlineData("no xml")]
    [InlineData("<t")]
    [InlineData("<t><a></t>")]
    [InlineData("<t/><t/>")]
    [InlineData("<t a=1/>")]
    [InlineData("<p:t/>")]
    [InlineData("<t>\u0001</t>")]
    [InlineData("<!DOCTYPE t [<!ENTITY e 'x'>]><t>&e;</t>")]
    public void Malformed_XML_is_a_protocol_error_that_quotes_nothing(string xml)
    {
        var act = () =>
        {
            using var reader = XmlText.Read(xml);
            reader.ReadText(EppSimpleType.Token);
            reader.ReadToEnd();
        };

        act.Should().Throw<EppProtocolException>().WithMessage("The message is not well-formed XML: line *");
    }

    [Fact]
    public void Error_for_malformed_nested_XML_names_the_path()
    {
        var act = () =>
        {
            using var reader = XmlText.Read("<t><a><b>secret</c></a></t>");
            reader.EnterElement();
            reader.EnterElement();
            reader.ReadText(EppSimpleType.Token);
        };

        act.Should().Throw<EppProtocolException>().Where(e => e.XmlPath == "t/a/b" && !e.ToString().Contains("secret"));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData(" 1 ", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    public void Booleans_have_four_forms(string text, bool expected)
    {
        using var reader = XmlText.Read($"<t>{text}</t>");
        reader.ReadBoolean().Should().Be(expected);
    }

    [Theory]
    [InlineData("2026-11-23T10:00:00Z", "2026-11-23T10:00:00+00:00")]
    [InlineData("2026-11-23T10:00:00.0Z", "2026-11-23T10:00:00+00:00")]
    [InlineData("2026-11-23T10:00:00.123+02:00", "2026-11-23T10:00:00.123+02:00")]
    [InlineData("2026-11-23T10:00:00", "2026-11-23T10:00:00+00:00")]
    [InlineData("1899-12-31T23:00:00-05:00", "1899-12-31T23:00:00-05:00")]
    public void Times_are_read_with_their_offset_and_as_UTC_without_one(string text, string expected)
    {
        using var reader = XmlText.Read($"<t>{text}</t>");
        var value = reader.ReadDateTime();
        value.Should().Be(DateTimeOffset.Parse(expected, null));
        value!.Value.Offset.Should().Be(DateTimeOffset.Parse(expected, null).Offset);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("TRUE")]
    [InlineData("")]
    public void Error_for_an_unreadable_value_names_the_path_and_not_the_value(string text)
    {
        using var reader = XmlText.Read($"<t><flag>{text}</flag></t>");
        reader.EnterElement();
        reader.Invoking(r => r.ReadBoolean()).Should().Throw<EppProtocolException>().WithMessage("The value is not true, false, 1 or 0 (at t/flag)");
    }

    [Theory]
    [InlineData("2026-11-23")]
    [InlineData("10:00:00Z")]
    [InlineData("23.11.2026 10:00")]
    [InlineData("2026-13-23T10:00:00Z")]
    public void Times_in_other_forms_are_refused(string text)
    {
        using var reader = XmlText.Read($"<t>{text}</t>");
        reader.Invoking(r => r.ReadDateTime()).Should().Throw<EppProtocolException>();
    }

    [Theory]
    [InlineData("256")]
    [InlineData("-1")]
    [InlineData("1.0")]
    [InlineData("99999999999999999999")]
    public void Numbers_that_exceed_their_type_are_refused(string text)
    {
        using var reader = XmlText.Read($"<t><number>{text}</number><next/></t>");
        reader.EnterElement();
        reader.Invoking(r => r.ReadByte()).Should().Throw<EppProtocolException>().WithMessage("The value is not a whole number from 0 to 255 (at t/number)");
    }

    [Fact]
    public void Unknown_elements_are_kept_with_the_namespaces_that_they_need()
    {
        using var reader = XmlText.Read("""<t xmlns:z="urn:z"><z:thing a="1"><z:in>x</z:in></z:thing><after/></t>""");
        var t = reader.EnterElement();
        reader.NextChild(t);
        var raw = reader.ReadRaw();

        raw.NamespaceUri.Should().Be("urn:z");
        raw.LocalName.Should().Be("thing");
        EppRawElement.Parse(raw.Xml).LocalName.Should().Be("thing");
        reader.NextChild(t).Should().BeTrue();
        reader.LocalName.Should().Be("after");
    }

    [Fact]
    public void Mixed_content_keeps_text_and_elements()
    {
        using var reader = XmlText.Read("""<t><a>5 &lt; 6 <b>bold</b></a><a>plain &amp; simple</a></t>""");
        var t = reader.EnterElement();
        reader.NextChild(t);
        reader.ReadMixed().Text.Should().Be("5 < 6 bold");
        reader.NextChild(t);
        reader.ReadMixed().Text.Should().Be("plain & simple");
    }

    [Fact]
    public void Namespaces_of_a_family_are_read_as_the_newest()
    {
        var dialect = new EppXmlDialect { Families = [new EppNamespaceFamily("urn:x:k-", "urn:x:k-4.5")] };

        using (var reader = XmlText.Read("""<t xmlns="urn:x:k-4.9"/>""", dialect))
        {
            reader.NamespaceUri.Should().Be("urn:x:k-4.5");
        }

        using (var reader = XmlText.Read("""<t xmlns="urn:x:k-domain-4.4"/>""", dialect))
        {
            reader.NamespaceUri.Should().Be("urn:x:k-domain-4.4");
        }
    }
}
