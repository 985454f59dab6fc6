using System.Text;
using BenchmarkDotNet.Attributes;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Benchmarks;

/// <summary>Decodes a response with many elements, known and unknown to the schemas.</summary>
[MemoryDiagnoser]
public class UnknownElementBenchmarks
{
    private readonly EppSchemaSet _schemas = new(EppProfiles.Standard.Schemas);
    private byte[] _known = [];
    private byte[] _unknown = [];
    private byte[] _unexpected = [];
    private byte[] _extensions = [];

    /// <summary>The number of elements.</summary>
    [Params(1, 10, 100, 1000)]
    public int Elements { get; set; }

    /// <summary>Creates the responses.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _known = Response("<d:host>ns1.example.dk</d:host>", string.Empty);
        _unknown = Response("<x:host>ns1.example.dk</x:host>", string.Empty);
        _unexpected = Response("<d:other>ns1.example.dk</d:other>", string.Empty);
        _extensions = Response(string.Empty, "<x:host>ns1.example.dk</x:host>");
    }

    /// <summary>Decodes hosts of a domain.</summary>
    [Benchmark(Baseline = true)]
    public object Known() => Read(_known);

    /// <summary>Decodes elements of another namespace in a domain.</summary>
    [Benchmark]
    public object Unknown() => Read(_unknown);

    /// <summary>Decodes elements of the domain namespace that the schema does not define.</summary>
    [Benchmark]
    public object Unexpected() => Read(_unexpected);

    /// <summary>Decodes extensions of an unknown namespace.</summary>
    [Benchmark]
    public object Extensions() => Read(_extensions);

    private EppResponseContent Read(byte[] document) => MessageReader.ReadResponse(document, EppXmlDialect.Standard, _schemas);

    private byte[] Response(string inDomain, string extension)
    {
        string Repeated(string element) => string.Concat(Enumerable.Repeat(element, Elements));
        return Encoding.UTF8.GetBytes($"""
            <epp xmlns="urn:ietf:params:xml:ns:epp-1.0" xmlns:d="urn:ietf:params:xml:ns:domain-1.0" xmlns:x="urn:x"><response>
              <result code="1000"><msg>OK</msg></result>
              <resData><d:infData><d:name>example.dk</d:name><d:roid>EX1-REP</d:roid>{Repeated(inDomain)}<d:clID>ClientX</d:clID></d:infData></resData>
              <extension><x:data/>{Repeated(extension)}</extension>
              <trID><svTRID>1</svTRID></trID>
            </response></epp>
            """);
    }
}
