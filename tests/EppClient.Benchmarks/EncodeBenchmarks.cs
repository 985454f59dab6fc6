using BenchmarkDotNet.Attributes;
using EppClient.Commands;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Benchmarks;

/// <summary>Encodes commands: checks facets, declares namespaces and escapes characters.</summary>
[MemoryDiagnoser]
public class EncodeBenchmarks
{
    private const string Id = "01936b5c8a7e7c3f9d5a3b2c1d0e9f8a";

    private static readonly DomainCheck Check = new("example.dk");

    private static readonly DomainInfo Info = new("example.dk");

    private static readonly DomainCreate Create = new("example.dk", DomainAuthInfo.FromPassword("2fooBAR")) { Registrant = "JD1234-DK" };

    private static readonly ContactInfo Contact = new("SH8013-DK");

    /// <summary>Encodes a domain check.</summary>
    [Benchmark]
    public int CheckDomain() => MessageWriter.Command(Check, EppXmlDialect.Standard, Id).Length;

    /// <summary>Encodes a domain info.</summary>
    [Benchmark]
    public int InfoDomain() => MessageWriter.Command(Info, EppXmlDialect.Standard, Id).Length;

    /// <summary>Encodes a domain create.</summary>
    [Benchmark]
    public int CreateDomain() => MessageWriter.Command(Create, EppXmlDialect.Standard, Id).Length;

    /// <summary>Encodes a contact info.</summary>
    [Benchmark]
    public int InfoContact() => MessageWriter.Command(Contact, EppXmlDialect.Standard, Id).Length;
}
