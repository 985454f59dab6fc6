using EppClient.Extensions;
using EppClient.SchemaGenerator.Tests.Support;
using EppClient.TestSupport.Generation;

namespace EppClient.SchemaGenerator.Tests.Foreign;

/// <summary>The bundled extensions of the RFCs, used from a project that references the package.</summary>
public sealed class BundledExtensionTests
{
    private const string Usings = """
        using EppClient.Commands;
        using EppClient.Extensions;

        """;

    [Fact]
    public void A_schema_that_imports_a_bundled_one_uses_its_types()
    {
        var item = new SchemaItem("xyz-1.0.xsd", """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:x="urn:test" xmlns:fee="urn:ietf:params:xml:ns:epp:fee-1.0"
              xmlns:mark="urn:ietf:params:xml:ns:mark-1.0" targetNamespace="urn:test" elementFormDefault="qualified">
              <xs:import namespace="urn:ietf:params:xml:ns:epp:fee-1.0"/>
              <xs:import namespace="urn:ietf:params:xml:ns:mark-1.0" schemaLocation="http://a.example/mark.xsd"/>
              <xs:element name="offer"><xs:complexType><xs:sequence>
                <xs:element name="price" type="fee:feeType" maxOccurs="2"/>
                <xs:element ref="mark:mark"/>
              </xs:sequence></xs:complexType></xs:element>
            </xs:schema>
            """);

        var run = GeneratorRun.Of(item);

        run.Diagnostics.Should().BeEmpty();
        run.CompilerFaults().Should().BeEmpty();
        run.Files.Keys.Should().BeEquivalentTo("Generated.TestOffer.g.cs", "Generated.TestSchema.g.cs");
        var offer = run.Load().GetType("Generated.TestOffer")!;
        offer.GetProperty("Prices")!.PropertyType.Should().Be<IReadOnlyList<FeeAmount>>();
        offer.GetProperty("Mark")!.PropertyType.Should().Be<Mark>();
    }

    [Theory]
    [InlineData("new DomainCheck(\"a.example\")", "new FeeCheck()", true)]
    [InlineData("new DomainCheck(\"a.example\")", "new FeeCreate()", false)]
    [InlineData("new DomainDelete(\"a.example\")", "new LaunchDelete()", true)]
    [InlineData("new DomainDelete(\"a.example\")", "new LaunchUpdate()", false)]
    [InlineData("new DomainInfo(\"a.example\")", "new AllocationTokenInfo()", true)]
    [InlineData("new DomainInfo(\"a.example\")", "new AllocationToken(\"t\")", false)]
    [InlineData("new DomainCheck(\"a.example\")", "new AllocationToken(\"t\")", true)]
    [InlineData("new HostCreate(\"a.example\")", "new TimeToLiveCreate()", true)]
    [InlineData("new HostUpdate(\"a.example\")", "new TimeToLiveCreate()", false)]
    [InlineData("new ContactUpdate(\"C-1\")", "new AdditionalEmail(\"a@b\")", true)]
    [InlineData("new ContactDelete(\"C-1\")", "new AdditionalEmail(\"a@b\")", false)]
    [InlineData("new ContactUpdate(\"C-1\")", "new OrganizationLinkUpdate()", true)]
    [InlineData("new ContactUpdate(\"C-1\")", "new OrganizationLinkCreate()", false)]
    public void An_extension_on_the_wrong_command_does_not_compile(string command, string extension, bool fits)
    {
        // Members missing from the example are separate errors.
        var faults = GeneratorRun.Of($"{Usings}class Example {{ object Command = {command} with {{ Extensions = [{extension}] }}; }}").CompilerFaults();

        faults.Any(f => f.Id is "CS0029" or "CS0266" or "CS1503").Should().Be(!fits);
    }
}
