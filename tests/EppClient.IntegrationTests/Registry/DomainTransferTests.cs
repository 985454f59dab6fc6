using EppClient.Dk;
using EppClient.Testing.Dk;
using EppClient.Testing.Dk.Results;

namespace EppClient.IntegrationTests.Registry;

public sealed class DomainTransferTests
{
    [Fact]
    public void Registrants_token_moves_the_domain_under_registrar_management()
    {
        var world = new RegistryWorld(seed: builder => builder.Account(RegistryWorld.Two, configure: account => account with { AutoRenewDefault = false }));
        var token = world.Registry.Person(RegistryWorld.RegistrantManaged).CreateTransferToken(RegistryWorld.OldDomain);
        token.Should().StartWith("OWN-TRANSFER-");

        var result = world.Transfer(RegistryWorld.OldDomain, token, RegistryWorld.UserTwo);

        result.ShouldSucceed();
        result.Payload.Should().BeEquivalentTo(new TransferView(DkDomainName.From(RegistryWorld.OldDomain), true, RegistryWorld.Two, DkHandle.Registry, world.Now));
        world.Old.Should().BeEquivalentTo(new
        {
            Sponsor = RegistryWorld.Two,
            Administrator = RegistryWorld.Two,
            Billing = RegistryWorld.Two,
            AutoRenew = false,
            IsRegistrarManaged = true,
        });
        world.Old.Tokens.Should().BeEmpty();
        world.Old.Registrant.Should().NotBe(RegistryWorld.RegistrantManaged);
        world.Registry.FindContact(world.Old.Registrant).Should().BeEquivalentTo(new { Name = "Kaj Hansen", Sponsor = RegistryWorld.Two });
        world.Drain(RegistryWorld.UserTwo).Should().ContainSingle(message => message.Text == "gammel.dk has been added to your portfolio");
    }

    [Fact]
    public void Registrars_token_moves_the_domain_and_its_hosts_between_registrars()
    {
        var world = new RegistryWorld();
        world.CreateHost("ns1.eksempel.dk", addresses: ["193.163.102.1"]).Code.Should().Be(1000);
        world.Update(RegistryWorld.OwnDomain, request => request with { Password = "autotransfer" });
        var token = world.Own.Tokens[0].Value;

        world.Transfer(RegistryWorld.OwnDomain, token, RegistryWorld.UserTwo).ShouldSucceed();

        world.Own.Sponsor.Should().Be(RegistryWorld.Two);
        world.Registry.FindHost("ns1.eksempel.dk")!.Sponsor.Should().Be(RegistryWorld.Two);
        world.Drain().Should().ContainSingle(message => message.Text == "eksempel.dk has been removed from your portfolio");
        world.Transfer(RegistryWorld.OwnDomain, token, RegistryWorld.UserOne)
            .ShouldBe(2202, "Supplied authinfo token is not valid for this domain/operation");
    }

    [Fact]
    public void Related_registrar_needs_no_token_while_the_registry_allows_it()
    {
        new RegistryWorld().Transfer(RegistryWorld.OldDomain, null, RegistryWorld.UserOne).ShouldSucceed();
        new RegistryWorld().Transfer(RegistryWorld.OldDomain, null, RegistryWorld.UserTwo)
            .ShouldBe(2305, "No NSA for domain is member of this registrar group");
        new RegistryWorld().Transfer(RegistryWorld.OwnDomain, null, RegistryWorld.UserTwo).ShouldBe(2302, "Domain is already registrar managed.");
        new RegistryWorld(new DkRegistryOptions { AllowTransferWithoutToken = false }).Transfer(RegistryWorld.OldDomain, null, RegistryWorld.UserOne)
            .ShouldBe(2201, "Change of registrar without authinfo token is not currently allowed");
    }

    [Fact]
    public void Transfer_is_refused_with_the_text_of_the_broken_rule()
    {
        var world = new RegistryWorld();
        var token = world.Registry.Person(RegistryWorld.RegistrantManaged).CreateTransferToken(RegistryWorld.OldDomain);

        world.Transfer("ukendt.dk", token, RegistryWorld.UserTwo).ShouldBe(2303, "Cannot change registrar on non-existent domain");
        world.Registry.Block(RegistryWorld.OldDomain);
        world.Transfer(RegistryWorld.OldDomain, token, RegistryWorld.UserTwo)
            .ShouldBe(2106, "Object is not eligible for transfer, domain status prohibits transfer");
        world.Registry.Unblock(RegistryWorld.OldDomain);
        world.Registry.SendInvoice(RegistryWorld.OldDomain);
        world.Transfer(RegistryWorld.OldDomain, token, RegistryWorld.UserTwo)
            .ShouldBe(2106, "Object is not eligible for transfer, payment status prohibits transfer");
        world.Registry.RecordPayment(RegistryWorld.OldDomain);
        world.Registry.Advance(TimeSpan.FromDays(14));
        world.Transfer(RegistryWorld.OldDomain, token, RegistryWorld.UserTwo)
            .ShouldBe(2201, "Object is not eligible for transfer, no valid authinfo token");
    }
}
