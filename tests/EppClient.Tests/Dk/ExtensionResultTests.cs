using EppClient.Dk;

namespace EppClient.Tests.Dk;

public class ExtensionResultTests
{
    [Fact]
    public void Domain_info_returns_the_planned_deletion()
    {
        var info = DkDomainInfoResult.Find(Wire.Read(
            "<k:domainAdvisory domain=\"eksempel.dk\" advisory=\"pendingDeletionDate\" date=\"2026-12-20T23:00:00.0Z\"/>"))!;

        info.PendingDeletionDate.Should().Be(new DateTimeOffset(2026, 12, 20, 23, 0, 0, TimeSpan.Zero));
        info.IsOfferedOnWaitingList.Should().BeFalse();
    }

    [Fact]
    public void Domain_info_reports_a_waiting_list()
    {
        var info = DkDomainInfoResult.Find(Wire.Read("<k:domainAdvisory domain=\"eksempel.dk\" advisory=\"offeredOnWaitingList\"/>"))!;

        info.IsOfferedOnWaitingList.Should().BeTrue();
        info.PendingDeletionDate.Should().BeNull();
    }

    [Fact]
    public void Domain_info_without_an_advisory_has_no_planned_deletion()
    {
        var info = DkDomainInfoResult.Find(Wire.Read("<k:registrant_validated>\n  1\n  </k:registrant_validated><k:autoRenew> true </k:autoRenew>"))!;

        info.RegistrantValidated.Should().Be("1");
        info.AutoRenew.Should().BeTrue();
        info.PendingDeletionDate.Should().BeNull();
        info.IsOfferedOnWaitingList.Should().BeFalse();
        info.TransferToken.Should().BeNull();
    }

    [Fact]
    public void Domain_info_finds_the_transfer_token_among_others()
    {
        var info = DkDomainInfoResult.Find(Wire.Read(
            "<k:authInfo op=\"redel\" expdate=\"2026-12-01T00:00:00.0Z\">NSA-REDEL-1</k:authInfo>"
            + "<k:authInfo op=\"transfer\" expdate=\"2026-12-02T00:00:00.0Z\">\n REG-TRANSFER-2 \n</k:authInfo>"))!;

        info.TransferToken!.Token.Should().Be("REG-TRANSFER-2");
        info.TransferToken.ExpiryDate.Should().Be(new DateTimeOffset(2026, 12, 2, 0, 0, 0, TimeSpan.Zero));
        info.ToString().Should().NotContain("TRANSFER-2");
    }

    [Fact]
    public void Find_returns_null_for_a_missing_result() => DkDomainInfoResult.Find(Wire.Read("<k:trackingNo>1</k:trackingNo>")).Should().BeNull();

    [Fact]
    public void Poll_messages_contain_the_risk_assessment_of_an_application() =>
        DkPollResult.Find(Wire.Read("<k:risk_assessment>N/A</k:risk_assessment>"))!.RiskAssessment.Should().Be(DkRiskAssessment.NotAssessed);
}
