using EppClient.Commands;
using EppClient.Tests.Protocol;

namespace EppClient.Tests.Commands;

/// <summary>The members that partial declarations add to generated commands and responses.</summary>
public sealed class CommandApiTests
{
    [Fact]
    public void Check_result_is_found_by_name_in_any_form()
    {
        var result = new DomainCheckResult
        {
            Items = [new DomainCheckItem { Name = "a.dk", Available = true }, new DomainCheckItem { Name = "æøå.dk", Available = false }],
        };

        result["A.dk."].Available.Should().BeTrue();
        result["xn--5cab8c.dk"].Available.Should().BeFalse();
        result.Find("b.dk").Should().BeNull();
        result.Invoking(r => r["b.dk"]).Should().Throw<KeyNotFoundException>().WithMessage("*b.dk*");
    }

    [Fact]
    public void Check_result_of_contacts_is_found_by_id() =>
        new ContactCheckResult { Items = [new ContactCheckItem { Id = "KH1-DK", Available = false }] }["kh1-dk"].Id.Should().Be("KH1-DK");

    [Fact]
    public void Item_without_a_readable_name_does_not_hide_the_others()
    {
        const string Data = "<resData><d:chkData xmlns:d='urn:ietf:params:xml:ns:domain-1.0'><d:cd/><d:cd><d:name avail='1'>a.dk</d:name></d:cd></d:chkData></resData>";
        var response = Documents.Response($"<result code='1000'><msg>OK</msg></result>{Data}<trID><svTRID>S-1</svTRID></trID>");

        var result = response.Data.OfType<DomainCheckResult>().Single();

        result.Items.Should().HaveCount(2);
        result["A.dk"].Available.Should().BeTrue();
        result.Find("b.dk").Should().BeNull();
        result.Invoking(r => r.Find(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Nothing_converts_to_no_items()
    {
        var update = new DomainUpdate("a.dk") { Add = (string[]?)null, Remove = (DomainContact?)null };

        (update.Add, update.Remove).Should().Be((null, null));
        new DomainUpdate("a.dk") { Add = (DomainNameServers?)null, Remove = (DomainStatusValue[]?)null }.Should().Be(new DomainUpdate("a.dk"));
        new HostUpdate("ns1.a.dk") { Add = (string[]?)null }.Add.Should().BeNull();
    }

    [Fact]
    public void Transfers_are_created_by_operation()
    {
        DomainTransfer.Request("a.dk", "secret").Should().Be(new DomainTransfer(EppTransferOperation.Request, "a.dk") { AuthInfo = DomainAuthInfo.FromPassword("secret") });
        DomainTransfer.Query("a.dk").Should().Be(new DomainTransfer(EppTransferOperation.Query, "a.dk"));
        DomainTransfer.Approve("a.dk").Operation.Should().Be(EppTransferOperation.Approve);
        DomainTransfer.Reject("a.dk").Operation.Should().Be(EppTransferOperation.Reject);
        DomainTransfer.Cancel("a.dk").Operation.Should().Be(EppTransferOperation.Cancel);
        ContactTransfer.Request("KH1", "secret").AuthInfo.Should().Be(ContactAuthInfo.FromPassword("secret"));
    }

    [Fact]
    public void Items_to_add_and_remove_convert_from_statuses_and_strings()
    {
        var update = new DomainUpdate("a.dk")
        {
            Add = DomainStatusValue.ClientHold,
            Remove = new[] { "ns1.example.net", "ns2.example.net" },
        };

        update.Add!.Statuses.Should().Equal(DomainStatusValue.ClientHold);
        update.Remove!.NameServers!.HostObjects.Should().Equal("ns1.example.net", "ns2.example.net");
        new HostUpdate("ns1.a.dk") { Add = new[] { "192.0.2.1" } }.Add!.Addresses.Should().ContainSingle();
        new ContactUpdate("KH1") { Add = ContactStatusValue.ClientUpdateProhibited }.Add!.Statuses.Should().Equal(ContactStatusValue.ClientUpdateProhibited);
    }
}
