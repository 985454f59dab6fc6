using System.Text;
using EppClient.Commands;
using EppClient.Protocol;
using EppClient.Tests.Protocol;
using EppClient.Xml;

namespace EppClient.Tests.Xml;

public sealed class NamespaceMappingTests
{
    private static readonly EppXmlDialect Dialect = new()
    {
        Namespaces = [new(EppNamespaces.Epp, "https://registry.example/schema/epp-3.1.xsd"), new(EppNamespaces.Domain, "https://registry.example/schema/domain-3.2.xsd")],
    };

    [Fact]
    public void Commands_are_written_in_the_registrys_namespaces_with_the_usual_prefixes()
    {
        var document = Encoding.UTF8.GetString(MessageWriter.Command(new DomainInfo("a.example"), Dialect, "C-1").Span);

        document.Should().ContainAll(
            "<epp xmlns=\"https://registry.example/schema/epp-3.1.xsd\"><command><info>", "<domain:info xmlns:domain=\"https://registry.example/schema/domain-3.2.xsd\">")
            .And.NotContain("urn:ietf");
    }

    [Fact]
    public void Responses_are_read_in_the_registrys_namespaces()
    {
        var content = MessageReader.ReadResponse(
            Documents.Utf8("""
                <epp xmlns="https://registry.example/schema/epp-3.1.xsd"><response><result code="1000"><msg>Done</msg></result><resData>
                <d:creData xmlns:d="https://registry.example/schema/domain-3.2.xsd"><d:name>a.example</d:name><d:crDate>2026-11-01T10:00:00.0Z</d:crDate></d:creData></resData>
                <trID><svTRID>S-1</svTRID></trID></response></epp>
                """),
            Dialect,
            Documents.Schemas);

        content.Data.Should().ContainSingle().Which.Should().BeOfType<DomainCreateResult>().Which.Name.Should().Be("a.example");
    }

    [Fact]
    public void EPP_in_a_namespace_unknown_to_the_profile_is_reported_as_such() =>
        FluentActions.Invoking(() => MessageReader.ReadGreeting(Documents.Utf8("<epp xmlns='https://registry.example/schema/epp-3.1.xsd'><greeting/></epp>"), EppXmlDialect.Standard))
            .Should().Throw<EppProtocolException>().WithMessage("*EPP, but of namespace https://registry.example/schema/epp-3.1.xsd*EppProfile.Namespaces*");

    [Fact]
    public void Older_version_and_replaced_namespace_can_be_combined()
    {
        var dialect = new EppXmlDialect
        {
            Versions = [new EppSchemaVersion("urn:example:old", "urn:example:new")],
            Namespaces = [new("urn:example:old", "https://registry.example/old")],
        };

        dialect.ToWire("urn:example:new").Should().Be("https://registry.example/old");
        dialect.ToCanonical("https://registry.example/old").Should().Be("urn:example:new");
    }

    [Fact]
    public void Namespace_that_is_mapped_twice_is_an_error() =>
        FluentActions.Invoking(() => new EppXmlDialect { Namespaces = [new("urn:a", "urn:x"), new("urn:a", "urn:y")] }).Should().Throw<ArgumentException>();
}
