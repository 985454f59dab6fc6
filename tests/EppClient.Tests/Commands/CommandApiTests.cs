using EppClient.Commands;

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
