using System.Text;
using EppClient.Commands;
using EppClient.Dk;
using EppClient.Dk.Testing;
using EppClient.Iana;
using EppClient.SchemaGenerator.Tests.Support;
using EppClient.Testing.Validation;
using EppClient.Xml;

namespace EppClient.SchemaGenerator.Tests.RoundTrips;

/// <summary>The library's types write valid XML, and reading it returns equal values.</summary>
public sealed class RoundTripTests
{
    private static readonly EppSchemaValidator Validator = EppSchemaValidator.For(DkSchemaProfile.Current);

    private static readonly EppSchemaSet Schemas = new([.. DkProfile.Current.Schemas, .. IanaSchemas.All, SecDns10Schema.Instance]);

    private static readonly Dictionary<string, (string Verb, IEppElement Element)> AllRequests = new(Samples.Requests.Concat(ExtensionSamples.Requests));

    private static readonly Dictionary<string, (string Place, IEppElement Element)> AllResponses = new(Samples.Responses.Concat(ExtensionSamples.Responses));

    public static TheoryData<string> Requests { get; } = [.. AllRequests.Keys];

    public static TheoryData<string> Responses { get; } = [.. AllResponses.Keys];

    [Theory]
    [MemberData(nameof(Requests))]
    public void Request_is_valid_and_reads_back_equal(string name)
    {
        var (verb, element) = AllRequests[name];

        var xml = Wire.Write(element);

        var body = verb == "extension" ? $"<update><x xmlns='urn:x'/></update><extension>{xml}</extension>" : $"<{verb}>{xml}</{verb}>";
        Validate($"<command>{body.Replace("<x xmlns='urn:x'/>", Wire.Write(new DomainUpdate("a.example")), StringComparison.Ordinal)}</command>");
        Read(xml).Should().Be(element);
    }

    [Theory]
    [MemberData(nameof(Responses))]
    public void Response_is_valid_and_reads_back_equal(string name)
    {
        var (place, element) = AllResponses[name];

        var xml = Wire.Write(element);

        Validate($"<response><result code='1000'><msg>OK</msg></result><{place}>{xml}</{place}><trID><svTRID>S-1</svTRID></trID></response>");
        Read(xml).Should().Be(element);
    }

    [Fact]
    public void Secret_and_personal_data_are_not_printed()
    {
        var printed = string.Join('\n', AllRequests.Values.Select(r => r.Element).Concat(AllResponses.Values.Select(a => a.Element)));

        printed.Should().ContainAll("DomainCreate", "a.example", "***")
            .And.NotContainAny("s3cret", "REG-TRANSFER-00", "Jens", "jens@", "Gade 1", "12345678");
    }

    [Theory]
    [InlineData("domain-1.0", "pw", EppSensitivity.Secret)]
    [InlineData("contact-1.0", "email", EppSensitivity.Personal)]
    [InlineData("contact-1.0", "voice", EppSensitivity.Personal)]
    [InlineData("domain-1.0", "name", EppSensitivity.None)]
    [InlineData("allocationToken-1.0", "allocationToken", EppSensitivity.Secret)]
    [InlineData("launch-1.0", "code", EppSensitivity.Secret)]
    [InlineData("mark-1.0", "street", EppSensitivity.Personal)]
    [InlineData("signedMark-1.0", "encodedSignedMark", EppSensitivity.Personal)]
    [InlineData("epp:org-1.0", "voice", EppSensitivity.Personal)]
    [InlineData("epp:addlEmail-1.0", "email", EppSensitivity.Personal)]
    [InlineData("changePoll-1.0", "who", EppSensitivity.Personal)]
    public void Schema_identifies_sensitive_elements(string schema, string element, EppSensitivity expected) =>
        Schemas.SensitivityOf("urn:ietf:params:xml:ns:" + schema, element).Should().Be(expected);

    private static IEppElement Read(string xml)
    {
        using var reader = Wire.Reader(xml, schemas: Schemas);
        return Schemas.Read(reader);
    }

    private static void Validate(string content) =>
        Validator.Validate(Encoding.UTF8.GetBytes($"<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'>{content}</epp>")).Should().BeEmpty(content);
}
