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
    public void Secrets_of_unknown_schemas_are_masked_by_their_names()
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
    public void Comments_and_processing_instructions_are_omitted() =>
        Redact("<command><!-- s3cret --><?pi s3cret?><clTRID>C-1</clTRID></command>").Should().NotContain("s3cret").And.Contain("C-1");

    [Theory]
    [InlineData("<epp><pw>s3cret")]
    [InlineData("s3cret")]
    [InlineData("<!DOCTYPE epp [<!ENTITY e 's3cret'>]><epp>&e;</epp>")]
    [InlineData("")]
    public void Content_that_is_not_well_formed_is_not_shown(string document) =>
        Redactor.Redact(Documents.Utf8(document), EppXmlDialect.Standard).Should().Contain("bytes that are not well-formed XML").And.NotContain("s3cret");

    [Fact]
    public void Malformed_document_is_shown_as_its_fault_and_the_tags_before_it()
    {
        var document = Documents.Epp("<response><result code=\"1000\"><msg>Jane Doe</msg></result><resData>a & b</resData></response>");

        Redactor.Redact(Documents.Utf8(document), EppXmlDialect.Standard).Should().Contain("a '&' that does not begin a reference")
            .And.Contain("<epp><response><result code=\"1000\"><msg>***</msg></result><resData>").And.NotContain("Jane");
    }

    [Fact]
    public void Malformed_document_that_exceeds_a_limit_before_its_fault_is_shown_as_exceeding_it()
    {
        var attributes = string.Concat(Enumerable.Range(0, 300).Select(i => $" a{i}='s3cret'"));

        Redact($"<command><clTRID{attributes}>s3cret</command>").Should().Contain("bytes that exceed a limit of the reader").And.Contain("256 attributes").And.NotContain("s3cret");
    }

    [Fact]
    public void Misspelled_encoding_name_is_accepted() =>
        Redactor.Redact(Documents.Utf8("<?xml version=\"1.0\" encoding=\"utf 8\"?><epp><clTRID>C-1</clTRID></epp>"), EppXmlDialect.Standard).Should().Contain("C-1").And.NotContain("bytes");

    [Theory]
    [InlineData("<command><login><PW>s3cret</PW><newpw>s3cret</newpw></login></command>")]
    [InlineData("<c:create xmlns:c='urn:ietf:params:xml:ns:contact-1.0'><c:id>H-1</c:id><c:PW>s3cret</c:PW><c:authinfo><c:any>s3cret</c:any></c:authinfo></c:create>")]
    [InlineData("<d:info xmlns:d='urn:ietf:params:xml:ns:domain-1.0'><d:authCode>s3cret</d:authCode><d:auth_code>s3cret</d:auth_code><d:token>s3cret</d:token></d:info>")]
    [InlineData("<x:info xmlns:x='urn:example:x'><x:AUTHCODE>s3cret</x:AUTHCODE><x:loginToken>s3cret</x:loginToken><x:userPassPhrase>s3cret</x:userPassPhrase><x:pin>s3cret</x:pin><x:pinCode>s3cret</x:pinCode></x:info>")]
    [InlineData("<a:allocationToken xmlns:a='urn:ietf:params:xml:ns:allocationToken-1.1'>s3cret</a:allocationToken>")]
    [InlineData("<x:info xmlns:x='urn:example:x' pw='s3cret' NewPW='s3cret' x:auth-code='s3cret'><x:a token='s3cret'/></x:info>")]
    [InlineData("<d:info xmlns:d='urn:ietf:params:xml:ns:domain-1.0' pw='s3cret'><d:name authInfo='s3cret'>a.example</d:name></d:info>")]
    public void Secrets_are_masked_in_any_case_and_version_and_in_attributes(string body) => Redact(body).Should().NotContain("s3cret").And.Contain("***");

    [Theory]
    [InlineData("xmlns:c='urn:ietf:params:xml:ns:contact-1.1'")]
    [InlineData("xmlns:c='urn:ietf:params:xml:ns:contact-2'")]
    [InlineData("xmlns:c='https://registry.example/contact-ext-1.0'")]
    [InlineData("xmlns:c='urn:ietf:params:xml:ns:contact-1.0'")]
    [InlineData("xmlns:c='urn:example:other'")]
    [InlineData("xmlns:c='urn:ietf:params:xml:ns:epp-1.0'")]
    public void Contact_data_is_masked_in_any_namespace(string declaration)
    {
        var shown = Redact($"""
            <c:infData {declaration}><c:id>H-1</c:id><c:postalInfo type="loc"><c:name>Jane Doe</c:name><c:org>Jane Inc</c:org><c:addr><c:street>Jane street 1</c:street>
            <c:city>Janesville</c:city><c:sp>Jane state</c:sp><c:pc>Jane 1</c:pc></c:addr></c:postalInfo><c:voice x="Jane">Jane</c:voice><c:fax>Jane</c:fax><c:email>Jane</c:email>
            <c:mobilePhone>Jane</c:mobilePhone><c:contact><c:name>Jane</c:name><c:address>Jane</c:address></c:contact></c:infData>
            """);

        shown.Should().NotContain("Jane").And.Contain("H-1");
    }

    [Fact]
    public void Contact_data_without_a_namespace_is_masked()
    {
        const string Data = "<infData><id>H-1</id><postalInfo><name>Jane Doe</name></postalInfo><email>Jane</email><contact><org>Jane</org></contact></infData>";

        Redactor.Redact(Documents.Utf8($"<epp>{Data}</epp>"), EppXmlDialect.Standard).Should().NotContain("Jane").And.Contain("H-1");
        Redact($"<c:create xmlns:c='urn:ietf:params:xml:ns:contact-1.0'><name>Jane</name><c:x><nickname xmlns=''>Jane</nickname></c:x></c:create>").Should().NotContain("Jane");
    }

    [Fact]
    public void Undeclared_content_of_a_schema_with_personal_data_is_masked() =>
        Redact("<c:infData xmlns:c='urn:ietf:params:xml:ns:contact-1.0'><c:id>H-1</c:id><c:CITY>Jane</c:CITY><c:nationality>Jane</c:nationality><c:clID>REG-1</c:clID></c:infData>")
            .Should().NotContain("Jane").And.ContainAll("H-1", "REG-1");

    [Fact]
    public void Harmless_data_of_other_objects_stays_visible() =>
        Redact("""
            <response><result code="1000"><msg lang="en">Done</msg></result><resData><h:infData xmlns:h="urn:ietf:params:xml:ns:host-1.0"><h:name>ns1.example</h:name><h:addr ip="v4">192.0.2.1</h:addr></h:infData>
            <d:panData xmlns:d="urn:ietf:params:xml:ns:domain-1.0"><d:name paResult="1">a.example</d:name><d:paTRID><clTRID>C-1</clTRID><svTRID>S-1</svTRID></d:paTRID></d:panData>
            <c:panData xmlns:c="urn:ietf:params:xml:ns:contact-1.0"><c:id paResult="1">H-1</c:id><c:paTRID><clTRID>C-2</clTRID><svTRID>S-2</svTRID></c:paTRID></c:panData>
            <h2:infData xmlns:h2="urn:ietf:params:xml:ns:host-1.1"><h2:name>ns2.example</h2:name><h2:addr>192.0.2.2</h2:addr></h2:infData>
            <x:data xmlns:x="urn:example:x"><x:mapping>shipping</x:mapping><x:authInfoExDate>2026-01-01</x:authInfoExDate><x:key>k-1</x:key></x:data></resData>
            <trID><clTRID>C-3</clTRID><svTRID>S-3</svTRID></trID></response>
            """).Should().ContainAll("ns1.example", "192.0.2.1", "a.example", "C-1", "S-1", "H-1", "C-2", "S-2", "ns2.example", "192.0.2.2", "shipping", "2026-01-01", "k-1", "C-3", "S-3").And.NotContain("***");

    [Fact]
    public void Secret_that_a_result_repeats_is_masked() =>
        Redact("""
            <response><result code="2202"><msg>Authorization information '2fooBAR' is wrong</msg><value>2fooBAR</value><value><d:name xmlns:d="urn:ietf:params:xml:ns:domain-1.0">a.example</d:name></value>
            <extValue><value><d:pw xmlns:d="urn:ietf:params:xml:ns:domain-1.0">2fooBAR</d:pw></value><reason>pw: 2fooBAR</reason></extValue></result></response>
            """).Should().NotContain("2fooBAR").And.ContainAll("a.example", "is wrong");

    private static string Redact(string body) => Redactor.Redact(Documents.Utf8(Documents.Epp(body)), EppXmlDialect.Standard);
}
