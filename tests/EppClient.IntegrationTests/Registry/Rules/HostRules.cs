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
        Create("A host can be created", 1000, "Command completed successfully", "ns1.nye.example"),
        Create("The host must not exist", 2302, "Host already exists", DkRegistryFixture.Ns1),
        Create("The host name must be valid", 2005, "Invalid host name.", "-ns.example"),
        Create("The host name must end in a valid top-level domain", 2005, "Invalid TLD in host name.", "ns1.example.7"),
        Create("The .dk domain of the host must exist", 2303, "Domain does not exist", "ns1.ukendt.dk"),
        Create("The .dk domain of the host must not belong to another registrar", 2201, "No privilege", "ns1.eksempel.dk", user: DkRegistryFixture.UserTwo, address: "193.163.102.1"),
        Create("A host below a .dk domain requires an address", 2003, "Value required for host.addr", "ns1.eksempel.dk"),
        Create("The addresses of the host must be public", 2004, "Host IP address is not public", "ns1.nye.example", address: "10.0.0.1"),
        Create("The registrant of the host's domain has to approve", 1001, "Command completed. Pending registrant approval.", "ns1.gammel.dk", address: "193.163.102.1"),
        Create("The requested manager has to approve", 1001, "Command completed. Pending approval by nameserver contact", "ns1.nye.example", manager: DkRegistryFixture.Two),
        new DkRule("2.12", "A registrar's handle is refused as manager (`RefuseRegistrarAsNameServerManager`)", 2306, "Registrar handle not permitted as NSA", () =>
            new DkRegistryFixture(new DkRegistryOptions { Quirks = new DkQuirks { RefuseRegistrarAsNameServerManager = true } }).CreateHost("ns1.nye.example", DkRegistryFixture.Two)),
        Update("An address can be added", 1000, "Command completed successfully", request => request with { Add = [Address] }),
        Update("An address to remove must exist", 2303, "Host IP address not found", request => request with { Remove = [Address] }),
        Update("A host cannot be renamed", 2102, "Unimplemented option", request => request with { NewName = "ns7.navneserver.example" }),
        Update("Only the registry can set status values", 2102, "Unimplemented option", request => request with { HasStatuses = true }),
        Update("The host to update must exist", 2303, "Unknown host", request => request, name: "ns9.navneserver.example"),
        Update("Only the manager, or the registrar of the domain above, can update a host", 2201, "No privilege", request => request with { Add = [Address] }, user: DkRegistryFixture.UserTwo),
        Update("A new manager has to approve", 1001, "Command completed successfully; action pending", request => request with { RequestedManager = DkRegistryFixture.RegistrantManaged }),
        new DkRule("5.9", "A host that serves its own domain requires an address", 2303, "Gluerecords required on new nameserver", WithoutGlue),
        new DkRule("2.12", "At least one address must remain", 2304, "Not enough ip addresses after change. Minimum one needed.", LastAddress),
        Delete("A host can be deleted", 1000, "Command completed successfully", DkRegistryFixture.Ns3),
        Delete("A host that serves domains cannot be deleted", 2305, "Nameserver has active domains, cannot be deleted", DkRegistryFixture.Ns1),
        Delete("Only the manager, or the registrar of the domain above, can delete a host", 2201, "No privilege", DkRegistryFixture.Ns3, DkRegistryFixture.UserTwo),
        Delete("The host to delete must exist", 2303, "Host does not exist", "ns9.navneserver.example"),
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
