using System.Text;
using EppClient.Commands;
using EppClient.Extensions;
using EppClient.Xml;

namespace EppClient.Tests.Xml;

public sealed class TolerantReadingTests
{
    private const string Domain = "xmlns:d='urn:ietf:params:xml:ns:domain-1.0'";

    [Theory]
    [InlineData("2026-09-20T07:09:20.000000+0000", "2026-09-20T07:09:20+00:00", EppReadFault.NonstandardForm)]
    [InlineData("2026-09-20T07:09:25.000000+0200", "2026-09-20T07:09:25+02:00", EppReadFault.NonstandardForm)]
    [InlineData("2026-09-20T07:09:25+02", "2026-09-20T07:09:25+02:00", EppReadFault.NonstandardForm)]
    [InlineData("2026-09-20 07:09:25Z", "2026-09-20T07:09:25+00:00", EppReadFault.NonstandardForm)]
    [InlineData(" 2026-09-20   07:09:25 ", "2026-09-20T07:09:25+00:00", EppReadFault.Assumed)]
    [InlineData("2026-09-20 07:09:25 UTC", "2026-09-20T07:09:25+00:00", EppReadFault.NonstandardForm)]
    [InlineData("2026-09-20T07:09:25,5-05:30", "2026-09-20T07:09:25.5-05:30", EppReadFault.NonstandardForm)]
    [InlineData("2026-09-20t07:09z", "2026-09-20T07:09:00+00:00", EppReadFault.NonstandardForm)]
    [InlineData("20260920T070925Z", "2026-09-20T07:09:25+00:00", EppReadFault.NonstandardForm)]
    [InlineData("2026-09-20", "2026-09-20T00:00:00+00:00", EppReadFault.Assumed)]
    [InlineData("2026-09-20+02:00", "2026-09-20T00:00:00+02:00", EppReadFault.Assumed)]
    public void Unambiguous_date_and_time_is_read_with_its_offset(string text, string expected, EppReadFault fault)
    {
        using var reader = Tolerant($"<t>{text}</t>");

        var value = reader.ReadDateTime();

        value.Should().Be(DateTimeOffset.Parse(expected, null));
        value!.Value.Offset.Should().Be(DateTimeOffset.Parse(expected, null).Offset);
        reader.Diagnostics.Should().ContainSingle().Which.Should().Match<EppReadDiagnostic>(d => d.Fault == fault && d.Path == "t" && d.Raw == text);
    }

    [Fact]
    public void Date_and_time_without_a_zone_is_UTC_with_a_diagnostic()
    {
        using var reader = Tolerant("<t>2026-06-07T02:05:52.2671234567</t>");

        reader.ReadDateTime().Should().Be(new DateTimeOffset(2026, 6, 7, 2, 5, 52, TimeSpan.Zero).AddTicks(2_671_234));
        reader.Diagnostics.Should().ContainSingle().Which.Fault.Should().Be(EppReadFault.Assumed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000-00-00")]
    [InlineData("0000-00-00T00:00:00.0Z")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("2026-02-30")]
    [InlineData("2026-09-20T25:00:00Z")]
    [InlineData("20.09.2026 07:09")]
    [InlineData("09/20/2026")]
    [InlineData("2026-0920")]
    [InlineData("Sun, 20 Sep 2026 07:09:20 GMT")]
    [InlineData("1790000000")]
    [InlineData("2026-09-20T07:09:25+25:00")]
    public void Ambiguous_date_and_time_is_kept_unchanged(string text)
    {
        using var reader = Tolerant($"<t>{text}</t>");

        reader.ReadDateTime().Should().BeNull();
        reader.Diagnostics.Should().ContainSingle().Which.Should().Match<EppReadDiagnostic>(d => d.Fault == EppReadFault.Unreadable && d.Raw!.Contains(text));
    }

    [Theory]
    [InlineData("2027-09-20T00:00:00+02:00", "2027-09-20+02:00")]
    [InlineData("2027-09-20 00:00:00", "2027-09-20")]
    [InlineData("20270920", "2027-09-20")]
    public void Date_is_the_one_that_the_registry_wrote(string text, string expected)
    {
        using var reader = Tolerant($"<t>{text}</t>");

        reader.ReadDate().ToString().Should().Be(expected);
    }

    [Theory]
    [InlineData("TRUE", true)]
    [InlineData("False", false)]
    [InlineData("\n1 ", true)]
    [InlineData("yes", null)]
    [InlineData("y", null)]
    [InlineData("", null)]
    [InlineData("2", null)]
    [InlineData("-1", null)]
    [InlineData("t", null)]
    public void Boolean_that_is_neither_true_nor_false_is_unknown(string text, bool? expected)
    {
        using var reader = Tolerant($"<t>{text}</t>");

        reader.ReadBoolean().Should().Be(expected);
    }

    [Theory]
    [InlineData("avail='maybe'")]
    [InlineData("avail=''")]
    [InlineData("")]
    public void Name_is_never_available_if_the_response_cannot_be_read(string attribute)
    {
        var result = Read<DomainCheckResult>($"<d:chkData {Domain}><d:cd><d:name {attribute}>a.example</d:name></d:cd><d:cd><d:name avail='1'>b.example</d:name></d:cd></d:chkData>");

        result.Items.Should().HaveCount(2);
        result.Items[1].Available.Should().BeTrue();
        result.Items[0].Name.Should().Be("a.example");
        result.Items[0].Invoking(i => i.Available).Should().Throw<EppUnreadableMemberException>().WithMessage("*chkData/cd/name/@avail).");
        result.ToString().Should().NotBeEmpty();
    }

    [Fact]
    public void Missing_member_throws_when_it_is_read_and_the_others_are_present()
    {
        var info = Read<DomainInfoResult>($"<d:infData {Domain}><d:name>a.example</d:name><d:clID/><d:status s='Granted'/><d:exDate>2027-09-20T00:00:00Z</d:exDate></d:infData>");

        info.Name.Should().Be("a.example");
        info.ExpiryDate.Should().Be(new DateTimeOffset(2027, 9, 20, 0, 0, 0, TimeSpan.Zero));
        info.Invoking(i => i.Roid).Should().Throw<EppUnreadableMemberException>().WithMessage("DomainInfoResult.Roid cannot be read: *lacks 'roid'*(at infData/roid).")
            .Which.Should().Match<EppUnreadableMemberException>(e => e.Member == "DomainInfoResult.Roid" && e.Diagnostic!.Fault == EppReadFault.Missing && e.Delivery == EppDelivery.ResponseReceived);
        info.ReadDiagnostics.Select(d => d.Fault).Should().Contain(EppReadFault.Missing).And.Contain(EppReadFault.OutsideType);
        info.ToString().Should().Contain("Roid = <unreadable>").And.Contain("Name = a.example");
        (info with { Roid = "R-1" }).Roid.Should().Be("R-1");
        info.Equals(info with { }).Should().BeTrue();
        info.GetHashCode().Should().Be((info with { }).GetHashCode());
        FluentActions.Invoking(() => XmlText.Write(info.Write)).Should().Throw<EppValidationException>().WithMessage("*DomainInfoResult.Roid*");
    }

    [Fact]
    public void Unreadable_optional_element_is_null_and_kept_unchanged()
    {
        var info = Read<DomainInfoResult>(
            $"<d:infData {Domain}><d:name>a.example</d:name><d:roid>R-1</d:roid><d:clID>C-1</d:clID><d:upDate>0000-00-00</d:upDate><d:crDate>2026-01-01T00:00:00Z</d:crDate></d:infData>");

        info.UpdatedDate.Should().BeNull();
        info.CreatedDate.Should().NotBeNull();
        info.UnknownElements.Should().ContainSingle().Which.Xml.Should().Contain("0000-00-00");
        XmlText.Write(info.Write).Should().Contain("0000-00-00");
    }

    [Fact]
    public void Repeated_element_is_read_once_and_the_second_is_kept_unchanged()
    {
        var info = Read<DomainInfoResult>($"<d:infData {Domain}><d:name>a.example</d:name><d:name>b.example</d:name><d:roid>R-1</d:roid><d:clID>C-1</d:clID></d:infData>");

        info.Name.Should().Be("a.example");
        info.UnknownElements.Should().ContainSingle().Which.Xml.Should().Contain("b.example");
        info.ReadDiagnostics.Should().ContainSingle().Which.Fault.Should().Be(EppReadFault.Unexpected);
    }

    [Fact]
    public void Text_that_contains_elements_is_unreadable_and_later_elements_are_read()
    {
        var info = Read<HostInfoResult>("<h:infData xmlns:h='urn:ietf:params:xml:ns:host-1.0'><h:name>ns.example</h:name><h:roid>a<b/>c</h:roid><h:clID>C-1</h:clID></h:infData>");

        info.SponsoringClientId.Should().Be("C-1");
        info.Invoking(i => i.Roid).Should().Throw<EppUnreadableMemberException>();
        info.UnknownElements.Should().ContainSingle();
    }

    [Fact]
    public void Invalid_hex_does_not_affect_the_rest_of_the_record()
    {
        var keys = Read<SecDnsInfoResult>(
            "<s:infData xmlns:s='urn:ietf:params:xml:ns:secDNS-1.1'><s:dsData><s:keyTag>70000</s:keyTag><s:alg>8</s:alg><s:digestType>2</s:digestType><s:digest>xyz</s:digest></s:dsData></s:infData>");

        var data = keys.DsData.Should().ContainSingle().Subject;
        data.Invoking(d => d.KeyTag).Should().Throw<EppUnreadableMemberException>().WithMessage("*from 0 to 65535*");
        data.Invoking(d => d.Digest).Should().Throw<EppUnreadableMemberException>().Which.Message.Should().NotContain("xyz");
        data.ToString().Should().Contain("<unreadable>");
    }

    [Fact]
    public void Diagnostic_shows_no_value()
    {
        using var reader = Tolerant("<t>secret</t>");
        reader.ReadBoolean();

        var diagnostic = reader.Diagnostics.Should().ContainSingle().Subject;
        diagnostic.ToString().Should().NotContain("secret");
        diagnostic.Raw.Should().Contain("secret");
    }

    [Fact]
    public void Diagnostics_do_not_affect_the_equality_of_records()
    {
        const string Rest = "<d:name>a.example</d:name><d:roid>R-1</d:roid><d:clID>C-1</d:clID><d:crDate>2026-01-01T00:00:00";

        Read<DomainInfoResult>($"<d:infData {Domain}>{Rest}+0000</d:crDate></d:infData>").Should().Be(Read<DomainInfoResult>($"<d:infData {Domain}>{Rest}Z</d:crDate></d:infData>"));
    }

    private static EppXmlReader Tolerant(string xml) => new(Encoding.UTF8.GetBytes(xml), EppXmlDialect.Standard);

    private static T Read<T>(string xml)
    {
        using var reader = Tolerant(xml);
        return (T)new EppSchemaSet(EppProfiles.Standard.Schemas).Read(reader);
    }
}
