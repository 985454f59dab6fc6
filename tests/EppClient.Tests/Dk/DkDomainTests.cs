using EppClient.Dk;
using EppClient.Extensions;
using EppClient.Xml;

namespace EppClient.Tests.Dk;

public class DkDomainTests
{
    private const string Name = "eksempel.dk";

    private static readonly DateTimeOffset Accepted = DateTimeOffset.FromUnixTimeSeconds(1_793_000_000);

    private static readonly SecDnsDsData Record = new(12345, 13, 2, EppBinary.FromHex(new string('A', 64)));

    private static readonly string RecordXml =
        $"<secDNS:dsData><secDNS:keyTag>12345</secDNS:keyTag><secDNS:alg>13</secDNS:alg><secDNS:digestType>2</secDNS:digestType><secDNS:digest>{new string('A', 64)}</secDNS:digest></secDNS:dsData>";

    [Fact]
    public void Create_sends_an_application_with_the_acceptance_time_as_its_token()
    {
        var command = DkDomain.Create(Name, "IP1-DK", Accepted, "ns1.example.com", "ns2.example.com");

        Wire.Write(command).Should().Be(
            "<domain:create><domain:name>eksempel.dk</domain:name>"
            + "<domain:ns><domain:hostObj>ns1.example.com</domain:hostObj><domain:hostObj>ns2.example.com</domain:hostObj></domain:ns>"
            + "<domain:registrant>IP1-DK</domain:registrant><domain:authInfo><domain:pw /></domain:authInfo></domain:create>"
            + "<dkhm:orderconfirmationToken>1793000000</dkhm:orderconfirmationToken>");
    }

    [Fact]
    public void Create_sends_the_acceptance_time_in_UTC()
    {
        var command = DkDomain.Create(Name, "IP1-DK", Accepted.ToOffset(TimeSpan.FromHours(2)).AddMilliseconds(900), "ns1.example.com", "ns2.example.com");

        command.Extensions.Should().ContainSingle().Which.Should().BeOfType<DkDomainCreate>().Which.OrderConfirmationToken.Should().Be("1793000000");
    }

    [Fact]
    public void Renew_sends_the_current_expiry_date()
    {
        var endOfDanishDay = new DateTimeOffset(2027, 11, 30, 22, 59, 59, TimeSpan.Zero);

        Wire.Write(DkDomain.Renew(Name, endOfDanishDay.ToOffset(TimeSpan.FromHours(14)))).Should().Be(
            "<domain:renew><domain:name>eksempel.dk</domain:name><domain:curExpDate>2027-11-30</domain:curExpDate></domain:renew>");
    }

    [Fact]
    public void ReplaceNameServers_adds_and_removes_in_one_command() =>
        Wire.Write(DkDomain.ReplaceNameServers(Name, remove: ["ns1.example.com"], add: ["ns3.example.com"])).Should().Be(
            "<domain:update><domain:name>eksempel.dk</domain:name>"
            + "<domain:add><domain:ns><domain:hostObj>ns3.example.com</domain:hostObj></domain:ns></domain:add>"
            + "<domain:rem><domain:ns><domain:hostObj>ns1.example.com</domain:hostObj></domain:ns></domain:rem></domain:update>");

    [Fact]
    public void ReplaceNameServers_omits_empty_elements()
    {
        Wire.Write(DkDomain.ReplaceNameServers(Name, remove: [], add: ["ns3.example.com"])).Should().NotContain("domain:rem");
        Wire.Write(DkDomain.ReplaceNameServers(Name, remove: ["ns1.example.com"], add: [])).Should().NotContain("domain:add");
    }

    [Fact]
    public void AddDsRecords_adds_records() =>
        Wire.Write(DkDomain.AddDsRecords(Name, Record)).Should().Be(Update($"<secDNS:update><secDNS:add>{RecordXml}</secDNS:add></secDNS:update>"));

    [Fact]
    public void ReplaceDsRecords_removes_all_and_adds_records() =>
        Wire.Write(DkDomain.ReplaceDsRecords(Name, Record)).Should().Be(Update(
            $"<secDNS:update><secDNS:rem><secDNS:all>true</secDNS:all></secDNS:rem><secDNS:add>{RecordXml}</secDNS:add></secDNS:update>"));

    [Fact]
    public void RemoveDsRecords_removes_all() =>
        Wire.Write(DkDomain.RemoveDsRecords(Name)).Should().Be(Update("<secDNS:update><secDNS:rem><secDNS:all>true</secDNS:all></secDNS:rem></secDNS:update>"));

    [Fact]
    public void ChangeRegistrant_sends_the_acceptance_time() =>
        Wire.Write(DkDomain.ChangeRegistrant(Name, "BQ2-DK", Accepted)).Should().Be(
            "<domain:update><domain:name>eksempel.dk</domain:name><domain:chg><domain:registrant>BQ2-DK</domain:registrant></domain:chg></domain:update>"
            + "<dkhm:orderconfirmationToken>1793000000</dkhm:orderconfirmationToken>");

    [Theory]
    [InlineData(true, "true")]
    [InlineData(false, "false")]
    public void SetAutoRenew_writes_the_keyword(bool autoRenew, string text) =>
        Wire.Write(DkDomain.SetAutoRenew(Name, autoRenew)).Should().Be(Update($"<dkhm:autoRenew>{text}</dkhm:autoRenew>"));

    [Fact]
    public void CreateTransferToken_sends_the_keyword() =>
        Wire.Write(DkDomain.CreateTransferToken(Name)).Should().Contain("<domain:chg><domain:authInfo><domain:pw>autotransfer</domain:pw></domain:authInfo></domain:chg>");

    [Fact]
    public void RemoveTransferToken_sends_the_empty_element() =>
        Wire.Write(DkDomain.RemoveTransferToken(Name)).Should().Contain("<domain:chg><domain:authInfo><domain:null /></domain:authInfo></domain:chg>");

    [Fact]
    public void Commands_on_tokens_print_no_secret()
    {
        DkDomain.RemoveTransferToken(Name).ToString().Should().Contain(Name);
        DkDomain.Transfer(Name, "OWN-TRANSFER-0123").ToString().Should().NotContain("0123");
    }

    [Fact]
    public void Transfer_requests_with_the_token()
    {
        var command = DkDomain.Transfer(Name, "OWN-TRANSFER-0123");

        command.Operation.Should().Be(EppTransferOperation.Request);
        Wire.Write(command).Should().Be(
            "<domain:transfer><domain:name>eksempel.dk</domain:name><domain:authInfo><domain:pw>OWN-TRANSFER-0123</domain:pw></domain:authInfo></domain:transfer>");
    }

    [Fact]
    public void TransferWithoutToken_sends_none() =>
        Wire.Write(DkDomain.TransferWithoutToken(Name)).Should().Be("<domain:transfer><domain:name>eksempel.dk</domain:name></domain:transfer>");

    [Fact]
    public void Restore_is_a_report_on_an_empty_update()
    {
        var deleted = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

        Wire.Write(DkDomain.Restore(Name, deleted, deleted.AddDays(19))).Should().Be(
            "<domain:update><domain:name>eksempel.dk</domain:name><domain:chg /></domain:update>"
            + "<rgp:update><rgp:restore op=\"report\"><rgp:report><rgp:preData /><rgp:postData />"
            + "<rgp:delTime>2026-11-01T00:00:00Z</rgp:delTime><rgp:resTime>2026-11-20T00:00:00Z</rgp:resTime>"
            + "<rgp:resReason /><rgp:statement /></rgp:report></rgp:restore></rgp:update>");
    }

    private static string Update(string extension) => $"<domain:update><domain:name>eksempel.dk</domain:name></domain:update>{extension}";
}
