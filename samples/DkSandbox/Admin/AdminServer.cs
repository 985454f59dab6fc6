using System.Net;
using EppClient.Dk.Testing;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace DkSandbox.Admin;

/// <summary>The page and its API, on loopback only.</summary>
internal sealed class AdminServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private AdminServer(WebApplication app) => _app = app;

    public Uri Address => new UriBuilder(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) { Host = "localhost" }.Uri;

    public static WebApplication Prepare(int port)
    {
        // No configuration files and no logging: the command line has all settings.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddRoutingCore();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, AdminJson.Default));
        return builder.Build();
    }

    public static async Task<AdminServer> StartAsync(WebApplication app, DkTestRegistry registry, ExchangeFeed feed, DomainHistory history, int port)
    {
        app.Use(OwnPageOnly.Check);
        app.UseRouting();
        PageFiles.Map(app);
        AdminApi.Map(app, registry, feed, history);
        try
        {
            await app.StartAsync();
        }
        catch (IOException e)
        {
            await app.DisposeAsync();
            throw new SandboxException($"Port {port} cannot be used: {e.Message} Choose another port with --admin-port.", e);
        }

        return new AdminServer(app);
    }

    public async ValueTask DisposeAsync()
    {
        // Open event streams of pages would delay the shutdown.
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
