using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using EppClient.TestSupport.Corpus;
using EppClient.Xml;

namespace EppClient.Tests.Xml.Codec;

/// <summary>Compares our reader with System.Xml's: both accept the same documents and read the same values.</summary>
public partial class DifferentialTests
{
    private static readonly int Mutations = TestSize.Of(eachCommit: 50_000, full: 10_000_000);

    private static readonly string[] Texts =
    [
        "<a/>",
        "<a></a>",
        "<a b=\"1\" c='2'>x</a>",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<!-- c --><?p i?><a>\n <b>1</b>\n</a>\n<!-- d -->\n",
        "<?xml version='1.0'?><a:b xmlns:a=\"urn:x\" xmlns=\"urn:y\" a:c=\"1\" c=\"1\"><d/><a:e xmlns:a=\"urn:z\">&lt;&amp;&gt;&quot;&apos;&#65;&#x42;</a:e><f xmlns=\"\"/></a:b>",
        "<a>x<![CDATA[<&>]]>y<!-- c -->z<?p?>w</a>",
        "<a b=\" 1\t2\n3\r\n4\r5&#10;6&#x9;7 \">\r\n1\r2\n3&#13;</a>",
        "<a xml:lang=\"da\" xml:space=\"preserve\"> </a>",
        "<blåbær rød=\"grød\">æøå €  😀</blåbær>",
        "<a><b><c><d>1</d></c></b><b/><b>2</b></a>",
        "<a xmlns:p=\"u\"><p:b p:c=\"&lt;\"/><p:b xmlns:p=\"v\"><p:c>x]y]]z</p:c></p:b></a>",
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a b=\"1\">x</a>",
        "<?xml version=\"1.0\" encoding=\"us-ascii\"?><a>x</a>",
        "<a>\u00A0\u0085\u2028\u007F\uFEFF</a>",
        "<a b=\"'\" c='\"'>'\"</a>",
        "<a >\t</a >",
        "<a><!----><?x?></a>",
    ];

    public static TheoryData<string> Documents => new(Texts);

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_is_read_as_System_Xml_reads_it(string document)
    {
        var bytes = Encoding.UTF8.GetBytes(document);

        var (ours, theirs) = XmlReading.Of(bytes);

        ours.Should().Be(theirs).And.NotBe(XmlReading.Refused);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_element_is_written_as_System_Xml_writes_it(string document)
    {
        var bytes = Encoding.UTF8.GetBytes(document);
        for (var i = XmlReading.CountElements(bytes) - 1; i >= 0; i--)
        {
            XmlReading.OurXml(bytes, i).Should().Be(XmlReading.SystemXml(bytes, i));
        }
    }

    [Fact]
    public void Every_element_of_a_changed_document_is_written_as_System_Xml_writes_it()
    {
        var documents = Texts.Select(Encoding.UTF8.GetBytes).ToArray();
        var mutator = new XmlMutator(TestSize.Seed);
        for (var i = 0; i < Mutations / 10; i++)
        {
            var document = EppDocumentTrim.Trim(mutator.Mutate(documents[i % documents.Length])).ToArray();
            var (ours, theirs) = XmlReading.Of(document);
            for (var element = ours == theirs && ours != XmlReading.Refused ? XmlReading.CountElements(document) - 1 : -1; element >= 0; element--)
            {
                XmlReading.OurXml(document, element).Should().Be(XmlReading.SystemXml(document, element), "{0} ({1})", Convert.ToHexString(document), TestSize.Repeat);
            }
        }
    }

    [Fact]
    public void Only_XML_white_space_around_a_value_of_xml_space_is_ignored()
    {
        var (ours, theirs) = XmlReading.Of(Encoding.UTF8.GetBytes("<a xml:space='\u0085preserve'/>"));

        ours.Should().Be(theirs).And.Be(XmlReading.Refused);
        XmlReading.Of(Encoding.UTF8.GetBytes("<a xml:space=' preserve\t'/>")).Ours.Should().NotBe(XmlReading.Refused);
    }

    [Fact]
    public void Instruction_whose_name_begins_with_xml_declares_no_encoding()
    {
        var (ours, theirs) = XmlReading.Of(Encoding.Latin1.GetBytes("<?xmlx version='1.0' encoding='ISO-8859-1'?><a>\u00E6</a>"));

        ours.Should().Be(theirs).And.Be(XmlReading.Refused);
    }

    [Theory]
    [InlineData("\uFEFF\uFEFF<a/>")]
    [InlineData(" \uFEFF\r\n\uFEFF<a/>\0\n")]
    public void Byte_order_marks_and_white_space_around_a_document_are_ignored(string document)
    {
        EppDocumentTrim.Trim(Encoding.UTF8.GetBytes(document)).ToArray().Should().Equal("<a/>"u8.ToArray());
    }

    [SkippableFact]
    public void Messages_of_the_corpus_are_read_as_System_Xml_reads_them()
    {
        foreach (var message in WideCorpus.Load())
        {
            var (ours, theirs) = XmlReading.Of(EppDocumentTrim.Trim(message.Document).ToArray());

            ours.Should().Be(theirs, message.Name);
        }
    }

    [Fact]
    public void Malformed_documents_are_treated_as_System_Xml_treats_them()
    {
        var documents = Texts.Select(Encoding.UTF8.GetBytes).ToArray();
        var mutator = new XmlMutator(TestSize.Seed);
        List<string> differences = [];
        for (var i = 0; i < Mutations; i++)
        {
            var document = EppDocumentTrim.Trim(mutator.Mutate(documents[i % documents.Length])).ToArray();
            if (DeclaredEncoding().IsMatch(Encoding.Latin1.GetString(document)) && Utf8.IsValid(document))
            {
                // System.Xml uses the declared encoding, our reader the bytes.
                document = Encoding.Latin1.GetBytes(DeclaredEncoding().Replace(Encoding.Latin1.GetString(document), "${head}utf-8${tail}"));
            }

            var (ours, theirs) = XmlReading.Of(document);

            // A misspelled encoding name is accepted.
            var isMoreTolerant = theirs == XmlReading.Refused && !Utf8.IsValid(document) && DeclaredEncoding().IsMatch(Encoding.Latin1.GetString(document));

            // System.Xml accepts a truncated last character, and treats every version that begins with 1.0 as 1.0.
            var isStricter = ours == XmlReading.Refused && (!Utf8.IsValid(document) || OtherVersion().IsMatch(Encoding.UTF8.GetString(document)));
            if (ours != theirs && !isStricter && !isMoreTolerant)
            {
                differences.Add($"{Convert.ToHexString(document)}: {Encoding.UTF8.GetString(document)}: ours {ours}, System.Xml's {theirs}");
            }
        }

        string.Join(Environment.NewLine, differences).Should().BeEmpty("both readers get the same documents ({0})", TestSize.Repeat);
    }

    [GeneratedRegex("""^(?<head><\?xml[^>]*?\sencoding\s*=\s*(?<quote>["']))(?:(?!\k<quote>).)*(?<tail>\k<quote>)""", RegexOptions.Singleline)]
    private static partial Regex DeclaredEncoding();

    [GeneratedRegex("""^<\?xml\s+version\s*=\s*["']1\.0[^"']""")]
    private static partial Regex OtherVersion();
}
