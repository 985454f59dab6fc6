using System.Xml;
using BenchmarkDotNet.Attributes;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Benchmarks;

/// <summary>From the octets of a message to its object, by the generated readers; System.Xml passing over the same octets without making anything of them is the yardstick.</summary>
[MemoryDiagnoser]
public class DecodeBenchmarks
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, IgnoreComments = true, IgnoreProcessingInstructions = true };

    private readonly EppSchemaSet _schemas = new(EppProfiles.Standard.Schemas);
    private byte[] _document = [];

    /// <summary>The kind of message.</summary>
    [Params("greeting", "check", "info domain", "info contact", "poll", "refusal")]
    public string Message { get; set; } = string.Empty;

    /// <summary>Picks the message.</summary>
    [GlobalSetup]
    public void Setup() => _document = Message switch
    {
        "greeting" => SampleMessages.Greeting,
        "check" => SampleMessages.CheckDomain,
        "info domain" => SampleMessages.InfoDomain,
        "info contact" => SampleMessages.InfoContact,
        "poll" => SampleMessages.Poll,
        _ => SampleMessages.Refusal,
    };

    /// <summary>System.Xml, all nodes and no values.</summary>
    [Benchmark(Baseline = true)]
    public int SystemXml()
    {
        using var reader = XmlReader.Create(new MemoryStream(_document, writable: false), Settings);
        var nodes = 0;
        while (reader.Read())
        {
            nodes++;
        }

        return nodes;
    }

    /// <summary>The typed message.</summary>
    [Benchmark]
    public object Typed() => Message == "greeting"
        ? MessageReader.ReadGreeting(_document, EppXmlDialect.Standard)
        : MessageReader.ReadResponse(_document, EppXmlDialect.Standard, _schemas);
}
