using System.Text;
using EppClient.Commands;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Tests.Protocol;

/// <summary>Nonconforming envelopes: lost content is always reported in a diagnostic, and the code determines the result.</summary>
public sealed class NonconformingEnvelopeTests
{
    private const string Ids = "<trID><clTRID>C-1</clTRID><svTRID>S-1</svTRID></trID>";

    private const string Menu = "<svcMenu><version>1.0</version><lang>en</lang><objURI>urn:ietf:params:xml:ns:domain-1.0</objURI></svcMenu>";

    [Theory]
    [InlineData("<epp><response><result code='1000'><msg>Done</msg></result>" + Ids + "</response></epp>")]
    [InlineData("<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'><response xmlns=''><result code='1000'><msg>Done</msg></result>" + Ids + "</response></epp>")]
    [InlineData("<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'><response><result xmlns='' code='1000'><msg>Done</msg></result>" + Ids + "</response></epp>")]
    public void Envelope_without_a_namespace_is_read_and_reported(string document)
    {
        var response = Documents.Read(document);

        response.Results.Should().ContainSingle().Which.Code.Should().Be(EppResultCode.Success);
        response.ClientTransactionId.Should().Be("C-1");
        response.ReadDiagnostics.Should().ContainSingle().Which.Fault.Should().Be(EppReadFault.NonstandardForm);
    }

    [Fact]
    public void Envelope_without_a_namespace_is_refused_by_strict_reading()
    {
        var document = Documents.Utf8("<epp><response><result code='1000'><msg>Done</msg></result>" + Ids + "</response></epp>");

        ((Action)(() => MessageReader.ReadResponse(document, new EppXmlDialect { ReadMode = EppReadMode.Strict }, Documents.Schemas))).Should().Throw<EppProtocolException>();
    }

    [Fact]
    public void Queue_is_read_from_the_second_element_if_only_that_has_an_id()
    {
        var response = Documents.Response("<result code='1301'><msg>Ack</msg></result><msgQ count='1'/><msgQ count='1' id='7'/>" + Ids);

        response.MessageQueue!.Id.Should().Be("7");
        response.ReadDiagnostics.Should().Contain(diagnostic => diagnostic.Fault == EppReadFault.Unexpected && diagnostic.Path == "epp/response/msgQ");
    }

    [Fact]
    public void Protocol_extension_next_to_a_response_is_kept_in_a_diagnostic()
    {
        var response = Documents.Read(Documents.Epp("<response><result code='1000'><msg>Done</msg></result>" + Ids + "</response><extension><x xmlns='urn:x'>1</x></extension>"));

        response.ReadDiagnostics.Should().ContainSingle().Which.Should().Match<EppReadDiagnostic>(d => d.Path == "epp/extension" && d.Raw!.Contains("<x xmlns=\"urn:x\">1</x>"));
    }

    [Fact]
    public void Second_result_of_a_success_is_reported()
    {
        var response = Documents.Response("<result code='1000'><msg>Done</msg></result><result code='2306'><msg>Policy</msg></result>" + Ids);

        response.Results.Should().HaveCount(2);
        response.ReadDiagnostics.Should().ContainSingle().Which.Path.Should().Be("epp/response/result");
    }

    [Theory]
    [InlineData("<d:ns>ns1.example</d:ns>", "epp/response/resData/infData/ns", "ns1.example")]
    [InlineData("<d:authInfo><![CDATA[code]]></d:authInfo>", "epp/response/resData/infData/authInfo", "<![CDATA[code]]>")]
    [InlineData("<d:roid>R-1</d:roid> stray ", "epp/response/resData/infData", " stray ")]
    public void Text_between_elements_is_kept_in_a_diagnostic(string part, string path, string raw)
    {
        var response = Documents.Response($"""
            <result code="1000"><msg>Done</msg></result><resData><d:infData xmlns:d="urn:ietf:params:xml:ns:domain-1.0">
            <d:name>a.example</d:name>{part}<d:clID>REG-1</d:clID></d:infData></resData>{Ids}
            """);

        response.Data.OfType<DomainInfoResult>().Single().SponsoringClientId.Should().Be("REG-1");
        response.ReadDiagnostics.Should().Contain(diagnostic => diagnostic.Fault == EppReadFault.Unexpected && diagnostic.Path == path && diagnostic.Raw == raw);
        response.ReadDiagnostics.Select(diagnostic => diagnostic.ToString()).Should().NotContain(text => text.Contains(raw.Trim(), StringComparison.Ordinal));
    }

    [Fact]
    public void Violation_in_a_withheld_element_has_its_path_in_the_response()
    {
        var response = Documents.Response("""
            <result code="1000"><msg>Done</msg><extValue><value><s:infData xmlns:s="urn:ietf:params:xml:ns:secDNS-1.1"><s:dsData><s:keyTag>many</s:keyTag></s:dsData></s:infData></value>
            <reason>urn:ietf:params:xml:ns:secDNS-1.1 not in login services</reason></extValue></result>
            """ + Ids);

        response.ReadDiagnostics.Should().NotBeEmpty().And.OnlyContain(diagnostic => diagnostic.Path.StartsWith("epp/response/result/extValue/value/infData", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("EPP-1.0")]
    public void Version_of_a_greeting_may_be_written_in_another_form(string version)
    {
        var greeting = Documents.Greeting("<svID>x</svID><svDate>2026-11-01T10:20:30Z</svDate>" + Menu.Replace("1.0</version>", version + "</version>", StringComparison.Ordinal));

        greeting.Versions.Should().Equal(version);
    }

    [Fact]
    public void Empty_service_menu_before_the_service_menu_is_ignored()
    {
        var greeting = Documents.Greeting("<svID>x</svID><svDate>2026-11-01T10:20:30Z</svDate><svcMenu/>" + Menu);

        greeting.ObjectUris.Should().Equal(EppNamespaces.Domain);
    }

    [Theory]
    [InlineData("Regist\fry")]
    [InlineData("Regist<ry")]
    public void Services_are_read_from_a_greeting_that_is_not_well_formed(string serverId)
    {
        var greeting = Documents.Greeting($"<svID>{serverId}</svID><svDate>2026-11-01T10:20:30Z</svDate>{Menu}<dcp/>");

        greeting.ObjectUris.Should().Equal(EppNamespaces.Domain);
        greeting.ServerDate.Should().Be(new DateTimeOffset(2026, 11, 1, 10, 20, 30, TimeSpan.Zero));
        greeting.ReadDiagnostics.Should().ContainSingle().Which.Fault.Should().Be(EppReadFault.Unreadable);
    }

    [Fact]
    public void Services_are_read_from_a_greeting_in_an_undeclared_encoding()
    {
        var document = Encoding.Latin1.GetBytes(Documents.Epp($"<greeting><svID>Søren</svID><svDate>2026-11-01T10:20:30Z</svDate>{Menu}</greeting>"));

        MessageReader.ReadGreeting(document, EppXmlDialect.Standard).ObjectUris.Should().Equal(EppNamespaces.Domain);
    }

    [Fact]
    public void Response_instead_of_a_greeting_is_shown()
    {
        var document = Documents.Utf8(Documents.Epp("<response><result code='2502'><msg>Session limit exceeded</msg></result>" + Ids + "</response>"));

        ((Action)(() => MessageReader.ReadGreeting(document, EppXmlDialect.Standard))).Should().Throw<EppProtocolException>().WithMessage("*2502 Session limit exceeded*");
    }
}
