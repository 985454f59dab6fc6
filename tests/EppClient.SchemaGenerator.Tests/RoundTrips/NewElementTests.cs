using EppClient.SchemaGenerator.Tests.Support;
using EppClient.TestSupport.Generation;
using EppClient.Xml;

namespace EppClient.SchemaGenerator.Tests.RoundTrips;

/// <summary>The schema is the only source: an element added to it is in the API and in messages, without other edits.</summary>
public sealed class NewElementTests
{
    private const string Declaration = """
        namespace EppClient.Commands;
        /// <summary>Registers a domain name.</summary>
        [EppClient.Xml.EppElement("urn:ietf:params:xml:ns:domain-1.0", "create")]
        public sealed partial record DomainCreate;
        """;

    [Fact]
    public void Element_added_to_the_domain_schema_is_in_the_record_and_in_the_message()
    {
        const string Before = """      <xs:element name="registrant" type="eppcom:clIDType" minOccurs="0">""";
        var original = Repository.Schema("ietf/domain-1.0.xsd");
        var at = original.IndexOf(Before, original.IndexOf("""<xs:complexType name="createType">""", StringComparison.Ordinal), StringComparison.Ordinal);
        var extended = original.Insert(at, """      <xs:element name="orderNumber" type="eppcom:minTokenType"/>""" + "\n");

        var type = Compile(extended).GetType("Copy.DomainCreate", throwOnError: true)!;
        var schema = (EppSchema)type.Assembly.GetType("Copy.DomainSchema")!.GetProperty("Instance")!.GetValue(null)!;
        var element = Wire.Read(schema, """
            <create xmlns='urn:ietf:params:xml:ns:domain-1.0'><name>a.dk</name><orderNumber>7</orderNumber><authInfo><pw/></authInfo></create>
            """);

        type.GetProperty("OrderNumber")!.GetValue(element).Should().Be("7");
        Wire.Write(element).Should().MatchRegex("<[a-z]*:?name>a.dk<.*orderNumber>7<.*authInfo>");
    }

    [Fact]
    public void Without_the_element_there_is_no_member() =>
        Compile(Repository.Schema("ietf/domain-1.0.xsd")).GetType("Copy.DomainCreate")!.GetProperty("OrderNumber").Should().BeNull();

    private static System.Reflection.Assembly Compile(string domain)
    {
        // The types of the library are not used, so that only the copy of the schema applies.
        var run = GeneratorRun.Of(
            Declaration.Replace("EppClient.Commands", "Copy", StringComparison.Ordinal),
            new SchemaItem("domain-1.0.xsd", domain, ("ClrNamespace", "Copy"), ("TypePrefix", "Domain"), ("Emit", "All")));
        run.Diagnostics.Should().BeEmpty();
        return run.Load();
    }
}
