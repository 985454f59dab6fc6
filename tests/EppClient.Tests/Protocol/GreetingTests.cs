using EppClient.Protocol;
using EppClient.Xml;

namespace EppClient.Tests.Protocol;

public sealed class GreetingTests
{
    private const string Full = """
        <svID>Example
         registry</svID><svDate>2026-11-01T10:20:30.5+01:00</svDate>
        <svcMenu><version>1.0</version><version>1.1</version><lang>en</lang><lang>da-DK</lang>
        <objURI>urn:ietf:params:xml:ns:domain-1.0</objURI><objURI> urn:ietf:params:xml:ns:host-1.0 </objURI>
        <svcExtension><extURI>urn:ietf:params:xml:ns:secDNS-1.1</extURI><extURI>urn:example:x-1.0</extURI></svcExtension></svcMenu>
        <dcp><access><personalAndOther/></access>
        <statement><purpose><admin/><prov/></purpose><recipient><ours><recDesc>We</recDesc></ours><public/></recipient><retention><legal/></retention></statement>
        <statement><purpose><contact/></purpose><recipient><same/></recipient><retention><none/></retention></statement>
        <expiry><relative>P1Y</relative></expiry></dcp>
        """;

    [Fact]
    public void All_parts_are_read()
    {
        var greeting = Documents.Greeting(Full);

        greeting.Should().BeEquivalentTo(new EppGreeting
        {
            ServerId = "Example  registry",
            ServerDate = new DateTimeOffset(2026, 11, 1, 9, 20, 30, 500, TimeSpan.Zero),
            Versions = ["1.0", "1.1"],
            Languages = ["en", "da-DK"],
            ObjectUris = [EppNamespaces.Domain, EppNamespaces.Host],
            ExtensionUris = [EppNamespaces.SecDns, "urn:example:x-1.0"],
            DataCollectionPolicy = new EppDataCollectionPolicy
            {
                Access = "personalAndOther",
                Statements =
                [
                    new EppDataCollectionStatement { Purposes = ["admin", "prov"], Recipients = ["ours", "public"], Retention = "legal" },
                    new EppDataCollectionStatement { Purposes = ["contact"], Recipients = ["same"], Retention = "none" },
                ],
            },
        });
    }

    [Fact]
    public void Parts_that_a_session_does_not_need_may_be_missing()
    {
        var greeting = Documents.Greeting("<svDate>2026-11-01T10:20:30Z</svDate><later><unknown/></later>");

        greeting.ServerId.Should().BeEmpty();
        greeting.ObjectUris.Should().BeEmpty();
        greeting.ExtensionUris.Should().BeEmpty();
        greeting.DataCollectionPolicy.Should().BeNull();
    }

    [Theory]
    [InlineData("<svID>x</svID>", EppReadFault.Missing)]
    [InlineData("<svID>x</svID><svDate/>", EppReadFault.Unreadable)]
    [InlineData("<svID>x</svID><svDate>yesterday</svDate>", EppReadFault.Unreadable)]
    public void Greeting_without_a_readable_date_is_a_greeting(string content, EppReadFault fault)
    {
        var greeting = Documents.Greeting(content);

        greeting.ServerId.Should().Be("x");
        greeting.ReadDiagnostics.Should().Contain(d => d.Path == "epp/greeting/svDate" && d.Fault == fault);
        greeting.Invoking(g => g.ServerDate).Should().Throw<EppUnreadableMemberException>().WithMessage("EppGreeting.ServerDate cannot be read*(at epp/greeting/svDate).");
        greeting.ToString().Should().Be("x");
        (greeting with { ServerDate = default }).ServerDate.Should().Be(default);
    }

    [Theory]
    [InlineData("<response/>")]
    [InlineData("")]
    [InlineData("<greeting xmlns='urn:example:x-1.0'/>")]
    public void Message_without_a_greeting_is_a_protocol_error(string body)
    {
        var act = () => MessageReader.ReadGreeting(Documents.Utf8(Documents.Epp(body)), EppXmlDialect.Standard);

        act.Should().Throw<EppProtocolException>().WithMessage("A greeting was expected*").Which.XmlPath.Should().Be("epp");
    }

    [Fact]
    public void Document_truncated_after_the_greeting_is_a_protocol_error_for_strict_reading_only()
    {
        var document = Documents.Utf8(Documents.Epp($"<greeting>{Full}</greeting>")[..^3]);
        var strictly = () => MessageReader.ReadGreeting(document, new EppXmlDialect { ReadMode = EppReadMode.Strict });

        strictly.Should().Throw<EppProtocolException>().WithMessage("The message is not well-formed XML*");
        MessageReader.ReadGreeting(document, EppXmlDialect.Standard).ExtensionUris.Should().Equal(EppNamespaces.SecDns, "urn:example:x-1.0");
    }

    [Fact]
    public void Document_without_services_that_is_not_well_formed_is_a_protocol_error()
    {
        var document = Documents.Utf8(Documents.Epp("<greeting><svID>x</svID></greeting>")[..^3]);
        var act = () => MessageReader.ReadGreeting(document, EppXmlDialect.Standard);

        act.Should().Throw<EppProtocolException>().WithMessage("The message is not well-formed XML*");
    }
}
