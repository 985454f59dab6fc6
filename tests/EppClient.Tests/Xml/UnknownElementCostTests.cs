using System.Text;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Tests.Xml;

/// <summary>Compares the bytes allocated for each unknown element with those for a known element.</summary>
public sealed class UnknownElementCostTests
{
    private const string Known = "<d:host>ns1.example.dk</d:host>";

    // An unknown element needs an object, its bytes and, in a namespace that does not define it, a diagnostic with its path.
    private const int MostTimesKnown = 6;

    private readonly EppSchemaSet _schemas = new(EppProfiles.Standard.Schemas);

    public static TheoryData<string, string> UnknownElements => new()
    {
        { "infData", "<d:other>ns1.example.dk</d:other>" },
        { "infData", "<x:host>ns1.example.dk</x:host>" },
        { "infData", "<x:host xmlns:x='urn:y'>ns1.example.dk</x:host>" },
        { "infData", "<x:host><x:a/><x:b/><x:c/></x:host>" },
        { "extension", "<x:host>ns1.example.dk</x:host>" },
        { "one extension", "<x:host>ns1.example.dk</x:host>" },
        { "result", "<value><x:host>ns1.example.dk</x:host></value>" },
    };

    [Theory]
    [MemberData(nameof(UnknownElements))]
    public void Unknown_element_allocates_at_most_a_few_times_as_much_as_a_known_one(string place, string element)
    {
        var known = PerElement("infData", Known, 1000);

        PerElement(place, element, 1000).Should().BeLessThan(MostTimesKnown * known);
    }

    [Theory]
    [MemberData(nameof(UnknownElements))]
    public void Allocation_for_unknown_elements_is_linear_in_their_number(string place, string element)
    {
        var few = PerElement(place, element, 100);

        PerElement(place, element, 1000).Should().BeLessThan(1.2 * few);
    }

    [Fact]
    public void Long_namespace_of_many_unknown_elements_is_stored_once()
    {
        var uri = "urn:" + new string('u', 100_000);

        PerElement("infData", "<x:host>ns1.example.dk</x:host>", 1000, uri).Should().BeLessThan(1000);
    }

    [Theory]
    [InlineData("<extension><a xmlns='u'/></extension>")]
    [InlineData("<resData><a xmlns='u'/></resData>")]
    [InlineData("<extension><a xmlns='u'/><b xmlns='u'/></extension>")]
    [InlineData("<extension/><resData/>")]
    public void Cost_of_repeated_containers_is_linear_in_their_number(string container)
    {
        var few = PerElement("containers", container, 100);

        PerElement("containers", container, 2000).Should().BeLessThan(1.2 * few);
    }

    [Fact]
    public void Elements_of_repeated_containers_are_all_read_in_order()
    {
        var content = "<extension/><extension><a xmlns='u'/></extension><extension><b xmlns='u'/><c xmlns='u'/></extension><extension/><extension><d xmlns='u'/></extension>";

        var response = MessageReader.ReadResponse(Response("containers", content, 1, "urn:x"), EppXmlDialect.Standard, _schemas);

        response.Extensions.Select(element => element.LocalName).Should().Equal("data", "a", "b", "c", "d");
        response.ReadDiagnostics.Count(diagnostic => diagnostic.Reason == "The schema allows this element only once").Should().Be(5);
    }

    /// <summary>Returns the bytes allocated for each element, without those for the rest of the response.</summary>
    private double PerElement(string place, string element, int count, string uri = "urn:x") =>
        (double)(Allocated(Response(place, element, count, uri)) - Allocated(Response(place, element, 0, uri))) / count;

    private long Allocated(byte[] document)
    {
        // The first call makes the one-time allocations.
        _ = MessageReader.ReadResponse(document, EppXmlDialect.Standard, _schemas);
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = MessageReader.ReadResponse(document, EppXmlDialect.Standard, _schemas);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static byte[] Response(string place, string element, int count, string uri)
    {
        string At(string one) => place == one ? string.Concat(Enumerable.Repeat(element, count)) : string.Empty;
        return Encoding.UTF8.GetBytes($"""
            <epp xmlns='urn:ietf:params:xml:ns:epp-1.0' xmlns:d='urn:ietf:params:xml:ns:domain-1.0' xmlns:x='{uri}'><response>
              <result code='1000'><msg>OK</msg>{At("result")}</result>
              <resData><d:infData><d:name>example.dk</d:name><d:roid>EX1-REP</d:roid>{At("infData")}<d:clID>ClientX</d:clID></d:infData></resData>
              <extension>{At("extension")}<x:data>{At("one extension")}</x:data></extension>
              {At("containers")}<trID><svTRID>1</svTRID></trID>
            </response></epp>
            """);
    }
}
