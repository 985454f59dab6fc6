using EppClient.Dk.Testing.Commands;
using EppClient.Dk.Testing.Requests;
using static EppClient.IntegrationTests.Registry.DkRegistryFixture;

namespace EppClient.IntegrationTests.Registry.Poll;

/// <summary>Messages about hosts.</summary>
internal static class HostPollRows
{
    private const string Below = "ns1.gammel.dk";
    private const string Elsewhere = "ns1.nye.example";
    private const string Registered = "The name server {host} has been registered, as ";
    private const string NotRegistered = "The name server {host} has not been registered, as ";
    private const string Role = "The name server manager role for {host} has ";

    public static IEnumerable<PollRow> All =>
    [
        Create(Registered + "the registrant has approved it", "panData (1)", Below, null, world => world.Registry.Person(RegistrantManaged).Accept(Below)),
        Create(NotRegistered + "it has been rejected by the registrant", "panData (0)", Below, null, world => world.Registry.Person(RegistrantManaged).Refuse(Below)),
        Create(NotRegistered + "it was not approved by the registrant in time", "panData (0)", Below, null, world => world.Registry.Advance(TimeSpan.FromDays(15))),
        Create(Registered + "the registrant has approved it and {handle} has accepted the name server manager role", "panData (1)", Below, Two, world =>
        {
            world.Registry.Person(RegistrantManaged).Accept(Below);
            world.Registry.Person(Two).Accept(Below);
        }),
        Create(NotRegistered + "the name server manager role has been rejected", "panData (0)", Elsewhere, Two, world => world.Registry.Person(Two).Refuse(Elsewhere)),
        Create(NotRegistered + "the name server manager role was not accepted in time", "panData (0)", Elsewhere, Two, world => world.Registry.Advance(TimeSpan.FromDays(15))),
        Create(Registered + "{handle} has accepted the name server manager role", "panData (1)", Elsewhere, Two, world => world.Registry.Person(Two).Accept(Elsewhere)),
        Update(Role + "been accepted by {handle}", "panData (1)", world => world.Registry.Person(Two).Accept(Ns3)),
        Update(Role + "been rejected by {handle}", "panData (0)", world => world.Registry.Person(Two).Refuse(Ns3)),
        Update(Role + "not been accepted by {handle} in time", "panData (0)", world => world.Registry.Advance(TimeSpan.FromDays(15))),
        new PollRow("The name server {host} has been deleted", "infData", "The name server ns1.eksempel.dk has been deleted", world =>
        {
            world.CreateHost("ns1.eksempel.dk", addresses: ["193.163.102.1"]).Code.Should().Be(1000);
            world.Delete(OwnDomain).Code.Should().Be(1001);
            world.Registry.Advance(TimeSpan.FromDays(31));
        }),
    ];

    private static PollRow Create(string kind, string payload, string host, string? manager, Action<DkRegistryFixture> end) =>
        new(kind, payload, Fill(kind, host), world =>
        {
            world.CreateHost(host, manager, addresses: host == Below ? ["193.163.102.1"] : []).Code.Should().Be(1001);
            end(world);
        });

    private static PollRow Update(string kind, string payload, Action<DkRegistryFixture> end) => new(kind, payload, Fill(kind, Ns3), world =>
    {
        world.Send(call => HostUpdateHandler.Handle(call, new HostUpdateRequest(Ns3) { RequestedManager = Two })).Code.Should().Be(1001);
        end(world);
    });

    private static string Fill(string kind, string host) =>
        kind.Replace("{host}", host, StringComparison.Ordinal).Replace("{handle}", Two, StringComparison.Ordinal);
}
