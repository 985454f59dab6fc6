using System.Net;
using EppClient.Dk.Testing;
using EppClient.Dk.Testing.Commands;
using EppClient.Dk.Testing.Requests;
using EppClient.Dk.Testing.Results;

namespace EppClient.IntegrationTests.Registry.Rules;

/// <summary>host:create, host:update, host:delete.</summary>
internal static class HostRules
{
    private static readonly IPAddress Address = IPAddress.Parse("193.163.102.1");

    public static IEnumerable<DkRule> All =>
    [
        Create("A host is registered", 1000, "Command completed successfully", "ns1.nye.example"),
        Create("It is registered once", 2302, "Host already exists", DkRegistryFixture.Ns1),
        Create("Its name is one of a host", 2005, "Invalid host name.", "-ns.example"),
        Create("Its name ends in a domain of the top", 2005, "Invalid TLD in host name.", "ns1.example.7"),
        Create("Its .dk domain exists", 2303, "Domain does not exist", "ns1.ukendt.dk"),
        Create("Its .dk domain is not another registrar's", 2201, "No privilege", "ns1.eksempel.dk", user: DkRegistryFixture.UserTwo, address: "193.163.102.1"),
        Create("Below a .dk domain it has an address", 2003, "Value required for host.addr", "ns1.eksempel.dk"),
        Create("Its addresses are public", 2004, "Host IP address is not public", "ns1.nye.example", address: "10.0.0.1"),
        Create("The registrant of its domain is asked", 1001, "Command completed. Pending registrant approval.", "ns1.gammel.dk", address: "193.163.102.1"),
        Create("Its manager is asked", 1001, "Command completed. Pending approval by nameserver contact", "ns1.nye.example", manager: DkRegistryFixture.Two),
        new DkRule("2.12", "A registrar's handle can be refused as manager", 2306, "Registrar handle not permitted as NSA", () =>
            new DkRegistryFixture(new DkRegistryOptions { Quirks = new DkQuirks { RefuseRegistrarAsNameServerManager = true } }).CreateHost("ns1.nye.example", DkRegistryFixture.Two)),
        Update("An address is added", 1000, "Command completed successfully", request => request with { Add = [Address] }),
        Update("An address that is removed is there", 2303, "Host IP address not found", request => request with { Remove = [Address] }),
        Update("A host is not renamed", 2102, "Unimplemented option", request => request with { NewName = "ns7.navneserver.example" }),
        Update("Status values are the registry's", 2102, "Unimplemented option", request => request with { HasStatuses = true }),
        Update("The host exists", 2303, "Unknown host", request => request, name: "ns9.navneserver.example"),
        Update("Its manager changes it", 2201, "No privilege", request => request with { Add = [Address] }, user: DkRegistryFixture.UserTwo),
        Update("A new manager is asked", 1001, "Command completed successfully; action pending", request => request with { RequestedManager = DkRegistryFixture.RegistrantManaged }),
        new DkRule("5.9", "A host that serves its own domain has an address", 2303, "Gluerecords required on new nameserver", WithoutGlue),
        new DkRule("2.12", "It keeps one", 2304, "Not enough ip addresses after change. Minimum one needed.", LastAddress),
        Delete("A host is deleted", 1000, "Command completed successfully", DkRegistryFixture.Ns3),
        Delete("A host that serves domains stays", 2305, "Nameserver has active domains, cannot be deleted", DkRegistryFixture.Ns1),
        Delete("Its manager deletes it", 2201, "No privilege", DkRegistryFixture.Ns3, DkRegistryFixture.UserTwo),
        Delete("What is deleted exists", 2303, "Host does not exist", "ns9.navneserver.example"),
    ];

    private static DkRule Create(string rule, int code, string text, string name, string? manager = null, string user = DkRegistryFixture.UserOne, string? address = null) =>
        new("2.12", rule, code, text, () => new DkRegistryFixture().CreateHost(name, manager, user, address is null ? [] : [address]));

    private static DkRule Update(
        string rule, int code, string text, Func<HostUpdateRequest, HostUpdateRequest> change, string name = DkRegistryFixture.Ns1, string user = DkRegistryFixture.UserOne) =>
        new("2.12", rule, code, text, () => Update(new DkRegistryFixture(), change, name, user));

    private static DkRule Delete(string rule, int code, string text, string name, string user = DkRegistryFixture.UserOne) =>
        new("2.12", rule, code, text, () => new DkRegistryFixture().Send(call => HostDeleteHandler.Handle(call, name), user));

    private static DkResult Update(DkRegistryFixture world, Func<HostUpdateRequest, HostUpdateRequest> change, string name, string user = DkRegistryFixture.UserOne) =>
        world.Send(call => HostUpdateHandler.Handle(call, change(new HostUpdateRequest(name))), user);

    private static DkResult WithoutGlue()
    {
        var world = new DkRegistryFixture(new DkRegistryOptions { Quirks = new DkQuirks { HostsBelowDomainsNeedNoAddress = true } });
        world.CreateHost("ns1.eksempel.dk").Code.Should().Be(1000);
        return world.Update(DkRegistryFixture.OwnDomain, request => request with { NameServers = new NameServerChange([], ["ns1.eksempel.dk"]) });
    }

    private static DkResult LastAddress()
    {
        var world = new DkRegistryFixture();
        world.CreateHost("ns1.eksempel.dk", addresses: [Address.ToString()]);
        world.Update(DkRegistryFixture.OwnDomain, request => request with { NameServers = new NameServerChange([], ["ns1.eksempel.dk"]) });
        return Update(world, request => request with { Remove = [Address] }, "ns1.eksempel.dk");
    }
}
