using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Tests.Protocol;

public sealed class WireRedactorTests
{
    private static readonly WireRedactor Redactor = new(Documents.Schemas);

    [Fact]
    public void Secrets_and_personal_data_are_masked_and_the_rest_is_shown()
    {
        var shown = Redact("""
            <command><login><clID>REG-1</clID><pw>s3cret</pw><newPW><![CDATA[n3w-s3cret]]></newPW></login>
            <create><c:create xmlns:c="urn:ietf:params:xml:ns:contact-1.0"><c:id>H-1</c:id><c:postalInfo type="loc"><c:name>Jane Doe</c:name>
            <c:addr><c:street>Main street 1</c:street><c:city>Townsville</c:city><c:cc>DK</c:cc></c:addr></c:postalInfo>
            <c:voice x="3">+45.12345678</c:voice><c:email>jane@example.net</c:email><c:authInfo><c:pw roid="R-1">t0ken</c:pw></c:authInfo></c:create></create>
            <clTRID>C-1</clTRID></command>
            """);

        shown.Should().NotContainAny("s3cret", "Jane", "Main street", "Townsville", "12345678", "jane@", "t0ken");
        shown.Should().ContainAll("<c:voice x=\"***\">***</c:voice>", "<c:postalInfo type=\"loc\">");
        shown.Should().ContainAll("REG-1", "<pw>***</pw>", "<newPW>***</newPW>", "H-1", "C-1", "<c:name>***</c:name>");
    }

    [Fact]
    public void Secrets_of_schemas_that_nobody_knows_are_masked_by_their_names()
    {
        var shown = Redact("""
            <x:login xmlns:x="urn:example:x"><x:userPassword>one</x:userPassword><x:Secret><x:in>two</x:in></x:Secret>
            <x:pw>three</x:pw><x:other>four</x:other></x:login>
            """);

        shown.Should().NotContainAny("one", "two", "three").And.Contain("four");
    }

    [Fact]
    public void Passwords_of_the_login_security_extension_are_masked()
    {
        var shown = Redact("""
            <command><login><pw>[LOGIN-SECURITY]</pw></login><extension><s:loginSec xmlns:s="urn:ietf:params:xml:ns:epp:loginSec-1.0">
            <s:userAgent><s:app>EppClient 1</s:app></s:userAgent><s:pw>s3cret</s:pw><s:newPW>n3w-s3cret</s:newPW></s:loginSec></extension></command>
            """);

        shown.Should().NotContain("s3cret").And.ContainAll("<s:pw>***</s:pw>", "<s:newPW>***</s:newPW>", "EppClient 1");
    }

    [Fact]
    public void Names_in_a_registrys_own_namespaces_are_masked_like_those_that_they_replace()
    {
        var dialect = new EppXmlDialect { Namespaces = [new(EppNamespaces.Contact, "https://registry.example/contact-2.0")] };

        var shown = Redactor.Redact(
            Documents.Utf8(Documents.Epp("""<create><c:create xmlns:c="https://registry.example/contact-2.0"><c:id>H-1</c:id><c:city>Townsville</c:city></c:create></create>""")),
            dialect);

        shown.Should().NotContain("Townsville").And.Contain("H-1");
    }

    [Fact]
    public void Withheld_content_is_masked_like_any_other()
    {
        var shown = Redact("""
            <response><result code="1000"><msg>Done</msg><extValue><value><c:infData xmlns:c="urn:ietf:params:xml:ns:contact-1.0"><c:city>Townsville</c:city></c:infData></value>
            <reason>urn:ietf:params:xml:ns:contact-1.0 not in login services</reason></extValue></result></response>
            """);

        shown.Should().NotContain("Townsville").And.Contain("not in login services");
    }

    [Fact]
    public void Addresses_in_the_registrys_texts_are_masked() =>
        Redact("<response><result code='2400'><msg>Mail jane.doe@example.net now</msg></result></response>").Should().Contain("Mail ***@*** now");

    [Fact]
    public void Comments_and_instructions_are_left_out() =>
        Redact("<command><!-- s3cret --><?pi s3cret?><clTRID>C-1</clTRID></command>").Should().NotContain("s3cret").And.Contain("C-1");

    [Theory]
    [InlineData("<epp><pw>s3cret")]
    [InlineData("s3cret")]
    [InlineData("<!DOCTYPE epp [<!ENTITY e 's3cret'>]><epp>&e;</epp>")]
    [InlineData("")]
    public void Of_what_is_not_well_formed_nothing_is_shown(string document) =>
        Redactor.Redact(Documents.Utf8(document), EppXmlDialect.Standard).Should().Contain("bytes that are not well-formed XML").And.NotContain("s3cret");

    [Fact]
    public void Malformed_document_is_shown_as_its_fault_and_the_tags_before_it()
    {
        var document = Documents.Epp("<response><result code=\"1000\"><msg>Jane Doe</msg></result><resData>a & b</resData></response>");

        Redactor.Redact(Documents.Utf8(document), EppXmlDialect.Standard).Should().Contain("a '&' that does not begin a reference")
            .And.Contain("<epp><response><result code=\"1000\"><msg>***</msg></result><resData>").And.NotContain("Jane");
    }

    [Fact]
    public void Malformed_document_that_exceeds_a_limit_of_the_reader_before_its_fault_is_shown_as_that()
    {
        var attributes = string.Concat(Enumerable.Range(0, 300).Select(i => $" a{i}='s3cret'"));

        Redact($"<command><clTRID{attributes}>s3cret</command>").Should().Contain("bytes that exceed a limit of the reader").And.Contain("256 attributes").And.NotContain("s3cret");
    }

    [Fact]
    public void Misspelled_encoding_is_accepted() =>
        Redactor.Redact(Documents.Utf8("<?xml version=\"1.0\" encoding=\"utf 8\"?><epp><clTRID>C-1</clTRID></epp>"), EppXmlDialect.Standard).Should().Contain("C-1").And.NotContain("bytes");

    private static string Redact(string body) => Redactor.Redact(Documents.Utf8(Documents.Epp(body)), EppXmlDialect.Standard);
}
