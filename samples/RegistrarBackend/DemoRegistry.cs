using System.Globalization;
using EppClient.Dk;
using EppClient.Dk.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace RegistrarBackend;

/// <summary>A .dk registry in the current process, with its account in the settings, and a customer who wants a domain.</summary>
internal sealed class DemoRegistry : IAsyncDisposable
{
    private const string Registrant = "NN100-DK";
    private static readonly string[] NameServers = ["ns1.navneserver.example", "ns2.navneserver.example"];

    private readonly DkTestRegistry _registry = DkTestRegistry.Start(
        new DkTestRegistryOptions(),
        seed => seed.Contact(Registrant, "Nynne Nyborg", contact => contact with { Sponsor = "REG-100001" }).Hosts("REG-100001", NameServers));

    private readonly string _authority = Path.GetTempFileName();

    public static DemoRegistry Start(HostApplicationBuilder builder)
    {
        var demo = new DemoRegistry();
        var registry = demo._registry;
        File.WriteAllText(demo._authority, registry.Server.ExportCaPem());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Epp:Dk:Host"] = registry.Host,
            ["Epp:Dk:Port"] = registry.Port.ToString(CultureInfo.InvariantCulture),
            ["Epp:Dk:ClientId"] = registry.User,
            ["Epp:Dk:Password"] = registry.Password,
            ["Epp:Dk:SponsorId"] = "REG-100001",
            ["Epp:Dk:Tls:TrustedRootsFile"] = demo._authority,
        });
        builder.Services.AddHostedService<Customer>();
        return demo;
    }

    public async ValueTask DisposeAsync()
    {
        await _registry.DisposeAsync();
        File.Delete(_authority);
    }

    private sealed class Customer(IDkRegistrar registrar, TimeProvider? time = null) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken) => await registrar.ApplyAsync(
            new DkDomainApplication("nyt.dk", Registrant, (time ?? TimeProvider.System).GetUtcNow(), NameServers), stoppingToken);
    }
}
