using System.Xml.Schema;
using EppClient.TestSupport.Xml;
using EppClient.Xml;

namespace EppClient.Tests.Iana;

public sealed class RoundTripTests
{
    public static TheoryData<string, int> Samples
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var sample in Sample.All)
            {
                data.Add(sample.File, sample.Number);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_is_valid(string file, int number)
    {
        using var reader = Sample.Open(new Sample(file, number).Document);

        SchemaFiles.Validate(reader).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_is_read_as_a_type_and_written_back_equal(string file, int number)
    {
        var sample = new Sample(file, number);

        var element = sample.Read();
        var written = Sample.Write(element.Write);

        element.Should().NotBeOfType<EppRawElement>();
        CanonicalXml.Of(written).Should().Be(CanonicalXml.Of(sample.Document));
        using var reader = Sample.Open(written);
        SchemaFiles.Validate(reader).Should().BeEmpty();
    }

    [Fact]
    public void Every_element_has_a_sample()
    {
        var elements = SchemaFiles.Iana
            .SelectMany(s => s.Items.OfType<XmlSchemaElement>().Where(e => !e.IsAbstract).Select(e => $"{s.TargetNamespace} {e.Name}"));

        var samples = Sample.All.Select(s => $"{s.Element.Name.NamespaceName} {s.Element.Name.LocalName}").ToHashSet();

        elements.Where(e => !samples.Contains(e)).Should().BeEmpty();
    }
}
