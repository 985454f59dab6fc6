using System.Reflection;
using System.Xml;
using System.Xml.Schema;
using EppClient.TestSupport.Generation;
using EppClient.Xml;

namespace EppClient.SchemaGenerator.Tests.Support;

/// <summary>A small schema whose generated code is compiled and loaded.</summary>
internal sealed class TestSchema
{
    private readonly Assembly _assembly;
    private readonly XmlSchemaSet _schemas = new();

    public TestSchema(string content)
    {
        var run = GeneratorRun.Of(SchemaItem.Test(content));
        run.Diagnostics.Should().BeEmpty();
        run.CompilerFaults().Should().BeEmpty();
        Code = string.Concat(run.Files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"// ==== {f.Key}\n{f.Value}\n"));
        _assembly = run.Load();
        Schema = (EppSchema)Type("TSchema").GetProperty("Instance")!.GetValue(null)!;
        foreach (var file in new[] { "eppcom", "epp", "host", "domain" })
        {
            Add(Repository.Schema($"ietf/{file}-1.0.xsd"));
        }

        Add(SchemaItem.Wrap(content));
    }

    public EppSchema Schema { get; }

    /// <summary>All emitted code.</summary>
    public string Code { get; }

    public Type Type(string name) => _assembly.GetType("Generated." + name, throwOnError: true)!;

    public Type MemberType(string type, string member) =>
        Type(type).GetProperty(member)?.PropertyType ?? throw new MissingMemberException(type, member);

    /// <summary>Reads the element, writes it, and verifies that it is equal and valid.</summary>
    /// <returns>The element that was read; <c>dynamic</c>, because its type does not exist at compile time.</returns>
    public dynamic RoundTrip(string xml)
    {
        Validate(xml);
        var element = Wire.Read(Schema, xml);
        var written = Wire.Write(element);
        Validate(written);
        Wire.Read(Schema, written).Should().Be(element);
        return element;
    }

    public IEppElement Read(string xml) => Wire.Read(Schema, xml);

    /// <summary>Reads the current element of the reader as one of the types.</summary>
    public object ReadAs(string type, EppXmlReader reader) => Type(type).GetMethod("ReadContent")!.Invoke(null, [reader])!;

    private void Add(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text));
        _schemas.Add(null, reader);
    }

    private void Validate(string xml)
    {
        var errors = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = _schemas };
        settings.ValidationEventHandler += (_, e) => errors.Add(e.Message);
        using var reader = XmlReader.Create(new StringReader(xml), settings);
        while (reader.Read())
        {
        }

        errors.Should().BeEmpty(xml);
    }
}
