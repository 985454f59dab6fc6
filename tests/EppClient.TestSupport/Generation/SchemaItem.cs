using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace EppClient.TestSupport.Generation;

/// <summary>An <c>EppSchema</c> item, with its metadata.</summary>
public sealed class SchemaItem(string path, string text, params (string Name, string Value)[] metadata) : AdditionalText
{
    public override string Path { get; } = path;

    public IReadOnlyDictionary<string, string> Metadata { get; } = metadata.ToDictionary(m => m.Name, m => m.Value);

    /// <summary>Creates a schema with the usual declarations; the content uses the prefix <c>t</c> for the target namespace.</summary>
    public static SchemaItem Test(string content, params (string Name, string Value)[] metadata) => new("test-1.0.xsd", Wrap(content), metadata);

    public static string Wrap(string content) => $"""
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:test" xmlns:eppcom="urn:ietf:params:xml:ns:eppcom-1.0"
          xmlns:domain="urn:ietf:params:xml:ns:domain-1.0" xmlns:e="urn:eppclient:annotations" targetNamespace="urn:test" elementFormDefault="qualified">
        <xs:import namespace="urn:ietf:params:xml:ns:eppcom-1.0"/>
        <xs:import namespace="urn:ietf:params:xml:ns:domain-1.0"/>
        {content}
        </xs:schema>
        """;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
