using System.Net.Http.Json;
using System.Text.Json.Nodes;
using EppClient.Dk;
using EppClient.Dk.AspNetCore;
using EppClient.Dk.Testing;
using EppClient.IntegrationTests.Callers;
using EppClient.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EppClient.IntegrationTests.FastTrack;

/// <summary>A registrar's web application with the endpoint, on Kestrel. Its folder has the database and the keys, and can be used again after a restart.</summary>
internal sealed class FastTrackApplication : IAsyncDisposable
{
    public const string Key = "key-of-the-registrar-portal";
    public const string Page = "https://registrar.example/flyt";

    private readonly WebApplication _application;
    private readonly EppSqliteDatabase _database;

    private FastTrackApplication(WebApplication application, EppSqliteDatabase database, ClientLog log)
    {
        (_application, _database, Log) = (application, database, log);
        Client = new HttpClient { BaseAddress = new Uri(application.Urls.Single()), Timeout = Timeout.InfiniteTimeSpan };
    }

    public HttpClient Client { get; }

    public ClientLog Log { get; }

    public IServiceProvider Services => _application.Services;

    public DkTransferSessions Sessions => Services.GetRequiredService<DkTransferSessions>();

    public IDkTransferSessionStore Store => Services.GetRequiredService<IDkTransferSessionStore>();

    /// <param name="folder">The folder of the database and the keys.</param>
    /// <param name="clock">The clock. It can be moved; timers run in real time.</param>
    /// <param name="registrar">The account; null for one that fails the test when it is used.</param>
    /// <param name="configure">Changes the options.</param>
    /// <param name="build">Adds services.</param>
    /// <param name="wrap">Wraps the store.</param>
    /// <param name="map">Maps other endpoints.</param>
    public static async Task<FastTrackApplication> StartAsync(
        string folder,
        DkClock clock,
        IDkRegistrar? registrar = null,
        Action<DkFastTrackOptions>? configure = null,
        Action<DkFastTrackBuilder>? build = null,
        Func<IDkTransferSessionStore, IDkTransferSessionStore>? wrap = null,
        Action<WebApplication>? map = null)
    {
        var log = new ClientLog();
        var database = await EppSqliteDatabase.OpenAsync(Path.Combine(folder, "registrar.db"));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<ILoggerFactory>(log).AddSingleton<TimeProvider>(clock).AddSingleton(registrar ?? new UnusedRegistrar());
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder, "keys"))).SetApplicationName("registrar");
        var fastTrack = builder.Services
            .AddDkFastTrack(options =>
            {
                (options.SessionUrl, options.PollingInterval, options.RetryDelay) = (new Uri(Page), TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(10));
                options.ApiKeys.Add(Key);
                configure?.Invoke(options);
            })
            .UseStore(_ => wrap is null ? new DkTransferSessionDatabase(database.Source) : wrap(new DkTransferSessionDatabase(database.Source)));
        build?.Invoke(fastTrack);
        var application = builder.Build();
        application.MapDkFastTrack("/fast-track");
        map?.Invoke(application);
        await application.StartAsync();
        return new FastTrackApplication(application, database, log);
    }

    /// <summary>Sends a request as the registry does.</summary>
    public Task<HttpResponseMessage> PostAsync(JsonObject request, string? key = Key) => PostAsync(request.Json(), key);

    public Task<HttpResponseMessage> PostAsync(HttpContent content, string? key = Key)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, "/fast-track") { Content = content };
        if (key is not null)
        {
            message.Headers.Add("X-API-KEY", key);
        }

        return Client.SendAsync(message);
    }

    /// <summary>Sends a request and returns the secret of the link in the response.</summary>
    public async Task<string> OfferAsync(JsonObject request)
    {
        using var response = await PostAsync(request);
        ((int)response.StatusCode).Should().Be(200);
        return LinkOf((await response.Content.ReadFromJsonAsync<JsonObject>())!);
    }

    /// <summary>Sends a request, and opens and accepts its session as the registrant does.</summary>
    public async Task<DkTransferSession> AcceptAsync(JsonObject request)
    {
        var session = (await Sessions.OpenAsync(await OfferAsync(request)))!;
        (await Sessions.AcceptAsync(session.Id, new DkTransferAcceptance { Customer = "K-1001", TermsVersion = session.Terms?.Version })).Should().BeTrue();
        return session;
    }

    /// <summary>Waits until a session has ended.</summary>
    public async Task<DkTransferSession> WhenEndedAsync(string id) => await Sessions.WatchAsync(id).LastAsync();

    public static string LinkOf(JsonObject response)
    {
        var url = response["transfer_session_url"]!.GetValue<string>();
        url.Should().MatchRegex($"^{Page}/[0-9a-f]{{32}}$");
        return url[(Page.Length + 1)..];
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
        await _database.DisposeAsync();
    }
}
