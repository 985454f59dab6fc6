using System.Globalization;
using System.Text;
using EppClient.Dk.Testing;
using EppClient.Testing.Validation;

namespace EppClient.Tests.Schemas;

public sealed class EppSchemaValidatorTests
{
    private const string Unknown = """<x:unknown xmlns:x="urn:example:unknown"/>""";

    private static readonly EppSchemaValidator Standard = EppSchemaValidator.For(EppSchemaProfile.Standard);

    private static readonly EppSchemaValidator Dk = EppSchemaValidator.For(DkSchemaProfile.Current);

    [Fact]
    public void Valid_message_has_no_errors()
    {
        Standard.Validate(Messages.Login("secret")).Should().BeEmpty();
        Dk.Validate(Messages.Login("secret-of-dk")).Should().BeEmpty();
    }

    [Fact]
    public void Message_with_byte_order_mark_is_read() => Standard.Validate((byte[])[0xEF, 0xBB, 0xBF, .. Messages.Epp("<hello/>")]).Should().BeEmpty();

    [Theory]
    [InlineData("short7c", true, false)]
    [InlineData("sixteen-letters-", true, true)]
    [InlineData("seventeen-letters", false, true)]
    [InlineData("tiny5", false, false)]
    public void Password_length_is_that_of_the_profile(string password, bool standard, bool dk)
    {
        (Standard.Validate(Messages.Login(password)).Count == 0).Should().Be(standard);
        (Dk.Validate(Messages.Login(password)).Count == 0).Should().Be(dk);
    }

    [Fact]
    public void Months_are_not_valid_for_dk()
    {
        Standard.Validate(Messages.DomainRenew("a.example", "m")).Should().BeEmpty();
        Dk.Validate(Messages.DomainRenew("a.example", "m")).Should().NotBeEmpty();
        Dk.Validate(Messages.DomainRenew("a.example", "y")).Should().BeEmpty();
    }

    [Fact]
    public void Transfer_response_without_a_decision_is_valid_for_dk_only()
    {
        Standard.Validate(Messages.TransferResponse(string.Empty)).Should().NotBeEmpty();
        Dk.Validate(Messages.TransferResponse(string.Empty)).Should().BeEmpty();
    }

    [Fact]
    public void Every_fault_is_reported_with_its_position()
    {
        var errors = Standard.Validate(Messages.Epp("\n<command><login><clID>x</clID><pw>secret</pw><pw/></login></command>"));

        errors.Should().HaveCountGreaterThan(1).And.OnlyContain(e => e.StartsWith("line 2, position ", StringComparison.Ordinal));
        errors[0].Should().Contain("clID");
    }

    [Fact]
    public void Unknown_element_is_an_error_with_strict_wildcards_only()
    {
        Standard.Validate(Messages.DomainInfo(Unknown)).Should().ContainSingle().Which.Should().Contain("unknown");
        EppSchemaValidator.For(EppSchemaProfile.Standard, EppWildcards.Lax).Validate(Messages.DomainInfo(Unknown)).Should().BeEmpty();
    }

    [Fact]
    public void Known_element_is_validated_with_lax_wildcards_too() =>
        EppSchemaValidator.For(EppSchemaProfile.Standard, EppWildcards.Lax).Validate(Messages.DomainRenew("a.example", "x")).Should().NotBeEmpty();

    [Fact]
    public void Extension_of_the_dk_registry_is_unknown_to_the_standard_set()
    {
        var message = Messages.DomainInfo("""<k:autoRenew xmlns:k="urn:dkhm:params:xml:ns:dkhm-4.5">true</k:autoRenew>""");

        Standard.Validate(message).Should().NotBeEmpty();
        Dk.Validate(message).Should().BeEmpty();
    }

    [Theory]
    [InlineData("""<other xmlns="urn:example:unknown"/>""")]
    [InlineData("""<epp/>""")]
    [InlineData("""<check xmlns="urn:ietf:params:xml:ns:domain-1.0"><name>a.example</name></check>""")]
    public void Root_must_be_the_envelope(string message) =>
        Standard.Validate(Messages.Utf8(message)).Should().NotBeEmpty().And.Contain(e => e.Contains("root", StringComparison.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("no XML")]
    [InlineData("""<epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><hello/>""")]
    [InlineData("""<epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><hello/></epp><more/>""")]
    public void Malformed_XML_is_an_error_and_not_an_exception(string message) => Standard.Validate(Messages.Utf8(message)).Should().NotBeEmpty();

    [Fact]
    public void Bytes_that_are_not_UTF8_are_an_error() => Standard.Validate((byte[])[.. "<epp>"u8, 0xFF, .. "</epp>"u8]).Should().NotBeEmpty();

    [Fact]
    public void DTD_is_refused_before_anything_is_expanded()
    {
        var message = Messages.Utf8("""<!DOCTYPE epp [<!ENTITY e "x">]><epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><hello>&e;</hello></epp>""");

        Standard.Validate(message).Should().ContainSingle().Which.Should().Contain("DTD");
    }

    [Fact]
    public void Schema_hints_in_the_message_are_not_followed()
    {
        var message = Messages.Utf8("""
            <epp xmlns="urn:ietf:params:xml:ns:epp-1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:example:unknown missing.xsd">
            <hello/></epp>
            """);

        Standard.Validate(message).Should().BeEmpty();
    }

    [Fact]
    public void Validator_of_a_set_is_created_once() => EppSchemaValidator.For(DkSchemaProfile.Current).Should().BeSameAs(Dk);

    [Fact]
    public void Schemas_of_a_registry_can_be_added_to_a_set()
    {
        const string Schema = """
            <schema targetNamespace="urn:reg" xmlns="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"><element name="level" type="int"/></schema>
            """;
        const string Response = "<epp xmlns='urn:ietf:params:xml:ns:epp-1.0'><response><result code='1000'><msg>Done</msg></result><extension><level xmlns='urn:reg'>{0}</level></extension>"
            + "<trID><svTRID>S-1</svTRID></trID></response></epp>";
        var own = EppSchemaValidator.For(EppSchemaProfile.Standard.With("reg", [() => new MemoryStream(Encoding.UTF8.GetBytes(Schema))]));

        own.Validate(Encoding.UTF8.GetBytes(string.Format(CultureInfo.InvariantCulture, Response, 7))).Should().BeEmpty();
        own.Validate(Encoding.UTF8.GetBytes(string.Format(CultureInfo.InvariantCulture, Response, "high"))).Should().ContainSingle();
        Standard.Validate(Encoding.UTF8.GetBytes(string.Format(CultureInfo.InvariantCulture, Response, 7))).Should().ContainSingle();
    }

    [Fact(Timeout = 30_000)]
    public async Task Several_threads_may_use_one_validator()
    {
        var valid = Messages.DomainRenew("a.example", "y");
        var invalid = Messages.DomainRenew(new string('a', 256), "y");
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var counts = Enumerable.Range(0, 8).Select(async _ =>
        {
            await start.Task;
            return Enumerable.Range(0, 200).Sum(_ => Dk.Validate(valid).Count + Dk.Validate(invalid).Count);
        }).ToList();
        start.SetResult();

        (await Task.WhenAll(counts)).Should().OnlyContain(c => c == 200);
    }
}
