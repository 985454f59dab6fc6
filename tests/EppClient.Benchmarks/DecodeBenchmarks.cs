using System.Xml;
using BenchmarkDotNet.Attributes;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Benchmarks;

/// <summary>Decodes the bytes of a message with the generated readers. The baseline is System.Xml reading the same bytes without creating objects.</summary>
[MemoryDiagnoser]
public class DecodeBenchmarks
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, IgnoreComments = true, IgnoreProcessingInstructions = true };

    private readonly EppSchemaSet _schemas = new(EppProfiles.Standard.Schemas);
    private byte[] _document = [];

    /// <summary>The kind of message.</summary>
    [Params("greeting", "check", "info domain", "info contact", "poll", "refusal")]
    public string Message { get; set; } = string.Empty;

    /// <summary>Selects the message.</summary>
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

    /// <summary>Reads all nodes but no values with System.Xml.</summary>
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

    /// <summary>Reads the typed message.</summary>
    [Benchmark]
    public object Typed() => Message == "greeting"
        ? MessageReader.ReadGreeting(_document, EppXmlDialect.Standard)
        : MessageReader.ReadResponse(_document, EppXmlDialect.Standard, _schemas);
}
