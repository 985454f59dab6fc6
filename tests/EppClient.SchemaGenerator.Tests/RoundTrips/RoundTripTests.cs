using System.Text;
using EppClient.Commands.Balance;
using EppClient.Commands.Contact;
using EppClient.Commands.Domain;
using EppClient.Commands.Host;
using EppClient.Dk;
using EppClient.Extensions.Rgp;
using EppClient.Extensions.SecDns;
using EppClient.SchemaGenerator.Tests.Support;
using EppClient.Testing.Validation;
using EppClient.Xml;

namespace EppClient.SchemaGenerator.Tests.RoundTrips;

/// <summary>What our own types write is valid, and reading it gives the same again.</summary>
public sealed class RoundTripTests
{
    private static readonly EppSchemaValidator Validator = EppSchemaValidator.For(EppSchemaProfile.Dk);

    private static readonly EppSchemaSet Schemas = new(
    [
        DomainSchema.Instance, HostSchema.Instance, ContactSchema.Instance, BalanceSchema.Instance, SecDnsSchema.Instance, RgpSchema.Instance, DkhmSchema.Instance,
    ]);

    public static TheoryData<string> Requests { get; } = [.. Samples.Requests.Keys];

    public static TheoryData<string> Answers { get; } = [.. Samples.Answers.Keys];

    [Theory]
    [MemberData(nameof(Requests))]
    public void Request_is_valid_and_reads_back_equal(string name)
    {
        var (verb, element) = Samples.Requests[name];

        var xml = Wire.Write(element);

        var body = verb == "extension" ? $"<update><x xmlns='urn:x'/></update><extension>{xml}</extension>" : $"<{verb}>{xml}</{verb}>";
        Validate($"<command>{body.Replace("<x xmlns='urn:x'/>", Wire.Write(new DomainUpdate("a.example")), StringComparison.Ordinal)}</command>");
        Read(xml).Should().Be(element);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void Answer_is_valid_and_reads_back_equal(string name)
    {
        var (place, element) = Samples.Answers[name];

        var xml = Wire.Write(element);

        Validate($"<response><result code='1000'><msg>OK</msg></result><{place}>{xml}</{place}><trID><svTRID>S-1</svTRID></trID></response>");
        Read(xml).Should().Be(element);
    }

    [Fact]
    public void Nothing_secret_or_personal_is_printed()
    {
        var printed = string.Join('\n', Samples.Requests.Values.Select(r => r.Element).Concat(Samples.Answers.Values.Select(a => a.Element)));

        printed.Should().ContainAll("DomainCreate", "a.example", "***")
            .And.NotContainAny("s3cret", "REG-TRANSFER-00", "Jens", "jens@", "Gade 1", "12345678");
    }

    [Theory]
    [InlineData("domain-1.0", "pw", EppSensitivity.Secret)]
    [InlineData("contact-1.0", "email", EppSensitivity.Personal)]
    [InlineData("contact-1.0", "voice", EppSensitivity.Personal)]
    [InlineData("domain-1.0", "name", EppSensitivity.None)]
    public void Schema_knows_what_must_not_be_shown(string schema, string element, EppSensitivity expected) =>
        Schemas.SensitivityOf("urn:ietf:params:xml:ns:" + schema, element).Should().Be(expected);

    private static IEppElement Read(string xml)
    {
        using var reader = Wire.Reader(xml);
        return Schemas.Read(reader);
    }

    private static void Validate(string content) =>
        Validator.Validate(Encoding.UTF8.GetBytes($"<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'>{content}</epp>")).Should().BeEmpty(content);
}
