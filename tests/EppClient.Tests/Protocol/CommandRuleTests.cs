using EppClient.Commands;
using EppClient.Extensions;

namespace EppClient.Tests.Protocol;

/// <summary>Rules of the RFCs that the schemas do not express: commands that violate them are not sent.</summary>
public sealed class CommandRuleTests
{
    public static TheoryData<IEppCommand, string> WithoutAChange => new()
    {
        { new DomainUpdate("a.example"), "DomainUpdate changes nothing*" },
        { new HostUpdate("ns1.example"), "HostUpdate changes nothing*" },
        { new ContactUpdate("SH8013"), "ContactUpdate changes nothing*" },
        { new ContactUpdate("SH8013") { Change = new ContactChange() }, "ContactChange changes nothing*" },
        { new OrganizationUpdate("org1"), "OrganizationUpdate changes nothing*" },
        { new OrganizationUpdate("org1") { Change = new OrganizationChange { PostalInfo = [] } }, "OrganizationChange changes nothing*" },
    };

    public static TheoryData<IEppCommand, string> WithTwoPostalInfosOfOneType => new()
    {
        { Contact(Postal("int"), Postal("int")), "ContactCreate.PostalInfo holds two of type int*" },
        { new ContactUpdate("SH8013") { Change = new ContactChange { PostalInfo = [new() { Type = ContactPostalInfoForm.Localized }, new() { Type = ContactPostalInfoForm.Localized }] } }, "ContactChange.PostalInfo holds two of type loc*" },
        { new OrganizationUpdate("org1") { Change = new OrganizationChange { PostalInfo = [new() { Type = OrganizationPostalInfoForm.Localized }, new() { Type = OrganizationPostalInfoForm.Localized }] } }, "OrganizationChange.PostalInfo holds two of type loc*" },
    };

    public static TheoryData<string, string> NotAnAddress => new()
    {
        { "8.8", "leading zeros" },
        { "8.8.8.256", "leading zeros" },
        { "8.8.8.8.8", "leading zeros" },
        { "1.2.3.", "leading zeros" },
        { "010.8.8.8", "leading zeros" },
        { "0x8.8.8.8", "leading zeros" },
        { "134744072", "leading zeros" },
        { "\u0663.1.1.1", "ASCII" },
        { "\uff11.1.1.1", "ASCII" },
        { "[::1]", "brackets" },
        { "[::1]:53", "brackets" },
        { "fe80::1%eth0", "zone" },
        { "2001:db8::/32", "prefix length" },
        { "1.2.3.4:53", "port" },
        { "::010.8.8.8", "IPv6" },
        { "1:2:3:4:5:6:7", "IPv6" },
        { "1::2::3", "IPv6" },
        { "12345::", "IPv6" },
        { "::g", "IPv6" },
    };

    [Theory]
    [MemberData(nameof(WithoutAChange))]
    public void Update_that_changes_nothing_is_refused(IEppCommand command, string message) => Refused(command, message);

    [Fact]
    public void Explicit_empty_part_of_an_update_is_sent_as_registries_document_it() =>
        EppProfiles.Standard.Preview(new DomainUpdate("a.example") { Add = new DomainUpdateItems(), Remove = new DomainUpdateItems(), Change = new DomainChange() }).Xml
            .Should().ContainAll("<domain:add />", "<domain:rem />", "<domain:chg />");

    [Fact]
    public void Part_that_removes_a_value_is_sent() =>
        EppProfiles.Standard.Preview(new DomainUpdate("a.example") { Change = new DomainChange { Registrant = string.Empty } }).Xml.Should().Contain("<domain:registrant");

    [Fact]
    public void Update_with_an_extension_may_have_no_changes()
    {
        EppProfiles.Standard.Preview(new DomainUpdate("a.example") { Extensions = [new SecDnsUpdate { Remove = SecDnsRemoval.FromAll(true) }] }).Xml.Should().NotContain("<domain:chg");
        EppProfiles.Standard.Preview(new DomainUpdate("a.example") { Change = new DomainChange(), Extensions = [RgpUpdate.Request] }).Xml.Should().Contain("<domain:chg />");
        EppProfiles.Standard.Preview(new ContactUpdate("SH8013") { Change = new ContactChange(), Extensions = [EppClient.Extensions.AdditionalEmail.None] }).Xml.Should().Contain("<contact:chg />");
    }

    [Theory]
    [MemberData(nameof(WithTwoPostalInfosOfOneType))]
    public void Two_postal_infos_of_one_type_are_refused(IEppCommand command, string message) => Refused(command, message);

    [Fact]
    public void One_postal_info_of_each_type_is_sent() =>
        EppProfiles.Standard.Preview(Contact(Postal("loc"), Postal("int"))).Xml
            .Should().ContainAll("type=\"loc\"", "type=\"int\"");

    [Fact]
    public void Default_date_is_refused()
    {
        Refused(new DomainRenew("a.example", default, 1), "DomainRenew.CurrentExpiryDate is 0001-01-01*set it*");
        var report = new RgpRestoreReport
        {
            DataBeforeDeletion = "a",
            DataAfterRestore = "b",
            DeletionTime = default,
            RestoreTime = new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero),
            RestoreReason = "c",
            Statements = [new RgpReportText { Content = "d" }, new RgpReportText { Content = "e" }],
        };
        Refused(new DomainUpdate("a.example") { Extensions = [RgpUpdate.Report(report)] }, "RgpRestoreReport.DeletionTime is 0001-01-01*");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Acknowledgment_without_a_message_is_refused(string? id) => Refused(new PollAcknowledge(id!), "PollAcknowledge.MessageId must be set*PollMessage.Id*");

    [Theory]
    [MemberData(nameof(NotAnAddress))]
    public void Invalid_IP_address_is_refused(string address, string cause)
    {
        Refused(new HostCreate("ns1.example", address), $"HostAddress.Value is not an IP address: *{cause}*; write *192.0.2.1*")
            .Message.Should().NotContain(address);
        Refused(new HostCreate("ns1.example") { Addresses = [new HostAddress { Value = address, Version = HostIpVersion.V6 }] }, "HostAddress.Value is not an IP address*");
    }

    [Theory]
    [InlineData("0.0.0.0", null)]
    [InlineData("255.255.255.255", null)]
    [InlineData(" 192.0.2.1\n", null)]
    [InlineData("::1", "v6")]
    [InlineData("2001:DB8:0:0:8:800:200C:417A", "v6")]
    [InlineData("::ffff:192.0.2.1", "v6")]
    [InlineData("1:2:3:4:5:6:7::", "v6")]
    public void IP_address_is_sent(string address, string? version) =>
        EppProfiles.Standard.Preview(new HostCreate("ns1.example", address)).Xml.Should().Contain($"<host:addr{(version is null ? string.Empty : $" ip=\"{version}\"")}>{address.Trim()}</host:addr>");

    [Fact]
    public void Address_that_contradicts_its_IP_version_is_refused()
    {
        Refused(new HostCreate("ns1.example", new HostAddress { Value = "2001:db8::1", Version = HostIpVersion.V4 }), "HostAddress.Value is an address of IPv6, but its version is set to v4*");
        Refused(new HostCreate("ns1.example", new HostAddress { Value = "192.0.2.1", Version = HostIpVersion.V6 }), "HostAddress.Value is an address of IPv4, but its version is set to v6*");
    }

    [Fact]
    public void Nonconforming_address_of_a_registry_is_read()
    {
        var response = Documents.Response("""
            <result code="1000"><msg>Done</msg></result><resData><h:infData xmlns:h="urn:ietf:params:xml:ns:host-1.0"><h:name>ns1.example</h:name><h:roid>NS1-REP</h:roid>
            <h:status s="ok"/><h:addr ip="v6">010.8.8.8</h:addr><h:addr>fe80::1%eth0</h:addr><h:clID>C</h:clID><h:crID>C</h:crID><h:crDate>2026-01-01T00:00:00Z</h:crDate></h:infData></resData>
            <trID><svTRID>S-1</svTRID></trID>
            """);

        response.Data.OfType<HostInfoResult>().Single().Addresses.Select(address => address.Value).Should().Equal("010.8.8.8", "fe80::1%eth0");
    }

    private static EppValidationException Refused(IEppCommand command, string message) =>
        FluentActions.Invoking(() => EppProfiles.Standard.Preview(command)).Should().Throw<EppValidationException>().WithMessage(message).Which;

    private static ContactCreate Contact(params IReadOnlyList<ContactPostalInfo> postalInfo) =>
        new() { Id = "SH8013", PostalInfo = postalInfo, Email = "jdoe@example.net", AuthInfo = ContactAuthInfo.FromPassword("2fooBAR") };

    private static ContactPostalInfo Postal(string type) => new()
    {
        Type = ContactPostalInfoForm.From(type)!.Value,
        Name = "Jane Doe",
        Address = new ContactAddress { City = "Odense", CountryCode = "DK" },
    };
}
