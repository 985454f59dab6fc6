using EppClient.Commands;
using static EppClient.EppReconciliationStatus;

namespace EppClient.Tests.Recovery;

/// <summary>The outcomes of transfers, determined by the transfer query and the sponsor of the object.</summary>
public sealed class TransferReconcilerTests
{
    private static readonly DateTimeOffset Before = FakeRegistryQueries.WrittenAt.AddDays(-10);
    private static readonly DateTimeOffset Since = FakeRegistryQueries.WrittenAt.AddSeconds(1);

    [Theory]
    [InlineData("request", "pending", "REG-1", true, Applied)]
    [InlineData("request", "serverApproved", "REG-1", true, Applied)]
    [InlineData("request", "clientRejected", "REG-1", false, NotApplied)]
    [InlineData("request", "pending", "REG-2", true, NotApplied)]
    [InlineData("approve", "pending", "REG-2", false, NotApplied)]
    [InlineData("approve", "clientApproved", "REG-2", false, Applied)]
    [InlineData("reject", "clientRejected", "REG-2", false, Applied)]
    [InlineData("cancel", "clientCancelled", "REG-1", false, Applied)]
    [InlineData("cancel", "serverApproved", "REG-1", false, NotApplied)]
    public async Task Transfer_is_verified_by_the_query(string operation, string status, string requester, bool isSince, EppReconciliationStatus expected)
    {
        var registry = new FakeRegistryQueries { KnowsSponsorId = true }.Respond(1000, new DomainTransferResult
        {
            Name = "a.example",
            TransferStatus = new EppTransferStatus(status),
            RequestingClientId = requester,
            RequestDate = isSince ? Since : Before,
        });
        var parsed = Enum.Parse<EppTransferOperation>(operation, ignoreCase: true);

        (await registry.ReconcileAsync(new DomainTransfer(parsed, "a.example"))).Status.Should().Be(expected);
        registry.Asked.Should().ContainSingle().Which.Should().BeOfType<DomainTransfer>().Which.Operation.Should().Be(EppTransferOperation.Query);
    }

    [Theory]
    [InlineData("pending", true, "made since")]
    [InlineData("clientApproved", false, "made since")]
    [InlineData("serverApproved", false, "made since")]
    [InlineData("clientRejected", false, "has ended it since")]
    public async Task Requested_transfer_is_reconciled_with_its_status(string status, bool isPending, string explanation)
    {
        var registry = new FakeRegistryQueries().Respond(1000, new DomainTransferResult
        {
            Name = "a.example",
            TransferStatus = new EppTransferStatus(status),
            RequestingClientId = "REG-1",
            RequestDate = Since,
        });

        var reconciliation = await registry.ReconcileAsync(new DomainTransfer(EppTransferOperation.Request, "a.example"));

        (reconciliation.Status, reconciliation.IsPending).Should().Be((Applied, isPending));
        reconciliation.Explanation.Should().Contain(explanation);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Transfer_is_queried_with_authorization_information_that_is_missing_in_the_journal(bool isFromJournal)
    {
        var authInfo = DomainAuthInfo.FromPassword("Geheim-1");
        var registry = new FakeRegistryQueries { IsFromJournal = isFromJournal, KnowsSponsorId = true }.Respond(2301).Respond(1000, Domain() with { SponsoringClientId = "REG-2" });

        await registry.ReconcileAsync(new DomainTransfer(EppTransferOperation.Request, "a.example") { AuthInfo = authInfo });

        registry.Asked[0].Should().BeOfType<DomainTransfer>().Which.AuthInfo.Should().Be(isFromJournal ? null : authInfo);
    }

    [Theory]
    [InlineData("REG-1", true, Applied)]
    [InlineData("REG-1", false, NotApplied)]
    [InlineData("REG-2", false, NotApplied)]
    public async Task Transfer_that_is_not_pending_is_verified_by_the_sponsor(string sponsor, bool isSince, EppReconciliationStatus expected)
    {
        var registry = new FakeRegistryQueries { KnowsSponsorId = true }.Respond(2301)
            .Respond(1000, Domain() with { SponsoringClientId = sponsor, TransferDate = isSince ? Since : Before });

        (await registry.ReconcileAsync(new DomainTransfer(EppTransferOperation.Request, "a.example"))).Status.Should().Be(expected);
    }

    [Theory]
    [InlineData(2301, 2201, NotApplied)]
    [InlineData(2301, 2303, Indeterminate)]
    [InlineData(2400, 2201, Indeterminate)]
    public async Task Transfer_is_verified_by_the_codes_of_rejected_query_and_info(int query, int info, EppReconciliationStatus expected)
    {
        var registry = new FakeRegistryQueries { KnowsSponsorId = true }.Respond(query).Respond(info);

        (await registry.ReconcileAsync(new DomainTransfer(EppTransferOperation.Request, "a.example"))).Status.Should().Be(expected);
    }

    [Theory]
    [InlineData(true, Applied)]
    [InlineData(false, NotApplied)]
    public async Task Transfer_of_a_contact_is_verified_by_the_query(bool isSince, EppReconciliationStatus expected)
    {
        var registry = new FakeRegistryQueries { KnowsSponsorId = true }.Respond(1000, new ContactTransferResult
        {
            Id = "C1",
            TransferStatus = EppTransferStatus.Pending,
            RequestingClientId = "REG-1",
            RequestDate = isSince ? Since : Before,
            ActingClientId = "REG-2",
            ActionDate = Since.AddDays(5),
        });

        (await registry.ReconcileAsync(ContactRequest())).Status.Should().Be(expected);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Transfer_of_a_contact_is_queried_with_authorization_information_that_is_missing_in_the_journal(bool isFromJournal)
    {
        var registry = new FakeRegistryQueries { IsFromJournal = isFromJournal, KnowsSponsorId = true }.Respond(2301).Respond(1000, Contact() with { SponsoringClientId = "REG-2" });

        (await registry.ReconcileAsync(ContactRequest())).Status.Should().Be(NotApplied);

        var query = registry.Asked[0].Should().BeOfType<ContactTransfer>().Subject;
        query.Operation.Should().Be(EppTransferOperation.Query);
        query.AuthInfo.Should().Be(isFromJournal ? null : ContactRequest().AuthInfo);
    }

    private static ContactTransfer ContactRequest() => new() { Operation = EppTransferOperation.Request, Id = "C1", AuthInfo = ContactAuthInfo.FromPassword("Geheim-1") };

    private static DomainInfoResult Domain() => new() { Name = "a.example", Roid = "D1-X", Registrant = "OLD", SponsoringClientId = "REG-1", CreatedDate = Before };

    private static ContactInfoResult Contact() => new()
    {
        Id = "C1",
        Roid = "C1-X",
        Statuses = [ContactStatusValue.Ok],
        PostalInfo = [],
        Email = "a@b.example",
        SponsoringClientId = "REG-1",
        CreatingClientId = "REG-1",
        CreatedDate = Before,
    };
}
