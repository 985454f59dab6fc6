using System.Text;
using System.Text.RegularExpressions;
using EppClient.Commands;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Tests.Protocol;

/// <summary>One message in many forms that XML allows or servers use.</summary>
public sealed partial class MessageFormTests
{
    private const string Message = """
        <?xml version="1.0" encoding="UTF-8"?>
        <epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><response><result code="1000"><msg>Færdig</msg></result><resData>
        <domain:creData xmlns:domain="urn:ietf:params:xml:ns:domain-1.0"><domain:name>ÆØÅ.dk</domain:name><domain:crDate>2026-11-01T10:00:00.0Z</domain:crDate></domain:creData>
        </resData><trID><clTRID>C-1</clTRID><svTRID>S-1</svTRID></trID></response></epp>
        """;

    [Theory]
    [InlineData("domain:", "d:", "xmlns:domain", "xmlns:d")]
    [InlineData("domain:", "", "xmlns:domain", "xmlns")]
    [InlineData("ÆØÅ.dk", "<![CDATA[ÆØÅ.dk]]>")]
    [InlineData("ÆØÅ.dk", "Æ<![CDATA[ØÅ]]>.dk")]
    [InlineData("ÆØÅ.dk", "\n   ÆØÅ.dk\t\r\n")]
    [InlineData("ÆØÅ.dk", "&#198;&#xD8;&#xc5;.dk")]
    [InlineData("ÆØÅ.dk", "ÆØ<!-- not part of it -->Å.dk")]
    [InlineData("<resData>", "<!-- <resData> --><?server hint?><resData>")]
    [InlineData("\n", "\r\n    ")]
    [InlineData("\n", "")]
    [InlineData("<domain:name>", "<domain:name xml:lang='da'>", "code=\"1000\"", "code=' 1000 ' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:hint='x'")]
    [InlineData("10:00:00.0Z", "12:00:00.000+02:00")]
    [InlineData("<clTRID>C-1</clTRID><svTRID>S-1</svTRID>", "<svTRID>S-1</svTRID><clTRID>C-1</clTRID>")]
    public void Serialization_form_does_not_affect_reading(params string[] replacements) => Check(Documents.Utf8(Respell(replacements)));

    [Fact]
    public void Envelope_prefix_does_not_affect_reading()
    {
        var prefixed = EnvelopeTag().Replace(Message.Replace("<epp xmlns=", "<epp xmlns:e=", StringComparison.Ordinal), "$1e:$2");

        prefixed.Should().Contain("<e:svTRID>").And.Contain("</e:epp>").And.Contain("<domain:name>");
        Check(Documents.Utf8(prefixed));
    }

    [Theory]
    [InlineData("", "\r\n \n\0")]
    [InlineData("\uFEFF", "")]
    [InlineData("\uFEFF\r\n", "\n")]
    [InlineData("\r\n\r\n  ", "\0\0\0\0")]
    public void Filler_around_the_document_does_not_affect_reading(string before, string behind) => Check(Documents.Utf8(before + Message + behind));

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("iso-8859-1", false)]
    public void Declared_encoding_does_not_affect_reading(string name, bool hasByteOrderMark)
    {
        var encoding = Encoding.GetEncoding(name);
        var document = encoding.GetBytes(Message.Replace("UTF-8", name == "utf-16BE" ? "UTF-16" : name, StringComparison.Ordinal));

        Check(hasByteOrderMark ? [.. encoding.GetPreamble(), .. document] : document);
    }

    [Fact]
    public void Encoding_that_contradicts_the_bytes_is_a_protocol_error()
    {
        var act = () => Documents.Read(Encoding.Latin1.GetBytes(Message));

        act.Should().Throw<EppProtocolException>().WithMessage("The message is not well-formed XML*").Which.ToString().Should().NotContain("rdig");
    }

    [Fact]
    public void Unknown_encoding_is_a_protocol_error_if_the_bytes_are_not_UTF_8()
    {
        var act = () => Documents.Read(Encoding.Latin1.GetBytes(Message.Replace("UTF-8", "x-klingon", StringComparison.Ordinal)));

        act.Should().Throw<EppProtocolException>().WithMessage("*the encoding x-klingon is unknown*");
    }

    [Theory]
    [InlineData("ÆØÅ.dk", 9)]
    [InlineData("a.dk", 4)]
    [InlineData("日本.example", 14)]
    [InlineData("\U0001F600.example", 12)]
    public void Name_is_sent_in_UTF8(string name, int bytes)
    {
        var document = MessageWriter.Command(new DomainInfo(name), EppXmlDialect.Standard, "C-1").Span;
        var plain = MessageWriter.Command(new DomainInfo("x"), EppXmlDialect.Standard, "C-1").Length;

        document.IndexOf(Encoding.UTF8.GetBytes($">{name}<")).Should().BePositive();
        (document.Length - plain + 1).Should().Be(bytes);
        document.StartsWith("\uFEFF"u8).Should().BeFalse();
    }

    private static string Respell(string[] replacements)
    {
        var message = Message;
        foreach (var pair in replacements.Chunk(2))
        {
            message.Should().Contain(pair[0], "otherwise the form does not change");
            message = message.Replace(pair[0], pair[1], StringComparison.Ordinal);
        }

        return message;
    }

    private static void Check(byte[] document)
    {
        var response = Documents.Read(document);

        response.Results.Should().ContainSingle().Which.Message.Should().Be("Færdig");
        response.ClientTransactionId.Should().Be("C-1");
        response.ServerTransactionId.Should().Be("S-1");
        response.Data.Should().ContainSingle().Which.Should().BeEquivalentTo(new DomainCreateResult
        {
            Name = "ÆØÅ.dk",
            CreatedDate = new DateTimeOffset(2026, 11, 1, 10, 0, 0, TimeSpan.Zero),
        });
    }

    [GeneratedRegex("(</?)([A-Za-z]+)(?=[ >])")]
    private static partial Regex EnvelopeTag();
}
