using System.Globalization;
using EppClient.Dk.Testing;

namespace Samples;

/// <summary>A .dk registry in the current process, with its account in the settings, a customer and name servers.</summary>
internal sealed class EmbeddedRegistry : IAsyncDisposable
{
    public const string Registrant = "NN100-DK";

    private readonly DkTestRegistry _registry = DkTestRegistry.Start(seed: seed => seed
        .Contact(Registrant, "Nynne Nyborg", contact => contact with { Sponsor = "REG-100001" })
        .Hosts("REG-100001", [.. NameServers]));

    private readonly string _authority = Path.GetTempFileName();

    public static IReadOnlyList<string> NameServers { get; } = ["ns1.navneserver.example", "ns2.navneserver.example"];

    /// <summary>Starts the registry. The container disposes it; get it from the container before the pool, so that the pool is disposed first.</summary>
    public static void AddTo(IHostApplicationBuilder builder)
    {
        var embedded = new EmbeddedRegistry();
        var registry = embedded._registry;
        File.WriteAllText(embedded._authority, registry.Server.ExportCaPem());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Epp:Dk:Host"] = registry.Host,
            ["Epp:Dk:Port"] = registry.Port.ToString(CultureInfo.InvariantCulture),
            ["Epp:Dk:ClientId"] = registry.User,
            ["Epp:Dk:Password"] = registry.Password,
            ["Epp:Dk:SponsorId"] = "REG-100001",
            ["Epp:Dk:Tls:TrustedRootsFile"] = embedded._authority,
        });
        builder.Services.AddSingleton(_ => embedded);
    }

    public async ValueTask DisposeAsync()
    {
        await _registry.DisposeAsync();
        File.Delete(_authority);
    }
}
