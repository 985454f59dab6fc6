
namespace EppClient.SchemaGenerator.Tests.Conformance;

/// <summary>Runs the program on small sets with known results.</summary>
public sealed class ProgramTests
{
    private const string Pair = """
        <xs:element name="pair" type="t:pairType"/>
        <xs:complexType name="pairType">
          <xs:sequence><xs:element name="first" type="xs:token"/><xs:element name="second" type="xs:int" minOccurs="0"/></xs:sequence>
        </xs:complexType>
        """;

    private static readonly string GoodSchema = ToySet.Schema(Pair);

    private static readonly string GoodMessage = ToySet.Message("<t:pair><t:first>a</t:first><t:second>7</t:second></t:pair>");

    [Fact]
    public void Valid_schemas_and_messages_succeed()
    {
        using var set = new ToySet().WithSchema("toy-1.0.xsd", GoodSchema).WithMessage("a.xml", GoodMessage).WithMessage("deep/b.XML", GoodMessage);

        var outcome = set.Run();

        outcome.Problems.Should().BeEmpty();
        outcome.Summary.Should().Be("schemas compiled 1 of 1; types 1; messages read 2 of 2; written back equal 2 of 2");
        outcome.ExitCode.Should().Be(0);
    }

    [Fact]
    public void Schemas_alone_can_be_checked()
    {
        using var set = new ToySet().WithSchema("toy-1.0.xsd", GoodSchema);

        var outcome = Outcome.Of("--schemas", set.Schemas);

        outcome.Should().BeEquivalentTo(
            new { ExitCode = 0, Summary = "schemas compiled 1 of 1; types 1; messages read 0 of 0; written back equal 0 of 0" });
    }

    [Fact]
    public void Broken_schema_is_reported_and_the_others_are_checked()
    {
        using var set = new ToySet()
            .WithSchema("broken.xsd", GoodSchema.Replace("urn:toy", "urn:broken", StringComparison.Ordinal).Replace("xs:int", "t:nowhere", StringComparison.Ordinal))
            .WithSchema("toy-1.0.xsd", GoodSchema)
            .WithMessage("a.xml", GoodMessage);

        var outcome = set.Run();

        outcome.Problems.Should().ContainSingle().Which.Should().MatchRegex(@"broken\.xsd\(4,\d+\): warning EPP1007: .*nowhere");
        outcome.Summary.Should().Be("schemas compiled 1 of 2; types 1; messages read 1 of 1; written back equal 1 of 1");
        outcome.ExitCode.Should().Be(1);
    }

    [Fact]
    public void Invalid_message_is_reported_and_still_read()
    {
        using var set = new ToySet()
            .WithSchema("toy-1.0.xsd", GoodSchema)
            .WithMessage("long.xml", ToySet.Message("<t:pair><t:first>a</t:first><t:second>7</t:second><t:third/></t:pair>"));

        var outcome = set.Run();

        outcome.Problems.Should().ContainSingle().Which.Should().MatchRegex(@"long\.xml\(2,\d+\): not valid against the schemas: .*third");
        outcome.Summary.Should().EndWith("messages read 1 of 1; written back equal 1 of 1");
        outcome.ExitCode.Should().Be(1);
    }

    [Fact]
    public void Message_that_changes_in_the_round_trip_is_reported_with_its_location()
    {
        using var set = new ToySet()
            .WithSchema("toy-1.0.xsd", GoodSchema)
            .WithMessage("turned.xml", ToySet.Message("<t:pair><t:second>7</t:second><t:first>a</t:first></t:pair>"));

        var outcome = set.Run();

        outcome.Problems.Should().HaveCount(2);
        outcome.Problems[1].Should().MatchRegex(@"turned\.xml\(\d+,\d+\): not written back equal: .*pair/second: changed places with urn:toy:first");
        outcome.Summary.Should().EndWith("messages read 1 of 1; written back equal 0 of 1");
    }

    [Fact]
    public void Unreadable_message_is_reported()
    {
        using var set = new ToySet()
            .WithSchema("toy-1.0.xsd", GoodSchema)
            .WithMessage("short.xml", ToySet.Message("<t:pair/>"));

        var outcome = set.Run();

        outcome.Problems.Should().Contain(p => p.Contains("cannot be read", StringComparison.Ordinal) && p.Contains("first", StringComparison.Ordinal));
        outcome.Summary.Should().EndWith("messages read 0 of 1; written back equal 0 of 1");
    }

    [Fact]
    public void Files_that_are_not_messages_are_reported()
    {
        using var set = new ToySet()
            .WithSchema("toy-1.0.xsd", GoodSchema)
            .WithMessage("cut.xml", "<epp")
            .WithMessage("empty.xml", string.Empty)
            .WithMessage("octets.xml", "\0\u0001\u0002")
            .WithMessage("other.xml", "<project/>")
            .WithMessage("trap.xml", "<!DOCTYPE epp [<!ENTITY a 'b'>]><epp xmlns='urn:ietf:params:xml:ns:epp-1.0'>&a;</epp>");

        var outcome = set.Run();

        outcome.Problems.Should().HaveCount(5);
        outcome.Problems.Where(p => p.Contains(": not well-formed", StringComparison.Ordinal)).Should().HaveCount(4);
        outcome.Problems.Should().ContainSingle(p => p.Contains("other.xml(1,2): not a message of these schemas", StringComparison.Ordinal));
        outcome.Summary.Should().EndWith("messages read 0 of 5; written back equal 0 of 5");
    }

    [Fact]
    public void Given_schema_replaces_the_bundled_one()
    {
        using var set = new ToySet()
            .WithSchema("rgp-1.0.xsd", """
                <schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:ietf:params:xml:ns:rgp-1.0">
                  <simpleType name="onlyHere"><restriction base="token"><maxLength value="3"/></restriction></simpleType>
                </schema>
                """)
            .WithSchema("toy-1.0.xsd", """
                <schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:c="urn:ietf:params:xml:ns:rgp-1.0" targetNamespace="urn:toy">
                  <import namespace="urn:ietf:params:xml:ns:rgp-1.0"/>
                  <element name="short" type="c:onlyHere"/>
                </schema>
                """);

        Outcome.Of("--schemas", set.Schemas, "--emit-all").Should().BeEquivalentTo(new { ExitCode = 0, Problems = Array.Empty<string>() });
        var outcome = Outcome.Of("--schemas", set.Schemas);
        outcome.Problems.Should().ContainSingle("a project uses the types of EppClient, which have a different shape").Which.Should().Contain("EPP1011");
    }

    [Theory]
    [InlineData]
    [InlineData("--emit-all")]
    public void Files_that_include_a_schema_of_the_RFCs_and_add_to_it_are_typed(params string[] more)
    {
        using var set = new ToySet()
            .WithSchema("domain-wrap.xsd", """
                <schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:domain="urn:ietf:params:xml:ns:domain-1.0" targetNamespace="urn:ietf:params:xml:ns:domain-1.0" elementFormDefault="qualified">
                  <include schemaLocation="domain-1.0.xsd"/>
                  <element name="status" type="domain:statusType"/>
                  <element name="level" type="domain:levelType"/>
                  <simpleType name="levelType"><restriction base="token"><enumeration value="low"/><enumeration value="high"/></restriction></simpleType>
                </schema>
                """)
            .WithSchema("toy-1.0.xsd", """
                <schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:domain="urn:ietf:params:xml:ns:domain-1.0" targetNamespace="urn:toy" elementFormDefault="qualified">
                  <import namespace="urn:ietf:params:xml:ns:domain-1.0" schemaLocation="domain-wrap.xsd"/>
                  <element name="state"><complexType><sequence><element ref="domain:status" maxOccurs="unbounded"/><element ref="domain:level" minOccurs="0"/></sequence></complexType></element>
                </schema>
                """)
            .WithMessage("state.xml", ToySet.Message("""
                <t:state xmlns:domain="urn:ietf:params:xml:ns:domain-1.0"><domain:status s="pendingDelete" lang="en"/><domain:status s="ok">text</domain:status><domain:level>high</domain:level></t:state>
                """))
            .WithMessage("alone.xml", ToySet.Message("""
                <domain:status xmlns:domain="urn:ietf:params:xml:ns:domain-1.0" s="ok"/><domain:level xmlns:domain="urn:ietf:params:xml:ns:domain-1.0">low</domain:level>
                """));

        var outcome = set.Run(more);

        outcome.Problems.Should().BeEmpty();
        outcome.Summary.Should().StartWith("schemas compiled 2 of 2;").And.EndWith("messages read 2 of 2; written back equal 2 of 2");
    }

    [Fact]
    public void Text_after_a_schema_is_reported_and_the_schema_is_used()
    {
        using var set = new ToySet().WithSchema("toy-1.0.xsd", GoodSchema + "\n<!-- fine -->\nnot fine <b/>").WithMessage("a.xml", GoodMessage);

        var outcome = set.Run();

        outcome.Problems.Should().ContainSingle().Which.Should().MatchRegex(@"toy-1\.0\.xsd\(8,\d+\): warning EPP1014");
        outcome.Summary.Should().EndWith("messages read 1 of 1; written back equal 1 of 1");
    }

    [Fact]
    public void Copies_in_two_folders_count_as_one_schema()
    {
        using var set = new ToySet().WithSchema("one/toy-1.0.xsd", GoodSchema).WithSchema("two/toy.xsd", GoodSchema);

        var outcome = Outcome.Of("--schemas", Path.Combine(set.Schemas, "one"), "--schemas", Path.Combine(set.Schemas, "two"));

        outcome.Summary.Should().StartWith("schemas compiled 2 of 2; types 1;");
    }

    [Fact]
    public void Folder_without_files_is_a_failure()
    {
        using var set = new ToySet().WithSchema("toy-1.0.xsd", GoodSchema);

        var outcome = set.Run();

        outcome.Problems.Should().ContainSingle().Which.Should().Contain("there is no file to check below this folder");
        outcome.ExitCode.Should().Be(1);
    }
}
