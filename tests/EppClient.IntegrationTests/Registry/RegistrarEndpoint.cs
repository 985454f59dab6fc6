using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EppClient.IntegrationTests.Registry;

/// <summary>A registrar's endpoint for fast-track transfers over HTTP on loopback, with a response that the test chooses.</summary>
internal sealed class RegistrarEndpoint : IAsyncDisposable
{
    public const string Link = "https://registrar.example/transfer/session/e125dec7170048378528a664a1c25d1b";
    public const string Accepted = $$"""{ "transfer_session_url": "{{Link}}" }""";

    private readonly WebApplication _app;
    private readonly TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RegistrarEndpoint(WebApplication app) => _app = app;

    public Uri Url { get; private set; } = null!;

    /// <summary>Completes when the first request has arrived.</summary>
    public Task Received => _received.Task;

    public int RequestCount { get; private set; }

    public IHeaderDictionary Headers { get; private set; } = null!;

    public JsonObject Body { get; private set; } = null!;

    /// <summary>The token of each domain of the last request.</summary>
    public IReadOnlyList<string> Tokens =>
        [.. Body["domains"]!.AsArray().Select(domain => domain!["auth_token"]!["value"]!.GetValue<string>())];

    public static Task<RegistrarEndpoint> StartAsync(int status = 200, string body = Accepted) => StartAsync(response =>
    {
        response.StatusCode = status;
        response.Headers.Location = "/transfers/elsewhere";
        response.ContentType = "application/json";
        return response.WriteAsync(body);
    });

    public static async Task<RegistrarEndpoint> StartAsync(Func<HttpResponse, Task> respond)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var endpoint = new RegistrarEndpoint(app);
        app.Run(context => endpoint.ReceiveAsync(context, respond));
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        endpoint.Url = new Uri(new Uri(address), "/transfers?from=registry");
        return endpoint;
    }

    public async ValueTask DisposeAsync()
    {
        // Requests without a response would delay the end.
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext context, Func<HttpResponse, Task> respond)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method))
        {
            // The page to which a registrant is redirected.
            await context.Response.WriteAsync($"Welcome, here is {request.Path}");
            return;
        }

        RequestCount++;
        $"{request.Method} {request.Path}{request.QueryString}".Should().Be("POST /transfers?from=registry");
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        Body = JsonNode.Parse(await reader.ReadToEndAsync())!.AsObject();
        Headers = new HeaderDictionary(request.Headers.ToDictionary());
        _received.TrySetResult();
        await respond(context.Response);
    }
}
