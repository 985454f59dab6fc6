using EppClient.Dk;
using EppClient.Dk.Testing;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.IntegrationTests.Registry.Handling;

/// <summary>The registry over the wire, a registrar that records its commands, and a stopped clock.</summary>
internal sealed class RegistrarOperationFixture : IAsyncDisposable
{
    public const string Account = "REG-100001";
    public const string Own = "eksempel.dk";
    public const string Old = "gammel.dk";
    public const string Ida = "IP100-DK";
    public const string Kaj = "KH100-DK";
    public const string Ns1 = "ns1.navneserver.example";
    public const string Ns2 = "ns2.navneserver.example";
    public const string Ns3 = "ns3.navneserver.example";

    private readonly EppSessionPool _pool;

    public RegistrarOperationFixture(Action<DkRegistryBuilder>? seed = null, DkRegistryOptions? options = null)
    {
        Dk = DkTestRegistry.Start(
            new DkTestRegistryOptions { Clock = new DkClock(DkRegistryFixture.Start, new FakeTimeProvider()), Registry = options ?? new DkRegistryOptions() },
            builder =>
            {
                builder
                    .Contact(Ida, "Ida Prøve", contact => contact with { Sponsor = Account })
                    .Contact(Kaj, "Kaj Hansen")
                    .Hosts(Account, Ns1, Ns2, Ns3)
                    .Domain(Own, Ida, [Ns1, Ns2])
                    .Domain(Old, Kaj, [Ns1, Ns2]);
                seed?.Invoke(builder);
            });
        _pool = new EppSessionPool(PrivilegeFixture.Options(Dk));
        Client = new CountingClient(_pool);
        Registrar = new DkRegistrar(Client, Account, new DkRegistrarOptions { TimeProvider = Dk.Clock });
    }

    public DkTestRegistry Dk { get; }

    public CountingClient Client { get; }

    public DkRegistrar Registrar { get; }

    public async Task<T> DomainAsync<T>(string name)
        where T : DkHandledDomain => (await Registrar.GetDomainAsync(name)).Should().BeOfType<T>().Subject;

    public async ValueTask DisposeAsync()
    {
        await _pool.DisposeAsync();
        await Dk.DisposeAsync();
    }
}
