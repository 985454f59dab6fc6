using BenchmarkDotNet.Attributes;
using EppClient.Commands;
using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Benchmarks;

/// <summary>From a command to its octets: facets checked, namespaces declared, characters escaped.</summary>
[MemoryDiagnoser]
public class EncodeBenchmarks
{
    private const string Id = "01936b5c8a7e7c3f9d5a3b2c1d0e9f8a";

    private static readonly DomainCheck Check = new("example.dk");

    private static readonly DomainInfo Info = new("example.dk");

    private static readonly DomainCreate Create = new("example.dk", DomainAuthInfo.FromPassword("2fooBAR")) { Registrant = "JD1234-DK" };

    private static readonly ContactInfo Contact = new("SH8013-DK");

    /// <summary>Whether a name is free.</summary>
    [Benchmark]
    public int CheckDomain() => MessageWriter.Command(Check, EppXmlDialect.Standard, Id).Length;

    /// <summary>What is known of a domain.</summary>
    [Benchmark]
    public int InfoDomain() => MessageWriter.Command(Info, EppXmlDialect.Standard, Id).Length;

    /// <summary>A new domain.</summary>
    [Benchmark]
    public int CreateDomain() => MessageWriter.Command(Create, EppXmlDialect.Standard, Id).Length;

    /// <summary>What is known of a contact.</summary>
    [Benchmark]
    public int InfoContact() => MessageWriter.Command(Contact, EppXmlDialect.Standard, Id).Length;
}
