using EppClient.Commands;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Tests.Protocol;

public sealed class ResponseTests
{
    private const string Success = """<result code="1000"><msg>Command completed</msg></result>""";

    private const string Ids = "<trID><clTRID>C-1</clTRID><svTRID>S-1</svTRID></trID>";

    [Fact]
    public void Result_and_transaction_ids_are_read()
    {
        var response = Documents.Response(Success + Ids);

        response.Results.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new EppResult { Code = EppResultCode.Success, Message = "Command completed", Language = "en", Values = [] },
            options => options.ComparingByValue<EppResultCode>());
        response.ClientTransactionId.Should().Be("C-1");
        response.ServerTransactionId.Should().Be("S-1");
        response.MessageQueue.Should().BeNull();
        response.Data.Should().BeEmpty();
        response.Extensions.Should().BeEmpty();
    }

    [Fact]
    public void Client_transaction_id_may_be_missing() =>
        Documents.Response(Success + "<trID><svTRID>S-1</svTRID></trID>").ClientTransactionId.Should().BeNull();

    [Fact]
    public void Several_results_are_read_with_their_values_and_reasons()
    {
        var response = Documents.Response("""
            <result code="2004"><msg lang="da">Uden for r&#230;kkevidde</msg>
              <value><domain:name xmlns:domain="urn:ietf:params:xml:ns:domain-1.0">a.example</domain:name></value>
              <extValue><value><undef/></value><reason lang="fr">Trop long</reason></extValue></result>
            <result code="2005"><msg>Syntax</msg><extValue><value>text</value><reason>Too &lt;short&gt;</reason></extValue></result>
            """ + Ids);

        response.Results.Select(result => result.Code).Should().Equal(EppResultCode.ParameterRange, EppResultCode.ParameterSyntax);
        response.Results[0].Message.Should().Be("Uden for rækkevidde");
        response.Results[0].Language.Should().Be("da");
        response.Results[0].Values[0].Reason.Should().BeNull();
        response.Results[0].Values[0].Value.Text.Should().Be("a.example");
        response.Results[0].Values[0].Value.Xml.Should().Contain("urn:ietf:params:xml:ns:domain-1.0");
        response.Results[0].Values[1].Should().Match<EppErrorValue>(value => value.Reason == "Trop long" && value.ReasonLanguage == "fr");
        response.Results[1].Values.Should().ContainSingle().Which.Should().Match<EppErrorValue>(
            value => value.Value.Text == "text" && value.Reason == "Too <short>" && value.ReasonLanguage == "en");
    }

    [Fact]
    public void Failure_contains_all_results_and_reasons_but_no_values()
    {
        var content = Documents.Response("""
            <result code="2005"><msg>Syntax</msg><extValue><value>s3cret</value><reason>Too short</reason></extValue></result>
            <result code="2306"><msg>Policy of jane@example.net</msg></result>
            """ + Ids);

        var failure = new EppResponse(content, pending: null).Invoking(r => r.EnsureSuccess()).Should().Throw<EppCommandException>().Which;

        failure.Message.Should().Be("The registry responded with 2005 Syntax; 2306 Policy of ***@*** [Too short] (clTRID C-1, svTRID S-1).");
        failure.ToString().Should().NotContain("s3cret").And.NotContain("jane");
        failure.Code.Should().Be(EppResultCode.ParameterSyntax);
        failure.Results.Should().HaveCount(2);
        failure.Delivery.Should().Be(EppDelivery.ResponseReceived);
    }

    [Fact]
    public void Message_queue_is_read_on_any_response()
    {
        var queue = Documents.Response(Success + """<msgQ count="4" id="17"/>""" + Ids).MessageQueue;

        queue.Should().BeEquivalentTo(new EppQueueInfo { Count = 4, Id = "17" });
    }

    [Fact]
    public void Message_of_the_queue_is_read_with_its_markup()
    {
        var queue = Documents.Response(
            """
            <result code="1301"><msg>Ack</msg></result><msgQ count="18446744073709551615" id="a-17"><qDate>2026-11-01T10:00:00</qDate>
            <msg lang="da">Beløb: <b xmlns="urn:example:x">10</b> kr.</msg></msgQ>
            """ + Ids).MessageQueue!;

        queue.Count.Should().Be(ulong.MaxValue);
        queue.QueuedDate.Should().Be(new DateTimeOffset(2026, 11, 1, 10, 0, 0, TimeSpan.Zero));
        queue.Language.Should().Be("da");
        queue.Message!.Text.Should().Be("Beløb: 10 kr.");
        queue.Message.Xml.Should().Contain("<b xmlns=\"urn:example:x\">10</b>");
        queue.ToString().Should().Be("18446744073709551615 messages, head a-17");
    }

    [Fact]
    public void Known_data_is_typed_and_unknown_data_is_kept()
    {
        var response = Documents.Response(Success + """
            <resData><d:creData xmlns:d="urn:ietf:params:xml:ns:domain-1.0"><d:name>a.example</d:name><d:crDate>2026-11-01T10:00:00Z</d:crDate>
            <x:hint xmlns:x="urn:example:x">7</x:hint></d:creData></resData>
            <extension><y:flag xmlns:y="urn:example:y" y:is="on"><y:in/></y:flag></extension>
            """ + Ids);

        var created = response.Data.Should().ContainSingle().Which.Should().BeOfType<DomainCreateResult>().Subject;
        created.Name.Should().Be("a.example");
        created.UnknownElements.Should().ContainSingle().Which.Xml.Should().Contain("urn:example:x");
        response.Extensions.Should().ContainSingle().Which.Should().BeOfType<EppRawElement>()
            .Which.Should().Match<EppRawElement>(raw => raw.NamespaceUri == "urn:example:y" && raw.LocalName == "flag");
    }

    [Fact]
    public void Elements_that_the_envelope_does_not_define_are_skipped() =>
        Documents.Response("<before/>" + Success + "<between>text<result code='2400'/></between>" + Ids + "<behind/>").Results.Should().ContainSingle();

    [Fact]
    public void Elements_of_another_namespace_are_not_read_as_envelope_elements()
    {
        var response = Documents.Response($"""
            <x:result xmlns:x="urn:example:x" code="2400"><x:msg>no</x:msg></x:result>{Success}
            <x:trID xmlns:x="urn:example:x"><x:svTRID>S-2</x:svTRID></x:trID>{Ids}
            """);

        response.Results.Should().ContainSingle().Which.Code.Should().Be(EppResultCode.Success);
        response.ServerTransactionId.Should().Be("S-1");
    }

    [Theory]
    [InlineData(Ids)]
    [InlineData("<result><msg>?</msg></result>" + Ids)]
    [InlineData("<result code=''><msg>?</msg></result>" + Ids)]
    [InlineData("<result code='0200'><msg>?</msg></result>" + Ids)]
    [InlineData("<result code='3000'><msg>?</msg></result>" + Ids)]
    [InlineData("<result code='ok'><msg>?</msg></result>" + Ids)]
    public void Response_without_a_code_from_1000_to_2999_has_no_results(string content) => Documents.Response(content).Results.Should().BeEmpty();

    [Theory]
    [InlineData(" 1000 ", 1000)]
    [InlineData("2306", 2306)]
    public void Code_is_read_with_surrounding_white_space(string code, int expected)
    {
        var response = Documents.Response($"<resData/><trID/><result code='{code}'/>");

        response.Results.Should().ContainSingle().Which.Code.Value.Should().Be(expected);
        response.ReadDiagnostics.Select(d => d.Path).Should().Contain("epp/response/result/msg").And.Contain("epp/response/trID/svTRID");
    }

    [Fact]
    public void Result_without_a_code_is_skipped()
    {
        var response = Documents.Response("<result code='x'><msg>a</msg></result><result code='2004'><msg>b</msg></result><result><msg>c</msg></result>" + Ids);

        response.Results.Should().ContainSingle().Which.Code.Should().Be(EppResultCode.ParameterRange);
        response.ReadDiagnostics.Select(d => (d.Fault, d.Path)).Should().Equal((EppReadFault.Unreadable, "epp/response/result/@code"), (EppReadFault.Missing, "epp/response/result/@code"));
    }

    [Theory]
    [InlineData(Success, "epp/response/trID", EppReadFault.Missing)]
    [InlineData(Success + "<trID><clTRID>C-1</clTRID></trID>", "epp/response/trID/svTRID", EppReadFault.Missing)]
    [InlineData(Success + "<trID><clTRID>C-1</clTRID><svTRID/></trID>", "epp/response/trID/svTRID", EppReadFault.Missing)]
    [InlineData(Success + "<msgQ id='1'/>" + Ids, "epp/response/msgQ/@count", EppReadFault.Missing)]
    [InlineData(Success + "<msgQ count='1'/>" + Ids, "epp/response/msgQ/@id", EppReadFault.Missing)]
    [InlineData(Success + "<msgQ count='-1' id='1'/>" + Ids, "epp/response/msgQ/@count", EppReadFault.Unreadable)]
    [InlineData(Success + "<msgQ count='1' id='1'><qDate>now</qDate></msgQ>" + Ids, "epp/response/msgQ/qDate", EppReadFault.Unreadable)]
    [InlineData(Success + "<msgQ count='1' id='1'><qDate>2026-06-07T02:05:52.267</qDate></msgQ>" + Ids, "epp/response/msgQ/qDate", EppReadFault.Assumed)]
    [InlineData(Success + "<resData><creData xmlns='urn:ietf:params:xml:ns:domain-1.0'><name>a.example</name></creData></resData>" + Ids, "epp/response/resData/creData/crDate", EppReadFault.Missing)]
    public void Response_without_a_part_that_the_schema_requires_is_delivered_with_a_diagnostic(string content, string path, EppReadFault fault)
    {
        var response = Documents.Response(content);

        response.Results.Should().ContainSingle().Which.Code.Should().Be(EppResultCode.Success);
        response.ReadDiagnostics.Should().Contain(d => d.Path == path && d.Fault == fault);
    }

    [Fact]
    public void Empty_or_missing_transaction_ids_are_null()
    {
        var response = Documents.Response(Success + "<trID><clTRID/><svTRID>  </svTRID></trID>");

        response.ClientTransactionId.Should().BeNull();
        response.ServerTransactionId.Should().BeEmpty();
    }

    [Fact]
    public void Transaction_ids_outside_the_response_are_read()
    {
        var response = Documents.Read(Documents.Epp($"<response>{Success}</response>{Ids}"));

        (response.ClientTransactionId, response.ServerTransactionId).Should().Be(("C-1", "S-1"));
    }

    [Fact]
    public void Queue_without_count_or_id_is_delivered()
    {
        Documents.Response(Success + "<msgQ id='7'/>" + Ids).MessageQueue.Should().Match<EppQueueInfo>(q => q.Count == 1 && q.Id == "7");
        Documents.Response(Success + "<msgQ/>" + Ids).MessageQueue.Should().Match<EppQueueInfo>(q => q.Count == 0 && q.Id.Length == 0);
    }

    [Fact]
    public void Protocol_extension_instead_of_a_response_is_delivered_as_such()
    {
        var response = Documents.Read(Documents.Epp("<extension><x:note xmlns:x='urn:example:x'>maintenance</x:note></extension>"));

        response.Results.Should().BeEmpty();
        response.ProtocolExtension!.Xml.Should().Contain("maintenance");
    }

    [Fact]
    public void Strict_reading_throws_if_a_part_is_missing()
    {
        var strict = new EppXmlDialect { ReadMode = EppReadMode.Strict };
        var act = () => MessageReader.ReadResponse(Documents.Utf8(Documents.Epp($"<response>{Success}</response>")), strict, Documents.Schemas);

        act.Should().Throw<EppProtocolException>().WithMessage("*lacks 'trID'*(at epp/response/trID)");
    }

    [Theory]
    [InlineData("<response xmlns='urn:example:x'/>")]
    [InlineData("<greeting/>")]
    [InlineData("")]
    public void Message_without_a_response_is_a_protocol_error(string body)
    {
        var act = () => Documents.Read(Documents.Epp(body));

        act.Should().Throw<EppProtocolException>().WithMessage("A response was expected*");
    }

    [Fact]
    public void Root_of_another_namespace_is_a_protocol_error()
    {
        var act = () => Documents.Read("<epp xmlns='urn:ietf:params:xml:ns:epp-2.0'><response/></epp>");

        act.Should().Throw<EppProtocolException>().WithMessage("*EPP, but of namespace urn:ietf:params:xml:ns:epp-2.0*").Which.XmlPath.Should().Be("epp");
    }
}
