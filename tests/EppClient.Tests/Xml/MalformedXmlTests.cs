using System.Text;
using EppClient.Xml;

namespace EppClient.Tests.Xml;

/// <summary>The error for a message that is not well-formed: the invalid content, the violated rule and the position, but no text of the message.</summary>
public sealed class MalformedXmlTests
{
    private const string Start = """<epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><response>""";
    private const string End = "</response></epp>";

    [Theory]
    [InlineData("<msg>a\fb</msg>", "a control character U+000C", "epp/response/msg")]
    [InlineData("<msg>a&#12;b</msg>", "a reference to the control character U+000C", "epp/response/msg")]
    [InlineData("<msg>a&#xFFFF;b</msg>", "a reference to the code point U+FFFF", "epp/response/msg")]
    [InlineData("<msg>a & b</msg>", "a '&' that does not begin a reference", "epp/response/msg")]
    [InlineData("<msg>a&nbsp;b</msg>", "a reference to HTML's entity nbsp", "epp/response/msg")]
    [InlineData("<msg>a&Jensen;b</msg>", "a '&' that does not begin a reference", "epp/response/msg")]
    [InlineData("<msg>a < b</msg>", "a '<' that does not begin a tag", "epp/response/msg")]
    [InlineData("<msg>a <b c</msg>", "a '<' that does not begin a tag, or a broken tag", "epp/response/msg")]
    [InlineData("<resData><contact:infData/></resData>", "the undeclared prefix contact", "epp/response/resData")]
    [InlineData("<resData contact:x=\"1\"/>", "the undeclared prefix contact", "epp/response")]
    [InlineData("<value xmlns:contact=\"urn:x\"><contact:>a</contact:></value>", "an empty name after the prefix contact", "epp/response/value")]
    [InlineData("<msg>a</response>", "a premature end tag of response", "epp/response/msg")]
    [InlineData("<msg>a</text>", "an end tag that matches no open element", "epp/response/msg")]
    [InlineData("<msg lang=\"en\" lang=\"da\"/>", "the duplicate attribute lang", "epp/response")]
    [InlineData("<msg lang=en/>", "an attribute's value without quotes", "epp/response")]
    [InlineData("<msg>a]]>b</msg>", "the end of a CDATA section that has not begun", "epp/response/msg")]
    [InlineData("<msg><![CDATA[a</msg>", "a CDATA section without an end", "epp/response/msg")]
    [InlineData("<!-- a -- b -->", "two hyphens in a comment", "epp/response")]
    public void Error_describes_what_was_found_and_where(string content, string found, string path)
    {
        var document = Start + content + End;

        var fault = FaultOf(document);

        (fault.LooksLike, fault.XmlPath).Should().Be((found, path));
        fault.Rule.Should().NotBeEmpty();
        fault.Line.Should().Be(1);
        fault.ByteOffset.Should().BeInRange(Start.Length - 1, document.Length);
        fault.Column.Should().Be(fault.ByteOffset + 1, "the document is ASCII and on one line");
    }

    [Theory]
    [InlineData("<?xml version='?>x<a></a>' encoding='UTF-8'?><epp/>")]
    [InlineData("<?xml version='<?xml version=\"1.0\"?>x<a><b></a>'?><epp/>")]
    public void Elements_inside_a_malformed_declaration_are_not_elements_of_the_message(string document) =>
        FaultOf(document).XmlPath.Should().NotContain("a");

    [Theory]
    [InlineData("<!DOCTYPE html>\n<html><head><title>503 Service Unavailable</title></head><body><hr></body></html>", "an HTML page with the title \"503 Service Unavailable\"")]
    [InlineData("\r\n<HTML><BODY>x<br></BODY></HTML>", "an HTML page")]
    [InlineData("HTTP/1.1 502 Bad Gateway\r\n\r\n", "an HTTP response")]
    [InlineData("{\"error\":\"overloaded\"}", "JSON")]
    [InlineData("Too many sessions", "plain text")]
    [InlineData("", "an empty message")]
    [InlineData(" \r\n", "an empty message")]
    public void Error_describes_the_kind_of_document(string document, string kind) => FaultOf(document).LooksLike.Should().Be(kind);

    [Theory]
    [InlineData("windows-1251", "the encoding windows-1251 is unknown, and the byte 0xE6 is not UTF-8")]
    [InlineData("x-klingon", "the encoding x-klingon is unknown, and the byte 0xE6 is not UTF-8")]
    [InlineData("UTF-8", "the byte 0xE6, which is not UTF-8")]
    public void Error_names_the_encoding(string encoding, string found)
    {
        var document = $"<?xml version=\"1.0\" encoding=\"{encoding}\"?>\n{Start}\n<msg>\u00C6\u00E6</msg>{End}".Replace("\u00C6", string.Empty, StringComparison.Ordinal);

        var fault = FaultOf(Encoding.Latin1.GetBytes(document));

        fault.LooksLike.Should().Be(found);
        (fault.Line, fault.Column, fault.ByteOffset).Should().Be((3, 6, document.IndexOf('\u00E6', StringComparison.Ordinal)));
        fault.XmlPath.Should().Be("epp/response/msg");
    }

    [Fact]
    public void Position_counts_lines_characters_and_received_bytes()
    {
        var document = "\uFEFF\r\n<a>\n<b>\u00E6\u00F8\u00E5\f</b></a>";

        var fault = FaultOf(document);

        (fault.Line, fault.Column, fault.ByteOffset).Should().Be((3, 7, 3 + 2 + 4 + 3 + 6));
    }

    [Fact]
    public void Position_counts_bytes_in_the_documents_own_encoding()
    {
        var document = "<a>\n<b>\u00E6\f</b></a>";

        var fault = FaultOf([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(document)]);

        (fault.Line, fault.Column, fault.ByteOffset).Should().Be((2, 5, 2 + (2 * document.IndexOf('\f', StringComparison.Ordinal))));
    }

    [Fact]
    public void Truncated_document_names_the_element_in_which_it_ends()
    {
        var fault = FaultOf(Start + "<result code=\"1000\"><msg>Do");

        (fault.LooksLike, fault.XmlPath).Should().Be(("the end of the document inside an element", "epp/response/result/msg"));
    }

    [Fact]
    public void Excerpt_shows_the_tags_before_the_fault_and_no_text()
    {
        var fault = FaultOf(Start + "<result code=\"1301\"><msg lang=\"en\">Jane Doe</msg></result><msgQ count=\"3\" id=\"M-77\"><msg>Jane\fDoe</msg></msgQ>" + End);

        fault.Excerpt.Should().Be("<epp><response><result code=\"1301\"><msg lang=\"en\">***</msg></result><msgQ count=\"3\" id=\"M-77\"><msg>***");
    }

    [Theory]
    [InlineData("<pw>s3cret & more</pw>")]
    [InlineData("<pw>s3cret<s3cret:x/></pw>")]
    [InlineData("<authInfo><s3cret>x</authInfo>")]
    [InlineData("<msg>for <s3cret> only</msg>")]
    [InlineData("<msg>for <s3cret:x> only</pw>")]
    [InlineData("<d:a xmlns:d=\"urn:d\" d:b=\"s3cret\"><d:c>s3cret <s3cret/>\f</d:c></d:a>")]
    public void Error_never_shows_text_of_the_message(string content)
    {
        var failure = FailureOf(Encoding.UTF8.GetBytes(Start + content + End));

        var shown = failure.ToString().Replace("the undeclared prefix s3cret", string.Empty, StringComparison.Ordinal);
        (content.Contains("msg", StringComparison.Ordinal) ? shown : failure.ToString()).Should().NotContain("s3cret");
        failure.XmlFault!.Excerpt.Should().NotContain("s3cret");
    }

    [Fact]
    public void Document_is_available_from_a_method_and_in_no_property()
    {
        var document = Encoding.UTF8.GetBytes(Start + "<msg>s3cret\f</msg>" + End);

        var failure = FailureOf(document);

        failure.GetDocument()!.Value.ToArray().Should().Equal(document);
        typeof(EppProtocolException).GetProperties().Select(property => property.GetValue(failure)).OfType<ReadOnlyMemory<byte>>().Should().BeEmpty();
    }

    [Fact]
    public void Path_of_a_fault_contains_no_names_of_an_earlier_document()
    {
        using (var earlier = XmlText.Read("<a><b><c>1</c></b></a>"))
        {
            earlier.ReadToEnd();
        }

        FaultOf("<x><p:y/></x>").XmlPath.Should().Be("x");
    }

    [Theory]
    [InlineData("utf8")]
    [InlineData("UTF8")]
    [InlineData("UTF_8")]
    [InlineData("utf 8")]
    [InlineData("ISO-8859-1")]
    [InlineData("us-ascii")]
    [InlineData("UTF-16")]
    [InlineData("windows-1251")]
    [InlineData("none at all")]
    [InlineData("")]
    public void UTF_8_bytes_are_read_as_UTF_8_with_any_declared_encoding(string encoding)
    {
        using var reader = XmlText.Read($"<?xml version=\"1.0\" encoding=\"{encoding}\"?><t>\u00E6\u00F8\u00E5 \u20AC</t>");

        reader.ReadText(EppSimpleType.Token).Should().Be("\u00E6\u00F8\u00E5 \u20AC");
    }

    [Theory]
    [InlineData("ISO-8859-1")]
    [InlineData("iso8859-1")]
    [InlineData("ISO_8859-1")]
    [InlineData("latin1")]
    [InlineData("Latin-1")]
    public void Latin_1_bytes_are_read_if_Latin_1_is_declared(string encoding)
    {
        using var reader = XmlText.Read(Encoding.Latin1.GetBytes($"<?xml version=\"1.0\" encoding=\"{encoding}\"?><t>\u00E6\u00F8\u00E5</t>"));

        reader.ReadText(EppSimpleType.Token).Should().Be("\u00E6\u00F8\u00E5");
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32BE", false)]
    public void Wide_encodings_are_detected_from_their_bytes(string encoding, bool hasMark)
    {
        var bytes = Encoding.GetEncoding(encoding);
        var document = bytes.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?><t>\u00E6\u00F8\u00E5</t>");
        using var reader = XmlText.Read(hasMark ? [.. bytes.GetPreamble(), .. document] : document);

        reader.ReadText(EppSimpleType.Token).Should().Be("\u00E6\u00F8\u00E5");
    }

    private static EppXmlFault FaultOf(string document) => FaultOf(Encoding.UTF8.GetBytes(document));

    private static EppXmlFault FaultOf(byte[] document)
    {
        var failure = FailureOf(document);
        failure.XmlPath.Should().Be(failure.XmlFault!.XmlPath);
        failure.Message.Should().StartWith("The message is not well-formed XML: line ").And.Contain(failure.XmlFault.LooksLike).And.Contain(failure.XmlFault.Rule);
        return failure.XmlFault;
    }

    private static EppProtocolException FailureOf(byte[] document) => FluentActions.Invoking(() =>
    {
        using var reader = XmlText.Read(document);
        reader.ReadToEnd();
    }).Should().Throw<EppProtocolException>().Which;
}
