using EppClient.Dk.Testing;
using EppClient.Dk.Testing.Results;

namespace EppClient.IntegrationTests.Registry;

public sealed class DomainTransferTests
{
    [Fact]
    public void Registrant_token_transfers_the_domain_to_registrar_management()
    {
        var world = new DkRegistryFixture(seed: builder => builder.Account(DkRegistryFixture.Two, configure: account => account with { AutoRenewDefault = false }));
        var token = world.Registry.Person(DkRegistryFixture.RegistrantManaged).CreateTransferToken(DkRegistryFixture.OldDomain);
        token.Should().StartWith("OWN-TRANSFER-");

        var result = world.Transfer(DkRegistryFixture.OldDomain, token, DkRegistryFixture.UserTwo);

        result.ShouldSucceed();
        result.Payload.Should().BeEquivalentTo(new TransferView(EppDomainName.From(DkRegistryFixture.OldDomain), true, DkRegistryFixture.Two, DkHandle.Registry, world.Now));
        world.Old.Should().BeEquivalentTo(new
        {
            Sponsor = DkRegistryFixture.Two,
            Administrator = DkRegistryFixture.Two,
            Billing = DkRegistryFixture.Two,
            AutoRenew = false,
            IsRegistrarManaged = true,
        });
        world.Old.Tokens.Should().BeEmpty();
        world.Old.Registrant.Should().NotBe(DkRegistryFixture.RegistrantManaged);
        world.Registry.FindContact(world.Old.Registrant).Should().BeEquivalentTo(new { Name = "Kaj Hansen", Sponsor = DkRegistryFixture.Two });
        world.Drain(DkRegistryFixture.UserTwo).Should().ContainSingle(message => message.Text == "gammel.dk has been added to your portfolio");
    }

    [Fact]
    public void Registrar_token_transfers_the_domain_and_its_hosts_between_registrars()
    {
        var world = new DkRegistryFixture();
        world.CreateHost("ns1.eksempel.dk", addresses: ["193.163.102.1"]).Code.Should().Be(1000);
        world.Update(DkRegistryFixture.OwnDomain, request => request with { Password = "autotransfer" });
        var token = world.Own.Tokens[0].Value;

        world.Transfer(DkRegistryFixture.OwnDomain, token, DkRegistryFixture.UserTwo).ShouldSucceed();

        world.Own.Sponsor.Should().Be(DkRegistryFixture.Two);
        world.Registry.FindHost("ns1.eksempel.dk")!.Sponsor.Should().Be(DkRegistryFixture.Two);
        world.Drain().Should().ContainSingle(message => message.Text == "eksempel.dk has been removed from your portfolio");
        world.Transfer(DkRegistryFixture.OwnDomain, token, DkRegistryFixture.UserOne)
            .ShouldBe(2202, "Supplied authinfo token is not valid for this domain/operation");
    }

    [Fact]
    public void Related_registrar_needs_no_token_if_the_registry_allows_it()
    {
        new DkRegistryFixture().Transfer(DkRegistryFixture.OldDomain, null, DkRegistryFixture.UserOne).ShouldSucceed();
        new DkRegistryFixture().Transfer(DkRegistryFixture.OldDomain, null, DkRegistryFixture.UserTwo)
            .ShouldBe(2305, "No NSA for domain is member of this registrar group");
        new DkRegistryFixture().Transfer(DkRegistryFixture.OwnDomain, null, DkRegistryFixture.UserTwo).ShouldBe(2302, "Domain is already registrar managed.");
        new DkRegistryFixture(new DkRegistryOptions { AllowTransferWithoutToken = false }).Transfer(DkRegistryFixture.OldDomain, null, DkRegistryFixture.UserOne)
            .ShouldBe(2201, "Change of registrar without authinfo token is not currently allowed");
    }

    [Fact]
    public void Transfer_is_rejected_with_the_text_of_the_violated_rule()
    {
        var world = new DkRegistryFixture();
        var token = world.Registry.Person(DkRegistryFixture.RegistrantManaged).CreateTransferToken(DkRegistryFixture.OldDomain);

        world.Transfer("ukendt.dk", token, DkRegistryFixture.UserTwo).ShouldBe(2303, "Cannot change registrar on non-existent domain");
        world.Registry.Block(DkRegistryFixture.OldDomain);
        world.Transfer(DkRegistryFixture.OldDomain, token, DkRegistryFixture.UserTwo)
            .ShouldBe(2106, "Object is not eligible for transfer, domain status prohibits transfer");
        world.Registry.Unblock(DkRegistryFixture.OldDomain);
        world.Registry.SendInvoice(DkRegistryFixture.OldDomain);
        world.Transfer(DkRegistryFixture.OldDomain, token, DkRegistryFixture.UserTwo)
            .ShouldBe(2106, "Object is not eligible for transfer, payment status prohibits transfer");
        world.Registry.RecordPayment(DkRegistryFixture.OldDomain);
        world.Registry.Advance(TimeSpan.FromDays(14));
        world.Transfer(DkRegistryFixture.OldDomain, token, DkRegistryFixture.UserTwo)
            .ShouldBe(2201, "Object is not eligible for transfer, no valid authinfo token");
    }
}
