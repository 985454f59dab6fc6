using System.Text;
using EppClient.Protocol;
using EppClient.Tests.Protocol;
using EppClient.Xml;

namespace EppClient.Tests.Xml;

/// <summary>Padding that servers send around a document is ignored in every encoding.</summary>
public sealed class DocumentTrimTests
{
    private const string Document = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><t>\u00E6\u00F8\u00E5\u2020</t>";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void White_space_NULs_and_byte_order_marks_around_a_document_are_ignored(string encoding)
    {
        string[] before = ["", "\n", "\r\n", " ", "\uFEFF", "\n\uFEFF", "\uFEFF\n", "\uFEFF\uFEFF", " \uFEFF\r\n\uFEFF", "\0", "\0\n", "\0\uFEFF", "\uFEFF\0"];
        string[] after = ["", "\n", "\r\n", "\0", "\0\0", "\uFEFF", "\n\uFEFF", "\uFEFF\0\n"];
        foreach (var (head, tail) in before.SelectMany(head => after.Select(tail => (head, tail))))
        {
            var bytes = Encoding.GetEncoding(encoding).GetBytes(head + Document + tail);

            Text(bytes).Should().Be("\u00E6\u00F8\u00E5\u2020", Convert.ToHexString(bytes));
        }
    }

    [Theory]
    [InlineData("utf-16", "", "00")]
    [InlineData("utf-16", "", "0000")]
    [InlineData("utf-16", "", "000000")]
    [InlineData("utf-16", "", "0A")]
    [InlineData("utf-16", "", "0D0A")]
    [InlineData("utf-16BE", "", "00")]
    [InlineData("utf-16BE", "", "0000")]
    [InlineData("utf-16BE", "", "000000")]
    [InlineData("utf-16BE", "", "0A")]
    [InlineData("utf-32", "", "00")]
    [InlineData("utf-32BE", "", "0000")]
    [InlineData("utf-16", "FFFE", "00")]
    [InlineData("utf-16", "FFFE", "0000")]
    [InlineData("utf-16BE", "FEFF", "00")]
    [InlineData("utf-16BE", "FEFF", "0000")]
    [InlineData("utf-16", "0AFFFE", "")]
    [InlineData("utf-16BE", "0AFEFF", "")]
    [InlineData("utf-16", "0A", "")]
    [InlineData("utf-32", "0AFFFE0000", "000000")]
    [InlineData("utf-32BE", "0A0000FEFF", "0A")]
    public void Incomplete_characters_around_a_document_in_a_wide_encoding_are_ignored(string encoding, string before, string after) =>
        Text([.. Convert.FromHexString(before), .. Encoding.GetEncoding(encoding).GetBytes(Document), .. Convert.FromHexString(after)]).Should().Be("\u00E6\u00F8\u00E5\u2020");

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Data_of_a_UTF_16_response_after_a_line_break_is_read(string encoding)
    {
        var document = "\n" + Documents.Epp("<response><result code='1000'><msg>\u00E6</msg></result><trID><svTRID>S-1</svTRID></trID></response>");

        var response = MessageReader.ReadOrRecoverResponse(Encoding.GetEncoding(encoding).GetBytes(document), EppXmlDialect.Standard, Documents.Schemas, null);

        (response.XmlFault, response.Results[0].Message).Should().Be((null, "\u00E6"));
    }

    [Theory]
    [InlineData("utf-8", 2, 4)]
    [InlineData("utf-16", 2, 4)]
    [InlineData("utf-16BE", 2, 4)]
    [InlineData("utf-32BE", 2, 4)]
    public void Position_of_a_fault_includes_ignored_bytes_before_the_document(string encoding, int line, int column)
    {
        var document = "\uFEFF\n <t\f/>";
        var bytes = Encoding.GetEncoding(encoding).GetBytes(document);

        var fault = FluentActions.Invoking(() => new EppXmlReader(bytes, EppXmlDialect.Standard)).Should().Throw<EppProtocolException>().Which.XmlFault!;

        (fault.Line, fault.Column, fault.ByteOffset).Should().Be((line, column, Encoding.GetEncoding(encoding).GetByteCount(document[..^3])));
    }

    [Fact]
    public void Byte_order_mark_before_a_document_does_not_count_as_a_column()
    {
        foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            var fault = FluentActions.Invoking(() => new EppXmlReader(encoding.GetBytes("\uFEFF<t\f/>"), EppXmlDialect.Standard)).Should().Throw<EppProtocolException>().Which.XmlFault!;

            (fault.Line, fault.Column).Should().Be((1, 3));
        }
    }

    private static string Text(byte[] bytes)
    {
        using var reader = XmlText.Read(bytes);
        var text = reader.ReadText(EppSimpleType.Token)!;
        reader.ReadToEnd();
        return text;
    }
}
