using EppClient.SchemaGenerator.Tests.Support;
using EppClient.TestSupport.Generation;

namespace EppClient.SchemaGenerator.Tests.Constructs;

/// <summary>The names of types depend only on their schema.</summary>
public sealed class SchemaNameTests
{
    [Theory]
    [InlineData("urn:ietf:params:xml:ns:fee-0.11", "fee", "Fee011")]
    [InlineData("urn:ietf:params:xml:ns:epp:fee-1.0", "fee", "Fee")]
    [InlineData("urn:x:thing-2.1", "thing21", "Thing21")]
    [InlineData("urn:x:e164-1.1", "e164", "E164V11")]
    [InlineData("http://www.example.org/epp/thing-1.2", "tns", "Thing12")]
    [InlineData("http://www.example.org/epp/thing/1.3", "ns1", "Thing13")]
    [InlineData("urn:x:ext-thing-1.0", "ext", "ExtThing")]
    [InlineData("urn:x:thing", "thing", "Thing")]
    public void Prefix_comes_from_the_schema(string uri, string prefix, string expected) =>
        GeneratorRun.Of(Item(uri, prefix, ("Emit", "All"))).Files.Keys.Should().BeEquivalentTo($"Generated.{expected}Box.g.cs", $"Generated.{expected}Schema.g.cs");

    [Fact]
    public void Versions_exist_side_by_side_and_rename_nothing()
    {
        SchemaItem[] versions = [Item("urn:x:fee-0.11", "fee"), Item("urn:x:fee-0.12", "fee"), Item("urn:x:fee-1.0", "fee")];

        var together = GeneratorRun.Of(versions);

        together.CompilerFaults().Should().BeEmpty();
        together.Files.Keys.Should().BeEquivalentTo(versions.SelectMany(v => GeneratorRun.Of(v).Files.Keys));
    }

    [Fact]
    public void Unrelated_schemas_with_one_prefix_are_distinguished_by_their_owner()
    {
        var run = GeneratorRun.Of(
            Item("http://www.nic.example/xml/epp/domain-1.0", "domain"), Item("urn:ietf:params:xml:ns:domain-1.0", "domain", ("Emit", "All")));

        run.CompilerFaults().Should().BeEmpty();
        run.Files.Keys.Should().BeEquivalentTo(
            "Generated.DomainBox.g.cs", "Generated.DomainSchema.g.cs", "Generated.NicExampleDomainBox.g.cs", "Generated.NicExampleDomainSchema.g.cs");
    }

    [Fact]
    public void Element_named_like_the_schema_class_is_renamed()
    {
        var run = GeneratorRun.Of(new SchemaItem("a.xsd", SchemaText.Of("urn:a", SchemaText.Element("schema", "xs:token"))));

        run.CompilerFaults().Should().BeEmpty();
        run.Files.Keys.Should().BeEquivalentTo("Generated.ASchema.g.cs", "Generated.ASchemaType.g.cs");
    }

    [Fact]
    public void Project_name_that_is_not_a_namespace_is_converted_to_one()
    {
        var run = GeneratorRun.Of(string.Empty, [Item("urn:x:thing", "thing")], ("RootNamespace", "my-app.2nd"));

        run.CompilerFaults().Should().BeEmpty();
        run.Files.Keys.Should().Contain("my_app._2nd.ThingBox.g.cs");
    }

    private static SchemaItem Item(string uri, string prefix, params (string Name, string Value)[] metadata) => new(
        uri.Replace('/', '_') + ".xsd",
        $"""
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:{prefix}="{uri}" targetNamespace="{uri}">
        {SchemaText.Element("box", "xs:token")}
        </xs:schema>
        """,
        metadata);
}
