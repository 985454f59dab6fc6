using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using DkSandbox;
using EppClient.Commands;
using EppClient.Dk;
using EppClient.Dk.Testing;

namespace EppClient.IntegrationTests.Sandbox;

/// <summary>The admin API, as used by scripts, and its protection against requests of other web pages.</summary>
public sealed class AdminApiTests : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _http = new();
    private DkSandbox.Sandbox _sandbox = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await DkSandbox.Sandbox.StartAsync(new SandboxOptions());
        _http.BaseAddress = _sandbox.Page;
    }

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task Clock_moves_forward_only()
    {
        var before = _sandbox.Registry.Clock.GetUtcNow();

        (await PostAsync("clock", """{ "days": 30, "hours": 1 }""")).Should().Be(HttpStatusCode.NoContent);
        (await PostAsync("clock", """{ "days": -1 }""")).Should().Be(HttpStatusCode.Conflict);

        (_sandbox.Registry.Clock.GetUtcNow() - before).Should().BeCloseTo(new TimeSpan(30, 1, 0, 0), TimeSpan.FromMinutes(5));
    }

    [Fact(Timeout = 60_000)]
    public async Task Domains_are_blocked_invoiced_suspended_and_transferred()
    {
        foreach (var action in (string[])["block", "unblock", "invoice", "pay", "suspend", "keep", "suspend"])
        {
            (await PostAsync("domains/gammel.dk", $$"""{ "action": "{{action}}" }""")).Should().Be(HttpStatusCode.NoContent, action);
        }

        (await PostAsync("domains/gammel.dk", """{ "action": "sell" }""")).Should().Be(HttpStatusCode.Conflict);
        (await PostAsync("domains/findes-ikke.dk", """{ "action": "block" }""")).Should().Be(HttpStatusCode.Conflict);

        _sandbox.Registry.Registry.FindDomain("gammel.dk")!.Deletion!.Cause.Should().Be(DkDeletionCause.Unpaid);
        using var made = await _http.PostAsync("api/domains/eksempel.dk/token", Json("{}"));
        (await made.Content.ReadFromJsonAsync<JsonObject>())!["token"]!.GetValue<string>().Should().StartWith("OWN-TRANSFER-");
    }

    [Fact(Timeout = 60_000)]
    public async Task Balance_offers_and_bounces_are_set()
    {
        (await PostAsync("accounts/REG-100001/deposit", """{ "amount": 12.5 }""")).Should().Be(HttpStatusCode.NoContent);
        (await PostAsync("accounts/REG-7/deposit", """{ "amount": 12.5 }""")).Should().Be(HttpStatusCode.Conflict);
        (await PostAsync("waiting-list", """{ "name": "ventet.dk", "owner": "KH1-DK", "code": "0123ABCD" }""")).Should().Be(HttpStatusCode.NoContent);
        (await PostAsync("waiting-list", """{ "name": "eksempel.dk", "owner": "KH1-DK", "code": "0123ABCD" }""")).Should().Be(HttpStatusCode.Conflict);
        (await PostAsync("contacts/IP1-DK/bounce", "{}")).Should().Be(HttpStatusCode.NoContent);
        (await PostAsync("contacts/IP1-DK/id-check", """{ "outcome": "passed" }""")).Should().Be(HttpStatusCode.Conflict, "there is no pending check");
        (await PostAsync("contacts/IP1-DK/id-check", """{ "outcome": "lost" }""")).Should().Be(HttpStatusCode.Conflict);

        var registry = await RegistryAsync();
        registry["accounts"]![0]!["balance"]!.GetValue<decimal>().Should().Be(1012.5m);
        registry["offers"]![0]!["name"]!.GetValue<string>().Should().Be("ventet.dk");
        registry["messages"]![0]!["text"]!.GetValue<string>().Should().Contain("IP1-DK");
        registry.ToJsonString().Should().NotContain("Kun-Til-Test");
    }

    [Theory(Timeout = 60_000)]
    [InlineData("loseCommand", false)]
    [InlineData("loseResponse", true)]
    public async Task Injected_fault_leaves_the_outcome_unknown(string fault, bool isCarriedOut)
    {
        await using var client = Connect();
        await client.SendAsync(new DomainCheck("eksempel.dk"));
        (await PostAsync("faults", $$"""{ "fault": "{{fault}}" }""")).Should().Be(HttpStatusCode.NoContent);

        var delete = async () => await client.SendAsync(new DomainDelete("eksempel.dk"));

        (await delete.Should().ThrowAsync<EppException>()).Which.Delivery.Should().NotBe(EppDelivery.NotSent);
        (_sandbox.Registry.Registry.FindDomain("eksempel.dk")!.Deletion is not null).Should().Be(isCarriedOut);
    }

    [Fact(Timeout = 60_000)]
    public async Task Malformed_response_is_delivered_by_its_code()
    {
        await using var client = Connect();
        await client.SendAsync(new DomainCheck("eksempel.dk"));
        (await PostAsync("faults", """{ "fault": "corruptResponse" }""")).Should().Be(HttpStatusCode.NoContent);

        var response = await client.SendAsync(new DomainDelete("eksempel.dk"));

        response.IsSuccess.Should().BeTrue();
        response.XmlFault.Should().NotBeNull();
        _sandbox.Registry.Registry.FindDomain("eksempel.dk")!.Deletion.Should().NotBeNull();
    }

    private EppSessionPool Connect() => new(new EppOptions
    {
        Host = "localhost",
        Port = _sandbox.Port,
        ClientId = "EPP-100001",
        Password = "Kun-Til-Test-1",
        Profile = DkProfile.Current,
        Tls = new EppTlsOptions { TrustedRoots = [_sandbox.Registry.CaCertificate] },
    });

    [Fact(Timeout = 60_000)]
    public async Task Saved_state_can_seed_another_registry()
    {
        await PostAsync("domains/eksempel.dk", """{ "action": "block" }""");
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, await _http.GetStringAsync("api/state"));

        await using var other = await DkSandbox.Sandbox.StartAsync(new SandboxOptions { SeedFile = file });

        other.Registry.Registry.FindDomain("eksempel.dk")!.IsBlocked.Should().BeTrue();
        File.Delete(file);
    }

    [Fact(Timeout = 60_000)]
    public async Task History_has_the_time_of_each_change()
    {
        await PostAsync("domains/gammel.dk", """{ "action": "block" }""");
        await PostAsync("clock", """{ "days": 2 }""");
        await PostAsync("domains/gammel.dk", """{ "action": "unblock" }""");

        var history = (await _http.GetFromJsonAsync<JsonArray>("api/domains/GAMMEL.dk/history"))!;

        history.Select(change => change!["text"]!.GetValue<string>()).Should().Equal("registered to KH1-DK, managed by DKHM1-DK", "blocked", "unblocked");
        (history[2]!["time"]!.GetValue<DateTimeOffset>() - history[1]!["time"]!.GetValue<DateTimeOffset>()).Should().BeGreaterThanOrEqualTo(TimeSpan.FromDays(2));
        (await _http.GetStringAsync("api/domains/findes-ikke.dk/history")).Should().Be("[]");
    }

    [Fact(Timeout = 60_000)]
    public async Task Requests_from_other_origins_are_rejected()
    {
        using var rebound = new HttpRequestMessage(HttpMethod.Get, "api/registry") { Headers = { Host = "evil.example" } };
        (await _http.SendAsync(rebound)).StatusCode.Should().Be(HttpStatusCode.MisdirectedRequest);
        (await _http.PostAsync("api/shutdown", new FormUrlEncodedContent([]))).StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType);
        _sandbox.Registry.Registry.IsShuttingDown.Should().BeFalse();
    }

    private async Task<HttpStatusCode> PostAsync(string action, string json)
    {
        using var response = await _http.PostAsync($"api/{action}", Json(json));
        return response.StatusCode;
    }

    private async Task<JsonObject> RegistryAsync() => (await _http.GetFromJsonAsync<JsonObject>("api/registry"))!;

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");
}
