using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EppClient.Dk.Testing;
using EppClient.Testing.Server;
using Microsoft.AspNetCore.Builder;
using RegistrarApi;

namespace EppClient.IntegrationTests.Samples;

/// <summary>The web API, called over HTTP.</summary>
public sealed class RegistrarApiTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("epp-api-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Timeout = 120_000)]
    public async Task Domain_is_applied_for_read_changed_and_deleted_against_the_embedded_registry()
    {
        await using var api = await StartAsync();
        (await api.GetAsync("/domains/nyt.dk/availability")).GetProperty("available").GetBoolean().Should().BeTrue();

        var application = new { name = "NYT.dk", registrant = "NN100-DK", termsAccepted = TimeProvider.System.GetUtcNow(), nameServers = Names };
        var accepted = await api.SendAsync(HttpMethod.Post, "/domains", application, key: "order-4711");
        accepted.StatusCode.Should().Be(HttpStatusCode.Accepted);
        accepted.Headers.Location!.ToString().Should().Be("/operations/order-4711");
        await Eventually.HoldsAsync(async () => await api.StateOfAsync("order-4711") == "Succeeded");
        var repeated = await api.SendAsync(HttpMethod.Post, "/domains", application, key: "order-4711");
        repeated.StatusCode.Should().Be(HttpStatusCode.OK, "the application is not sent again");

        var domain = await api.GetAsync("/domains/nyt.dk");
        (domain.GetProperty("name").GetString(), domain.GetProperty("handlingModel").GetString(), domain.GetProperty("isOurs").GetBoolean()).Should().Be(("nyt.dk", "RegistrarManaged", true));
        (await api.SendAsync(HttpMethod.Put, "/domains/nyt.dk/auto-renew", new { autoRenew = false })).StatusCode.Should().Be(HttpStatusCode.OK);
        (await api.GetAsync("/domains/nyt.dk")).GetProperty("autoRenew").GetBoolean().Should().BeFalse();
        var delegated = await api.SendAsync(HttpMethod.Put, "/domains/nyt.dk/delegation", new { nameServers = Names, dsRecords = new[] { Ds } });
        (await ReadAsync(delegated)).GetProperty("dsRecords").EnumerateArray().Should().ContainSingle();
        (await api.SendAsync(HttpMethod.Delete, "/domains/nyt.dk", content: null)).StatusCode.Should().Be(HttpStatusCode.Accepted);
        (await api.GetAsync("/domains/nyt.dk")).GetProperty("isRestorable").GetBoolean().Should().BeTrue();
        (await api.SendAsync(HttpMethod.Post, "/domains/nyt.dk/restoration", content: null)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact(Timeout = 120_000)]
    public async Task Refusals_and_invalid_requests_are_problem_details()
    {
        await using var api = await StartAsync();

        var missing = await ProblemAsync(await api.Client.GetAsync("/domains/findes-ikke.dk"), HttpStatusCode.NotFound);
        missing.GetProperty("reason").GetString().Should().Be("NotFound");
        missing.GetProperty("serverTransactionId").GetString().Should().NotBeNullOrEmpty();

        var refused = await ProblemAsync(await api.SendAsync(HttpMethod.Delete, "/domains/findes-ikke.dk", content: null, key: "delete-0001"), HttpStatusCode.NotFound);
        refused.GetProperty("operation").GetString().Should().Be("/operations/delete-0001");
        (await api.StateOfAsync("delete-0001")).Should().Be("Refused");

        var application = new { name = "nyt.dk", registrant = "NN100-DK", nameServers = Names[..1] };
        var invalid = await ProblemAsync(await api.SendAsync(HttpMethod.Post, "/domains", application), HttpStatusCode.BadRequest);
        invalid.GetProperty("errors").EnumerateObject().Select(error => error.Name).Should().BeEquivalentTo("TermsAccepted", "NameServers");

        await ProblemAsync(await api.SendAsync(HttpMethod.Delete, "/domains/nyt.dk", content: null, key: "short"), HttpStatusCode.BadRequest);
        (await api.Client.GetAsync("/operations/unknown")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact(Timeout = 120_000)]
    public async Task Unknown_outcome_is_a_problem_whose_operation_tells_what_became_of_it()
    {
        await using var registry = new IdleRegistry();
        await using var api = await StartAsync(registry.Settings);
        await registry.Idle;

        registry.LoseNextResponse();
        var unknown = await ProblemAsync(await api.SendAsync(HttpMethod.Put, "/domains/eksempel.dk/auto-renew", new { autoRenew = false }, key: "switch-0001"), HttpStatusCode.GatewayTimeout);

        unknown.GetProperty("type").GetString().Should().Be("urn:registrar-api:outcome-unknown");
        unknown.GetProperty("operation").GetString().Should().Be("/operations/switch-0001");
        (await api.StateOfAsync("switch-0001")).Should().Be("Succeeded");
    }

    [Fact(Timeout = 120_000)]
    public async Task Unknown_outcome_of_a_call_with_several_commands_has_an_operation_too()
    {
        await using var registry = new IdleRegistry();
        await using var api = await StartAsync(registry.Settings);
        await registry.Idle;

        registry.LoseResponseTo("<update>");
        var delegation = new { nameServers = new[] { Names[0], "ns3.navneserver.example" } };
        var unknown = await ProblemAsync(await api.SendAsync(HttpMethod.Put, "/domains/eksempel.dk/delegation", delegation), HttpStatusCode.GatewayTimeout);

        (await api.GetAsync(unknown.GetProperty("operation").GetString()!)).GetProperty("state").GetString().Should().Be("Succeeded");
    }

    [Fact(Timeout = 120_000)]
    public async Task Operation_of_an_earlier_process_is_reconciled_after_a_start()
    {
        await using var registry = new IdleRegistry();
        await using (var api = await StartAsync(registry.Settings))
        {
            await registry.Idle;
            registry.LoseNextResponse();
            await ProblemAsync(await api.SendAsync(HttpMethod.Put, "/domains/eksempel.dk/auto-renew", new { autoRenew = false }, key: "switch-0002"), HttpStatusCode.GatewayTimeout);
        }

        await using var restarted = await StartAsync(registry.Settings);

        await Eventually.HoldsAsync(async () => await restarted.StateOfAsync("switch-0002") == "Succeeded");
    }

    [Fact(Timeout = 120_000)]
    public async Task Api_description_health_and_metrics_are_served()
    {
        await using var api = await StartAsync();
        await api.GetAsync("/domains/nyt.dk/availability");

        (await api.GetAsync("/openapi/v1.json")).GetProperty("paths").EnumerateObject().Select(path => path.Name)
            .Should().Contain("/domains/{name}/renewal").And.Contain("/operations/{id}");
        (await api.Client.GetAsync("/docs/")).Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        (await api.Client.GetStringAsync("/health")).Should().Be("Healthy");
        (await api.Client.GetStringAsync("/metrics")).Should().Contain("epp_");
    }

    private static string[] Names { get; } = ["ns1.navneserver.example", "ns2.navneserver.example"];

    private static object Ds { get; } = new { keyTag = 12345, algorithm = 13, digestType = 2, digest = new string('A', 64) };

    private async Task<Api> StartAsync(params IReadOnlyList<string> settings)
    {
        var app = await RegistrarApplication.CreateAsync(["--urls", "http://127.0.0.1:0", "--Database", Path.Combine(_folder, "api.db"), .. settings]);
        await app.StartAsync();
        return new Api(app);
    }

    private static async Task<JsonElement> ProblemAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.Should().Be(status, "{0}", text);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        return JsonDocument.Parse(text).RootElement;
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.Should().BeTrue("{0}: {1}", response.StatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>A running API and its client.</summary>
    private sealed class Api(WebApplication app) : IAsyncDisposable
    {
        public HttpClient Client { get; } = new() { BaseAddress = new Uri(app.Urls.Single()) };

        public async Task<JsonElement> GetAsync(string path) => await ReadAsync(await Client.GetAsync(path));

        public async Task<string?> StateOfAsync(string operation) => (await GetAsync($"/operations/{operation}")).GetProperty("state").GetString();

        public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? content, string? key = null)
        {
            var request = new HttpRequestMessage(method, path) { Content = content is null ? null : JsonContent.Create(content) };
            if (key is not null)
            {
                request.Headers.Add("Idempotency-Key", key);
            }

            return Client.SendAsync(request);
        }

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }

    /// <summary>A registry with a domain, and a signal for when the poll worker waits, so that a fault affects the command of the test.</summary>
    private sealed class IdleRegistry : IAsyncDisposable
    {
        private readonly DkTestRegistry _registry;
        private readonly string _authority = Path.GetTempFileName();
        private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private string? _lost;

        public IdleRegistry()
        {
            _registry = DkTestRegistry.Start(
                new DkTestRegistryOptions { Server = new EppTestServerOptions { FrameObserver = Observe } },
                seed => seed
                    .Contact("NN100-DK", "Nynne Nyborg", contact => contact with { Sponsor = "REG-100001" })
                    .Hosts("REG-100001", [.. Names, "ns3.navneserver.example"])
                    .Domain("eksempel.dk", "NN100-DK", Names));
            File.WriteAllText(_authority, _registry.Server.ExportCaPem());
        }

        public Task Idle => _idle.Task;

        public IReadOnlyList<string> Settings =>
        [
            "--Epp:Dk:Host", _registry.Host, "--Epp:Dk:Port", $"{_registry.Port}", "--Epp:Dk:ClientId", _registry.User, "--Epp:Dk:Password", _registry.Password,
            "--Epp:Dk:SponsorId", "REG-100001", "--Epp:Dk:Tls:TrustedRootsFile", _authority,
        ];

        public void LoseNextResponse() => _registry.Server.InjectFault(EppServerFault.LoseResponse);

        /// <summary>Loses the response to the next message with a text: the fault is injected when it is received.</summary>
        public void LoseResponseTo(string text) => Volatile.Write(ref _lost, text);

        public async ValueTask DisposeAsync()
        {
            await _registry.DisposeAsync();
            File.Delete(_authority);
        }

        private void Observe(ServerFrame frame)
        {
            var text = Encoding.UTF8.GetString(frame.Message.Span);
            if (!frame.IsFromClient && text.Contains("\"1300\"", StringComparison.Ordinal))
            {
                _idle.TrySetResult();
            }
            else if (frame.IsFromClient && Volatile.Read(ref _lost) is { } lost && text.Contains(lost, StringComparison.Ordinal))
            {
                Volatile.Write(ref _lost, null);
                LoseNextResponse();
            }
        }
    }
}
