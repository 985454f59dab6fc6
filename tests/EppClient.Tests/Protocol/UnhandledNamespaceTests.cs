using EppClient.Commands;
using EppClient.Extensions;
using EppClient.Xml;

namespace EppClient.Tests.Protocol;

public sealed class UnhandledNamespaceTests
{
    private const string Withheld = """
        <result code="1000"><msg>Done</msg>
        <extValue><value>
          <domain:trnData xmlns:domain="urn:ietf:params:xml:ns:domain-1.0"><domain:name>a.example</domain:name><domain:trStatus>pending</domain:trStatus>
          <domain:reID>X</domain:reID><domain:reDate>2026-06-06T22:00:00.0Z</domain:reDate><domain:acID>Y</domain:acID><domain:acDate>2026-06-11T22:00:00.0Z</domain:acDate></domain:trnData>
          </value><reason>
            urn:ietf:params:xml:ns:domain-1.0 not in login services
          </reason></extValue>
        <extValue><value><rgp:infData xmlns:rgp="urn:ietf:params:xml:ns:rgp-1.0"><rgp:rgpStatus s="redemptionPeriod"/></rgp:infData></value>
          <reason>urn:ietf:params:xml:ns:rgp-1.0 not in login services</reason></extValue>
        <extValue><value><x:more xmlns:x="urn:example:x" a="1"><x:in/></x:more></value><reason>urn:example:x not in login services</reason></extValue>
        </result><trID><clTRID>C-1</clTRID><svTRID>S-1</svTRID></trID>
        """;

    [Fact]
    public void Withheld_content_is_typed_and_read_in_its_place()
    {
        var response = new EppResponse(Documents.Response(Withheld), null);

        response.DataElements.Should().ContainSingle().Which.Should().BeOfType<DomainTransferResult>().Which.Name.Should().Be("a.example");
        response.Extension<RgpInfoResult>()!.Statuses.Should().ContainSingle();
        response.ExtensionElements[1].Should().BeOfType<EppRawElement>().Which.Xml.Should().Contain("a=\"1\"");
        response.UnhandledNamespaces.Select(u => (u.NamespaceUri, u.IsExtension)).Should().Equal(
            (EppNamespaces.Domain, false), (EppNamespaces.Rgp, true), ("urn:example:x", true));
        response.Results[0].Values.Should().HaveCount(3);
    }

    [Fact]
    public void Withheld_content_that_violates_its_schema_is_read_as_far_as_possible()
    {
        var response = Documents.Response("""
            <result code="1000"><msg>Done</msg><extValue><value><domain:trnData xmlns:domain="urn:ietf:params:xml:ns:domain-1.0"/></value>
            <reason>urn:ietf:params:xml:ns:domain-1.0 not in login services</reason></extValue></result><trID><svTRID>S-1</svTRID></trID>
            """);

        var transfer = response.Data.Should().ContainSingle().Which.Should().BeOfType<DomainTransferResult>().Subject;
        transfer.Invoking(t => t.Name).Should().Throw<EppUnreadableMemberException>();
        response.ReadDiagnostics.Should().Contain(d => d.Path == "epp/response/result/extValue/value/trnData/name");
    }

    [Theory]
    [InlineData("<value>text</value>", "urn:example:x not in login services")]
    [InlineData("<value><undef/></value>", "Not allowed")]
    [InlineData("<value><a xmlns='urn:example:x'/><b xmlns='urn:example:x'/></value>", "urn:example:x not in login services")]
    public void Values_that_are_not_withheld_content_remain_values(string value, string reason)
    {
        var response = Documents.Response($"<result code='2306'><msg>No</msg><extValue>{value}<reason>{reason}</reason></extValue></result><trID><svTRID>S-1</svTRID></trID>");

        response.UnhandledNamespaces.Should().BeEmpty();
        response.Results[0].Values.Should().ContainSingle();
    }

    [Fact]
    public void Unknown_content_of_a_response_is_kept_with_its_attributes()
    {
        var response = Documents.Response("""
            <result code="1000"><msg>Done</msg></result><resData><x:data xmlns:x="urn:example:x" a="1" x:b="2"><x:in c="3">text</x:in></x:data></resData>
            <extension><y:ext xmlns:y="urn:example:y" d="4"/></extension><trID><svTRID>S-1</svTRID></trID>
            """);

        response.Data.Should().ContainSingle().Which.Should().BeOfType<EppRawElement>().Which.Xml.Should().ContainAll("a=\"1\"", "x:b=\"2\"", "c=\"3\"", "text");
        response.Extensions.Should().ContainSingle().Which.Should().BeOfType<EppRawElement>().Which.Xml.Should().Contain("d=\"4\"");
    }
}
