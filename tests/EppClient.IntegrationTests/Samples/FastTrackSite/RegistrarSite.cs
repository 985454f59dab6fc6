using System.Net;
using System.Net.Sockets;
using DkFastTrack;
using EppClient.Dk.Testing;
using EppClient.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EppClient.IntegrationTests.Samples.FastTrackSite;

/// <summary>The sample with its registry in this process. One clock moves both.</summary>
internal sealed class RegistrarSite : IAsyncDisposable
{
    public const string Sweden = "SL1-DK";
    public static readonly string[] Domains = ["havnens-bageri.dk", "kanelsnegle.dk", "rugbrød.dk"];

    private readonly DemoRegistry _demo;
    private readonly EppSqliteDatabase _database;
    private readonly WebApplication _site;

    private RegistrarSite(DemoRegistry demo, EppSqliteDatabase database, WebApplication site) => (_demo, _database, _site) = (demo, database, site);

    public DkRegistry Registry => _demo.Registry.Registry;

    public DkClock Clock => _demo.Registry.Clock;

    public Uri SelfService => _demo.SelfService;

    public Uri Address => _demo.Site;

    public string ApiKey => _site.Configuration["FastTrack:ApiKeys:0"]!;

    public static async Task<RegistrarSite> StartAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "DkFastTrack", Args = ["--urls", FreeAddress().AbsoluteUri] });
        builder.Logging.ClearProviders();
        var demo = await DemoRegistry.StartAsync(builder);
        builder.Services.AddSingleton<TimeProvider>(demo.Registry.Clock);

        // The registrar learns from the database that the clock was moved.
        builder.Configuration["FastTrack:PollingInterval"] = "00:00:00.050";
        var database = await EppSqliteDatabase.OpenAsync(Path.Combine(builder.Configuration["Folder"]!, "registrar.db"));
        builder.AddRegistrar(database);
        var site = builder.Build();
        site.MapRegistrar();
        await site.StartAsync();
        return new RegistrarSite(demo, database, site);
    }

    /// <summary>An address on this machine that no server uses.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new UriBuilder("http", "localhost", ((IPEndPoint)listener.LocalEndpoint).Port).Uri;
    }

    /// <summary>The domains of the registrant that the registrar has.</summary>
    public IReadOnlyList<string> Portfolio() => [.. Domains.Where(name => Registry.FindDomain(name)!.Sponsor == DemoRegistry.Account)];

    /// <summary>Starts the transfer as the self-service page does.</summary>
    public Task<DkFastTrackTransfer> OfferAsync(string registrant = DemoRegistry.Registrant, params IReadOnlyList<string> domains) =>
        Registry.Person(registrant).StartFastTrackTransferAsync(DemoRegistry.Account, domains.Count == 0 ? Domains : domains);

    public async ValueTask DisposeAsync()
    {
        await _site.StopAsync();
        await _site.DisposeAsync();
        await _database.DisposeAsync();
        await _demo.DisposeAsync();
    }
}
