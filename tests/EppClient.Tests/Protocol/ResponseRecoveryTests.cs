using System.Text;
using EppClient.Commands;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Tests.Protocol;

/// <summary>Which parts of a response that is not well-formed XML are recovered.</summary>
public sealed class ResponseRecoveryTests
{
    private const string Sent = "C-1";
    private const string Result = """<result code="2005"><msg lang="en">Wrong</msg></result>""";
    private const string Ids = "<trID><clTRID>C-1</clTRID><svTRID>S-1</svTRID></trID>";

    [Theory]
    [InlineData(Result + "<resData>a\fb</resData>" + Ids)]
    [InlineData(Result + "<resData>a & b</resData>" + Ids)]
    [InlineData(Result + "<resData>a < b</resData>" + Ids)]
    [InlineData(Result + "<resData><b></resData>" + Ids)]
    [InlineData(Result + "<resData><p:b/></resData>" + Ids)]
    [InlineData(Result + "<resData a=b/>" + Ids)]
    [InlineData("<resData>a\fb</resData>" + Result + Ids)]
    [InlineData("<resData>a < b</resData>" + Result + Ids)]
    [InlineData("<resData>a & b</resData>" + Ids + Result)]
    [InlineData(Result + Ids + "<!-- -- -->")]
    public void Code_and_ids_are_recovered(string content)
    {
        var response = Recover(content);

        response.Results.Should().ContainSingle().Which.Code.Value.Should().Be(2005);
        (response.ClientTransactionId, response.ServerTransactionId).Should().Be(("C-1", "S-1"));
        response.XmlFault.Should().NotBeNull();
        response.Data.Should().BeEmpty();
        response.Extensions.Should().BeEmpty();
    }

    [Fact]
    public void Message_before_the_fault_is_kept() => Recover(Result + "\f" + Ids).Results[0].Message.Should().Be("Wrong");

    [Fact]
    public void Text_with_the_fault_is_not_kept() => Recover("""<result code="2005"><msg>Wrong""" + "\f</msg></result>" + Ids).Results[0].Message.Should().BeEmpty();

    [Theory]
    [InlineData(Result)]
    [InlineData(Result + "<resData><a>b")]
    [InlineData(Result + "<trID><clTRID>C-1</clTRID><svTR")]
    [InlineData(Result + "<trID><clTRID>C")]
    public void Code_of_a_document_truncated_after_it_is_recovered(string content)
    {
        var document = Documents.Epp("<response>" + content + "</response>");

        Read(Encoding.UTF8.GetBytes(document[..document.LastIndexOf("</response>", StringComparison.Ordinal)])).Results[0].Code.Value.Should().Be(2005);
    }

    [Fact]
    public void Truncated_id_is_not_recovered()
    {
        var response = Read(Documents.Utf8(Documents.Epp($"<response>{Result}<trID><clTRID>C-1</clTRID><svTRID>S-1")[..^"</epp>".Length]));

        (response.ClientTransactionId, response.ServerTransactionId).Should().Be(("C-1", string.Empty));
    }

    [Fact]
    public void Code_is_recovered_from_bytes_in_an_unknown_encoding()
    {
        var document = Documents.Epp($"<response>{Result}<resData>\u00E6</resData>{Ids}</response>").Replace("UTF-8", "windows-1251", StringComparison.Ordinal);

        Read(Encoding.Latin1.GetBytes(document)).Results[0].Code.Value.Should().Be(2005);
    }

    [Fact]
    public void Code_is_recovered_with_a_prefix_on_all_elements()
    {
        var document = """<e:epp xmlns:e="urn:ietf:params:xml:ns:epp-1.0"><e:response><e:result code="1000"><e:msg>x</e:msg></e:result>&nbsp;</e:response></e:epp>""";

        Read(Documents.Utf8(document)).Results[0].Code.Value.Should().Be(1000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\f")]
    [InlineData("\f<resData><result code='1000'/></resData>")]
    [InlineData("\f<!-- <result code='1000'/> -->")]
    [InlineData("\f<![CDATA[<result code='1000'/>]]>")]
    [InlineData("\f<msg>&lt;result code='1000'/&gt;</msg>")]
    [InlineData("\f<result code='1000'/><result code='2000'/>")]
    [InlineData("<result code='10\f00'/>")]
    [InlineData("<result code='1000'")]
    [InlineData("<result code='1000' code='2000'/>")]
    [InlineData("<result code='3000'/>\f")]
    [InlineData("<result code='100'/>\f")]
    [InlineData("<result code='many'/>\f")]
    [InlineData("<p:result code='1000'/>")]
    [InlineData("\f<result code='1000'/><trID><clTRID>C-1</clTRID></trID><trID><clTRID>C-2</clTRID></trID>")]
    public void Ambiguous_code_is_not_recovered(string content)
    {
        var act = () => Recover(content + (content.Length == 0 ? "<b>" : string.Empty));

        act.Should().Throw<EppProtocolException>().Where(e => e.XmlFault != null);
    }

    [Fact]
    public void Code_of_another_namespace_is_not_recovered()
    {
        var act = () => Read(Documents.Utf8("""<epp xmlns="urn:x"><response><result code="1000"/>&nbsp;</response></epp>"""));

        act.Should().Throw<EppProtocolException>();
    }

    [Theory]
    [InlineData(Result + "\f<trID><clTRID>C-2</clTRID></trID>")]
    [InlineData("\f<trID><clTRID>C-2</clTRID></trID>")]
    public void Response_to_another_command_is_reported_as_such(string content)
    {
        var act = () => Recover(content);

        act.Should().Throw<EppProtocolException>().Where(e => e.Error == EppConnectionError.UnexpectedMessage && !e.IsInStep);
    }

    [Fact]
    public void Response_with_the_sent_clTRID_but_no_code_sets_IsInStep()
    {
        var act = () => Recover("\f" + Ids);

        act.Should().Throw<EppProtocolException>().Where(e => e.IsInStep);
    }

    [Theory]
    [InlineData("<html xmlns='http://www.w3.org/1999/xhtml'><head><title>Down</title></head></html>")]
    [InlineData("<html><head><title>Down</title></head><body><br></body></html>")]
    public void HTML_page_is_reported_whether_it_is_well_formed_or_not(string page)
    {
        var act = () => Read(Documents.Utf8(page));

        act.Should().Throw<EppProtocolException>().WithMessage("*an HTML page with the title \"Down\"*").Which.GetDocument().Should().NotBeNull();
    }

    [Fact]
    public void Poll_message_keeps_its_id_and_date()
    {
        var queue = Recover("""<result code="1301"><msg>x</msg></result><msgQ count="3" id="M&amp;77"><qDate>2026-03-01T10:00:00Z</qDate><msg>""" + "\f</msg></msgQ>" + Ids).MessageQueue!;

        (queue.Id, queue.Count, queue.QueuedDate).Should().Be(("M&77", 3UL, DateTimeOffset.Parse("2026-03-01T10:00:00Z", null)));
        queue.Message.Should().BeNull();
    }

    [Theory]
    [InlineData("""<msgQ count="1" id="M-1"/><msgQ count="1" id="M-2"/>""")]
    [InlineData("""<msgQ count="1"/>""")]
    [InlineData("")]
    public void Message_without_exactly_one_id_is_an_error_and_not_an_empty_queue(string queue)
    {
        var response = new EppResponse(Recover("""<result code="1301"/>""" + queue + "\f" + Ids), pending: null);

        var act = () => response.To(new PollRequest());

        act.Should().Throw<EppProtocolException>().WithMessage("*1301*its id could not be read*");
    }

    [Fact]
    public void Reading_the_data_of_a_recovered_response_throws()
    {
        var content = Recover("""<result code="1000"/><resData>""" + "\f</resData>" + Ids);

        var response = new EppResponse(content, pending: null).To(new EppClient.Commands.DomainInfo("a.example"));

        response.IsSuccess.Should().BeTrue();
        response.DataOrNull.Should().BeNull();
        FluentActions.Invoking(() => response.Data).Should().Throw<EppProtocolException>().WithMessage("*1000*U+000C*");
    }

    [Theory]
    [InlineData("< ")]
    [InlineData("<a b='")]
    [InlineData("<a b='1' ")]
    [InlineData("</a ")]
    [InlineData("</a>")]
    [InlineData("<a>")]
    [InlineData("<a></b>")]
    [InlineData("&")]
    [InlineData("<!")]
    [InlineData("<?")]
    [InlineData("<![CDATA[<]]><")]
    public void Cost_of_a_malformed_message_is_linear_in_its_size(string text)
    {
        var few = Allocated(Malformed(500));

        Allocated(Malformed(5000)).Should().BeLessThan(13 * few);

        byte[] Malformed(int count) =>
            Documents.Utf8(Documents.Epp($"<response><result code='1000'><msg>{string.Concat(Enumerable.Repeat(text, count))}</msg></result>{Ids}</response>"));
    }

    [Fact]
    public void Only_texts_that_are_recovered_are_collected()
    {
        var outside = Allocated(Malformed("resData", 200_000)) - Allocated(Malformed("resData", 100_000));
        var inside = Allocated(Malformed("msg", 200_000)) - Allocated(Malformed("msg", 100_000));

        // At least the additional 100,000 characters.
        (inside - outside).Should().BeGreaterThan(200_000);

        static byte[] Malformed(string element, int count) =>
            Documents.Utf8(Documents.Epp($"<response><result code='1000'><{element}>{new string('x', count)}</{element}></result>\f{Ids}</response>"));
    }

    private static long Allocated(byte[] document)
    {
        // The first call makes the one-time allocations.
        _ = Read(document);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(document).XmlFault.Should().NotBeNull();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static EppResponseContent Recover(string content) => Read(Documents.Utf8(Documents.Epp($"<response>{content}</response>")));

    private static EppResponseContent Read(byte[] document) => MessageReader.ReadOrRecoverResponse(document, EppXmlDialect.Standard, Documents.Schemas, Sent);
}
