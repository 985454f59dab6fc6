using EppClient.Dk.Testing;
using EppClient.Dk.Testing.Commands;
using EppClient.Dk.Testing.Requests;

namespace EppClient.IntegrationTests.Registry;

/// <summary>Rules with contradictory documentation: the default behavior, and the behavior with the switch.</summary>
public sealed class QuirkTests
{
    private static readonly DkDsRecord Ds = new(12345, 13, 2, new string('a', 64));

    [Theory]
    [InlineData(false, 1000, "Command completed successfully")]
    [InlineData(true, 2104, "Insufficient credit. Domain cannot be renewed.")]
    public void D_24_renewal_without_credit(bool refuse, int code, string text)
    {
        var world = Poor(new DkQuirks { RefuseRenewalWithoutCredit = refuse });
        world.Registry.AdvanceTo(world.Own.Expires!.Value.AddDays(-20));

        var result = world.Send(call => DomainRenewHandler.Handle(
            call, new DomainRenewRequest(DkRegistryFixture.OwnDomain, DateOnly.FromDateTime(world.Own.Expires!.Value.UtcDateTime), 1, IsInMonths: false)));

        (result.Code, result.Message).Should().Be((code, text));
    }

    [Theory]
    [InlineData(false, 1000)]
    [InlineData(true, 2104)]
    public void D_24_transfer_without_credit(bool refuse, int code)
    {
        var world = Poor(new DkQuirks { RefuseTransferWithoutCredit = refuse });
        var token = world.Registry.Person(DkRegistryFixture.RegistrantManaged).CreateTransferToken(DkRegistryFixture.OldDomain);

        world.Transfer(DkRegistryFixture.OldDomain, token, DkRegistryFixture.UserOne).Code.Should().Be(code);
    }

    [Theory]
    [InlineData(false, 1000, "Command completed successfully")]
    [InlineData(true, 2308, "Multiple operations perfomed in one request: (nameservers, dsrecords)")]
    public void D_38_update_of_two_kinds(bool refuse, int code, string text)
    {
        var world = new DkRegistryFixture(new DkRegistryOptions { Quirks = new DkQuirks { RefuseMixedUpdates = refuse } });

        var result = world.Update(DkRegistryFixture.OwnDomain, request => request with
        {
            NameServers = new NameServerChange([], [DkRegistryFixture.Ns3]),
            Ds = new DsChange(false, [], [Ds]),
        });

        (result.Code, result.Message).Should().Be((code, text));
    }

    [Theory]
    [InlineData(false, 1000, "Command completed successfully")]
    [InlineData(true, 2307, "maxSigLife not supported")]
    public void D_60_maximum_life_of_signatures(bool refuse, int code, string text)
    {
        var world = new DkRegistryFixture(new DkRegistryOptions { Quirks = new DkQuirks { RefuseSignatureLife = refuse } });

        var result = world.Update(DkRegistryFixture.OwnDomain, request => request with { Ds = new DsChange(false, [], [Ds]) { HasSignatureLife = true } });

        (result.Code, result.Message).Should().Be((code, text));
    }

    [Theory]
    [InlineData(false, 2102, "Unimplemented option")]
    [InlineData(true, 2307, "Unimplemented command")]
    public void D_18_new_name_of_a_host(bool command, int code, string text)
    {
        var world = new DkRegistryFixture(new DkRegistryOptions { Quirks = new DkQuirks { RenameIsUnimplementedCommand = command } });

        var result = world.Send(call => HostUpdateHandler.Handle(call, new HostUpdateRequest(DkRegistryFixture.Ns3) { NewName = "ns9.navneserver.example" }));

        (result.Code, result.Message).Should().Be((code, text));
    }

    [Theory]
    [InlineData(false, 2201)]
    [InlineData(true, 2400)]
    public void D_20_contact_of_another_registrar(bool fault, int code)
    {
        var world = new DkRegistryFixture(new DkRegistryOptions { Quirks = new DkQuirks { ContactRefusalIs2400 = fault } });

        world.UpdateContact(DkRegistryFixture.Checked, request => request, DkRegistryFixture.UserTwo).ShouldBe(code, "You are not authorized to change that contact");
        world.UpdateContact(DkRegistryFixture.Checked, request => request with { Password = "Ny-1234-Kode" }).Code.Should().Be(code);
    }

    [Theory]
    [InlineData(false, 1000)]
    [InlineData(true, 2201)]
    public void Delete_of_a_host_below_the_own_domain_with_another_manager(bool onlyManagers, int code)
    {
        var world = new DkRegistryFixture(
            new DkRegistryOptions { Quirks = new DkQuirks { OnlyManagersDeleteHosts = onlyManagers } },
            seed => seed.Host(DkRegistryFixture.Two, "ns1.eksempel.dk"));
        world.Registry.RunExclusive(state => state.Hosts[EppDomainName.From("ns1.eksempel.dk")] = state.Hosts[EppDomainName.From("ns1.eksempel.dk")] with { Sponsor = DkRegistryFixture.One });

        world.Send(call => HostDeleteHandler.Handle(call, "ns1.eksempel.dk")).Code.Should().Be(code);
    }

    [Theory]
    [InlineData(false, 2202)]
    [InlineData(true, 1001)]
    public void Create_by_the_waiting_list_owner_without_the_code(bool allow, int code)
    {
        var world = new DkRegistryFixture(
            new DkRegistryOptions { Quirks = new DkQuirks { WaitingListOwnerNeedsNoCode = allow } },
            seed => seed.WaitingListOffer("ventet.dk", DkRegistryFixture.Checked, "0123ABCD"));

        world.Create("ventet.dk").Code.Should().Be(code);
    }

    private static DkRegistryFixture Poor(DkQuirks quirks) => new(
        new DkRegistryOptions { Quirks = quirks, Prices = new DkPriceList { Transfer = 25m } },
        seed => seed.Account(DkRegistryFixture.One, balance: 1m));
}
