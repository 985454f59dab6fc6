using System.Text;
using System.Xml;
using EppClient.Xml.Codec;

namespace EppClient.Tests.Xml.Codec;

/// <summary>Compares our writer with System.Xml's: the same calls write the same bytes.</summary>
public class WriterDifferentialTests
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
    };

    private static readonly string[] Names = ["a", "b", "name", "blåbær"];

    private static readonly string[] Prefixes = ["", "p", "q"];

    private static readonly string[] Uris = ["", "urn:x", "urn:y", "http://example.com/?a=1&b=\"2\""];

    private static readonly string[] Texts = ["", "x", " ", "<&>\"'", "a\tb\nc\rd\r\n", "æøå €", "😀", "]]>", "&amp;", new string('é', 3000), "\u0085\u2028"];

    private static readonly string[] Fragments =
    [
        "<r/>", "<r></r>", "<r xmlns=\"urn:x\"><s/></r>", "<p:r xmlns:p=\"urn:x\" p:a=\"1\" b=\"2\">t</p:r>", "<r xmlns:p=\"urn:y\" a=\"p:x\"><p:s/><![CDATA[<&>]]><!-- c --><?i j?></r>", "x &lt; y <r/> z",
        "<r xml:lang=\"da\">\r\n</r>",
    ];

    [Fact]
    public void Same_calls_write_the_same_bytes_as_System_Xml()
    {
        for (var seed = 0; seed < 20_000; seed++)
        {
            var (ours, theirs) = (Ours(new Random(seed)), Theirs(new Random(seed)));
            if (ours != theirs)
            {
                ours.Should().Be(theirs, "seed {0} makes the same calls", seed);
            }
        }
    }

    [Theory]
    [InlineData(0x01)]
    [InlineData(0x1F)]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    [InlineData(0xFFFE)]
    [InlineData(0xFFFF)]
    public void Characters_that_XML_does_not_allow_are_refused(int code)
    {
        var text = $"a{(char)code}b";
        using var writer = Utf8XmlWriter.Start();
        writer.StartElement(string.Empty, "a", string.Empty);

        var asText = () => writer.Text(text);
        var asAttribute = () => writer.Attribute("b", text);

        asText.Should().Throw<ArgumentException>();
        asAttribute.Should().Throw<ArgumentException>();
    }

    private static string Ours(Random random)
    {
        using var writer = Utf8XmlWriter.Start();
        try
        {
            Element(random, depth: 0, new Calls(
                writer.StartElement,
                (prefix, name, uri, value) => writer.Attribute(prefix, name, uri, value),
                text => writer.Text(text),
                fragment =>
                {
                    using var reader = Fragment(fragment);
                    writer.Copy(reader);
                },
                writer.EndElement));
        }
        catch (XmlException)
        {
            return "refused";
        }

        return Encoding.UTF8.GetString(writer.Document);
    }

    private static string Theirs(Random random)
    {
        var output = new MemoryStream();
        var writer = XmlWriter.Create(output, Settings);
        writer.WriteStartDocument(standalone: false);
        try
        {
            Element(random, depth: 0, new Calls(
                writer.WriteStartElement,
                writer.WriteAttributeString,
                writer.WriteString,
                fragment =>
                {
                    using var reader = Fragment(fragment);
                    writer.WriteNode(reader, defattr: false);
                },
                writer.WriteEndElement));
            writer.WriteEndDocument();
        }
        catch (XmlException)
        {
            return "refused";
        }

        writer.Flush();
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static XmlReader Fragment(string xml) => XmlReader.Create(new StringReader(xml), new XmlReaderSettings { ConformanceLevel = ConformanceLevel.Fragment });

    private static void Element(Random random, int depth, Calls calls)
    {
        var uri = Pick(random, Uris);
        calls.Start(uri.Length == 0 ? string.Empty : Pick(random, Prefixes), Pick(random, Names), uri);
        foreach (var name in Names.Where(_ => random.Next(3) == 0))
        {
            var attributeUri = Pick(random, Uris);
            calls.Attribute(attributeUri.Length == 0 ? string.Empty : Pick(random, Prefixes), name, attributeUri, Pick(random, Texts));
        }

        for (var i = random.Next(4); i > 0; i--)
        {
            switch (random.Next(4))
            {
                case 0:
                    calls.Text(Pick(random, Texts));
                    break;
                case 1:
                    calls.Fragment(Pick(random, Fragments));
                    break;
                case var _ when depth < 5:
                    Element(random, depth + 1, calls);
                    break;
                default:
                    break;
            }
        }

        calls.End();
    }

    private static string Pick(Random random, string[] values) => values[random.Next(values.Length)];

    private sealed record Calls(
        Action<string, string, string> Start, Action<string, string, string, string> Attribute, Action<string> Text, Action<string> Fragment, Action End);
}
