using System.Net;
using EppClient.Dk.Testing;
using EppClient.Dk.Testing.Commands;
using EppClient.Dk.Testing.Requests;
using EppClient.Dk.Testing.Results;

namespace EppClient.IntegrationTests.Registry;

public sealed class HostTests
{
    private static readonly IPAddress Address = IPAddress.Parse("193.163.102.1");

    [Fact]
    public void Create_applies_the_rules_for_names_addresses_and_domains()
    {
        var world = new DkRegistryFixture();

        world.CreateHost("ns1.nye.example").Code.Should().Be(1000);
        world.CreateHost("ns1.nye.example").ShouldBe(2302, "Host already exists");
        world.CreateHost("-ns.example").ShouldBe(2005, "Invalid host name.");
        world.CreateHost("ns1.example.7").ShouldBe(2005, "Invalid TLD in host name.");
        world.CreateHost("ns1.ukendt.dk").ShouldBe(2303, "Domain does not exist");
        world.CreateHost("ns2.nye.example", addresses: ["192.0.2.2"]).Code.Should().Be(2004);
        world.CreateHost("ns2.nye.example", addresses: ["10.0.0.1"]).Code.Should().Be(2004);
        world.CreateHost("ns1.eksempel.dk", user: DkRegistryFixture.UserTwo).ShouldBe(2201, "No privilege");
    }

    [Theory]
    [InlineData(true, "The name server ns1.gammel.dk has been registered, as the registrant has approved it")]
    [InlineData(false, "The name server ns1.gammel.dk has not been registered, as it has been rejected by the registrant")]
    public void Host_below_a_registrant_managed_domain_is_pending_until_the_registrant_consents(bool accepts, string text)
    {
        var world = new DkRegistryFixture();
        world.CreateHost("ns1.gammel.dk", addresses: ["193.163.102.1"]).ShouldBe(1001, "Command completed. Pending registrant approval.");
        world.Send(call => InfoHandler.Host(call, "ns1.gammel.dk")).Payload.As<HostView>().Statuses.Should().Equal("pendingCreate");

        Respond(world.Registry.Person(DkRegistryFixture.RegistrantManaged), "ns1.gammel.dk", accepts);

        var message = world.Drain().Should().ContainSingle().Subject;
        message.Text.Should().Be(text);
        message.Payload.As<PendingActionView>().Succeeded.Should().Be(accepts);
        (world.Registry.FindHost("ns1.gammel.dk") is not null).Should().Be(accepts);
    }

    [Fact]
    public void Host_is_pending_until_the_requested_manager_accepts_or_the_request_expires()
    {
        var world = new DkRegistryFixture();
        world.CreateHost("ns1.nye.example", DkRegistryFixture.Two).ShouldBe(1001, "Command completed. Pending approval by nameserver contact");
        world.CreateHost("ns2.nye.example", DkRegistryFixture.Two);
        world.Registry.Person(DkRegistryFixture.Two).Accept("ns1.nye.example");
        world.Registry.Advance(TimeSpan.FromDays(14));

        world.Drain().Select(message => message.Text).Should().Equal(
            "The name server ns1.nye.example has been registered, as REG-100002 has accepted the name server manager role",
            "The name server ns2.nye.example has not been registered, as the name server manager role was not accepted in time");
        world.Registry.FindHost("ns1.nye.example")!.Manager.Should().Be(DkRegistryFixture.Two);
        world.Registry.FindHost("ns2.nye.example").Should().BeNull();
    }

    [Fact]
    public void Registrar_handle_can_be_rejected_as_manager() =>
        new DkRegistryFixture(new DkRegistryOptions { Quirks = new DkQuirks { RefuseRegistrarAsNameServerManager = true } })
            .CreateHost("ns1.nye.example", DkRegistryFixture.Two)
            .ShouldBe(2306, "Registrar handle not permitted as NSA");

    [Fact]
    public void Manager_adds_and_removes_addresses()
    {
        var world = new DkRegistryFixture();

        Update(world, request => request with { Add = [Address] }).ShouldSucceed();
        Update(world, request => request with { Add = [Address] }).ShouldBe(2004, "Host IP address already exists");
        Update(world, request => request with { Remove = [Address] }, DkRegistryFixture.UserTwo).ShouldBe(2201, "No privilege");
        Update(world, request => request with { Remove = [Address] }).ShouldSucceed();
        Update(world, request => request with { Remove = [Address] }).Code.Should().Be(2303);
        Update(world, request => request with { NewName = "ns7.navneserver.example" }).Code.Should().Be(2102);
        world.Send(call => HostUpdateHandler.Handle(call, new HostUpdateRequest("ns9.navneserver.example"))).ShouldBe(2303, "Unknown host");
    }

    [Fact]
    public void Host_that_serves_its_superordinate_domain_keeps_an_address()
    {
        var world = new DkRegistryFixture(new DkRegistryOptions { Quirks = new DkQuirks { HostsBelowDomainsNeedNoAddress = true } });
        world.CreateHost("ns1.eksempel.dk").Code.Should().Be(1000);
        AddToOwnDomain(world).ShouldBe(2303, "Gluerecords required on new nameserver");
        Update(world, request => request with { Add = [Address] }, name: "ns1.eksempel.dk").ShouldSucceed();
        AddToOwnDomain(world).ShouldSucceed();

        Update(world, request => request with { Remove = [Address] }, name: "ns1.eksempel.dk")
            .ShouldBe(2304, "Not enough ip addresses after change. Minimum one needed.");
    }

    [Fact]
    public void New_manager_has_to_consent()
    {
        var world = new DkRegistryFixture();

        Update(world, request => request with { RequestedManager = DkRegistryFixture.RegistrantManaged })
            .ShouldBe(1001, "Command completed successfully; action pending");
        world.Registry.Person(DkRegistryFixture.RegistrantManaged).Accept(DkRegistryFixture.Ns1);

        world.Registry.FindHost(DkRegistryFixture.Ns1)!.Manager.Should().Be(DkRegistryFixture.RegistrantManaged);
        world.Drain().Should().ContainSingle(message =>
            message.Text == "The name server manager role for ns1.navneserver.example has been accepted by KH100-DK");
    }

    [Fact]
    public void Host_is_deleted_if_no_domain_uses_it()
    {
        var world = new DkRegistryFixture();

        Delete(world, DkRegistryFixture.Ns1).ShouldBe(2305, "Nameserver has active domains, cannot be deleted");
        Delete(world, DkRegistryFixture.Ns3, DkRegistryFixture.UserTwo).ShouldBe(2201, "No privilege");
        Delete(world, DkRegistryFixture.Ns3).ShouldSucceed();
        Delete(world, DkRegistryFixture.Ns3).ShouldBe(2303, "Host does not exist");
    }

    private static void Respond(DkPerson person, string name, bool accepts)
    {
        if (accepts)
        {
            person.Accept(name);
        }
        else
        {
            person.Refuse(name);
        }
    }

    private static DkResult Update(
        DkRegistryFixture world, Func<HostUpdateRequest, HostUpdateRequest> change, string user = DkRegistryFixture.UserOne, string name = DkRegistryFixture.Ns1) =>
        world.Send(call => HostUpdateHandler.Handle(call, change(new HostUpdateRequest(name))), user);

    private static DkResult AddToOwnDomain(DkRegistryFixture world) =>
        world.Update(DkRegistryFixture.OwnDomain, request => request with { NameServers = new NameServerChange([], ["ns1.eksempel.dk"]) });

    private static DkResult Delete(DkRegistryFixture world, string name, string user = DkRegistryFixture.UserOne) =>
        world.Send(call => HostDeleteHandler.Handle(call, name), user);
}
