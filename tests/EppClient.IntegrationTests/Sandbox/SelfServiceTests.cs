using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DkSandbox;
using EppClient.Dk;
using EppClient.IntegrationTests.Registry;
using Microsoft.AspNetCore.Http;

namespace EppClient.IntegrationTests.Sandbox;

/// <summary>The self-service of the sandbox, as registrants see it, and its API.</summary>
public sealed class SelfServiceTests : IAsyncLifetime, IDisposable
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

    [SkippableFact(Timeout = 120_000)]
    public async Task Registrant_consents_and_is_redirected_to_the_registrar()
    {
        Browser.SkipIfAbsent();
        RegistrarEndpoint endpoint = null!;
        endpoint = await RegistrarEndpoint.StartAsync(response => response.WriteAsJsonAsync(
            new JsonObject { ["transfer_session_url"] = new Uri(endpoint.Url, "/session/7").AbsoluteUri }));
        await using var stop = endpoint;
        await OptInAsync(endpoint.Url);
        await using var browser = await Browser.OpenAsync(new Uri(_sandbox.Page, "self-service?person=KH1-DK"));

        await ChooseAsync(browser, "fast");
        (await browser.Page.EvaluateExpressionAsync<bool>("document.getElementById('start').disabled")).Should().BeTrue("without consent, nothing is sent");
        await browser.Page.ClickAsync("#consent");
        await browser.Page.ClickAsync("#start");

        await browser.Page.WaitForFunctionAsync("() => document.body.innerText.includes('Welcome, here is /session/7')");
        endpoint.Body["contact"]!["id"]!.GetValue<string>().Should().Be("KH1-DK");
        await using var client = PageTests.Connect(_sandbox, "EPP-100002", "Kun-Til-Test-2");
        (await client.SendAsync(DkDomain.Transfer("gammel.dk", endpoint.Tokens[0]))).IsSuccess.Should().BeTrue();
    }

    [SkippableFact(Timeout = 120_000)]
    public async Task Registrant_reads_why_the_registrar_refused()
    {
        Browser.SkipIfAbsent();
        await using var endpoint = await RegistrarEndpoint.StartAsync(422, """{ "error": "We do not serve <b>your</b> country." }""");
        await OptInAsync(endpoint.Url);
        await using var browser = await Browser.OpenAsync(new Uri(_sandbox.Page, "self-service?person=KH1-DK"));

        await ChooseAsync(browser, "fast");
        await browser.Page.ClickAsync("#consent");
        await browser.Page.ClickAsync("#start");

        await browser.Page.WaitForFunctionAsync("() => document.getElementById('result').innerText.includes('We do not serve <b>your</b> country.')");
    }

    [SkippableFact(Timeout = 120_000)]
    public async Task Registrar_without_fast_track_gets_a_token_by_hand()
    {
        Browser.SkipIfAbsent();
        await using var browser = await Browser.OpenAsync(new Uri(_sandbox.Page, "self-service?person=KH1-DK"));

        await ChooseAsync(browser, "manual");
        (await browser.Page.EvaluateExpressionAsync<bool>("document.querySelector('[value=fast]').disabled")).Should().BeTrue();
        await browser.Page.ClickAsync("#start");

        await browser.Page.WaitForFunctionAsync("() => document.getElementById('result').innerText.includes('gammel.dk: OWN-TRANSFER-')");
    }

    [Fact(Timeout = 60_000)]
    public async Task Endpoint_is_set_and_removed_and_its_key_is_not_shown()
    {
        await OptInAsync(new Uri("https://registrar.example/fast-track"));
        var registry = await _http.GetStringAsync("api/registry");
        registry.Should().Contain("https://registrar.example/fast-track").And.NotContain("key-of-registrar");
        (await PostAsync("accounts/REG-100002/fast-track", new JsonObject { ["url"] = "http://registrar.example/" })).StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await PostAsync("accounts/REG-7/fast-track", new JsonObject())).StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await PostAsync("accounts/REG-100002/fast-track", new JsonObject())).StatusCode.Should().Be(HttpStatusCode.NoContent);

        var refused = await PostAsync("self-service/KH1-DK/transfers", new JsonObject { ["registrar"] = "REG-100002", ["domains"] = new JsonArray("gammel.dk") });

        refused.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await refused.Content.ReadAsStringAsync()).Should().Contain("has not opted in");
    }

    [Fact(Timeout = 60_000)]
    public async Task Transfer_is_listed_without_its_link()
    {
        await using var endpoint = await RegistrarEndpoint.StartAsync();
        await OptInAsync(endpoint.Url);

        var started = await PostAsync("self-service/KH1-DK/transfers", new JsonObject { ["registrar"] = "REG-100002", ["domains"] = new JsonArray("gammel.dk") });

        (await started.Content.ReadFromJsonAsync<JsonObject>())!["sessionUrl"]!.GetValue<string>().Should().Be(RegistrarEndpoint.Link);
        var registry = (await _http.GetFromJsonAsync<JsonObject>("api/registry"))!;
        registry["fastTrackTransfers"]![0]!["outcome"]!.GetValue<string>().Should().Be("Redirected");
        registry.ToJsonString().Should().NotContain(RegistrarEndpoint.Link).And.NotContain(endpoint.Tokens[0]);
    }

    private static async Task ChooseAsync(Browser browser, string method)
    {
        await browser.Page.WaitForSelectorAsync("[name=domain][value='gammel.dk']");
        await browser.Page.ClickAsync("[name=domain][value='gammel.dk']");
        await browser.Page.ClickAsync("[name=registrar][value='REG-100002']");
        await browser.Page.ClickAsync($"[name=method][value={method}]");
    }

    private async Task OptInAsync(Uri url) =>
        (await PostAsync("accounts/REG-100002/fast-track", new JsonObject { ["url"] = url.AbsoluteUri, ["apiKey"] = "key-of-registrar" })).StatusCode.Should().Be(HttpStatusCode.NoContent);

    private Task<HttpResponseMessage> PostAsync(string action, JsonObject body) => _http.PostAsJsonAsync($"api/{action}", body);
}
