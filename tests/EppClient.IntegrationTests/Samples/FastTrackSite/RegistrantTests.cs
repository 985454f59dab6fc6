using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DkFastTrack;
using EppClient.Dk.Testing;
using EppClient.IntegrationTests.FastTrack;
using EppClient.IntegrationTests.Sandbox;

namespace EppClient.IntegrationTests.Samples.FastTrackSite;

/// <summary>The registrant's way in a browser, from the registry's self-service page to the registrar's progress page.</summary>
public sealed class RegistrantTests : IAsyncLifetime
{
    private static readonly TimeSpan AfterExpiry = TimeSpan.FromMinutes(11);
    private static readonly TimeSpan AfterReconciliation = TimeSpan.FromSeconds(21);

    private RegistrarSite _site = null!;

    public async Task InitializeAsync() => _site = await RegistrarSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [SkippableFact(Timeout = 120_000)]
    public async Task Three_domains_are_transferred_with_the_keyboard_alone()
    {
        Browser.SkipIfAbsent();
        await using var registrant = await Registrant.OpenAsync(_site.SelfService);
        await registrant.StartAsync(_site.SelfService, "1-self-service");
        await registrant.SeeAsync("h1", "Transfer 3 domains to Fjordnavn");
        registrant.Page.Url.Should().Be(new Uri(_site.Address, "/transfer").AbsoluteUri, "the secret of the link is not in the address");
        (await registrant.ReadAsync("tfoot")).Should().Contain("DKK 240.00");
        await registrant.PhotographAsync("2-offer");
        await registrant.TabToAsync("[hreflang=da]");
        await registrant.Page.Keyboard.PressAsync("Enter");
        await registrant.SeeAsync("h1", "Flyt 3 domæner til Fjordnavn");
        (await registrant.ReadAsync("tfoot")).Should().Contain("240,00 kr.");
        await registrant.PhotographAsync("3-offer-in-danish");

        // The registry's response to the first transfer is a failure, so that the outcome is unknown for a while.
        _site.Registry.FailNextCommand();
        await registrant.TabToAsync("#accept");
        await registrant.Page.Keyboard.PressAsync("Space");
        await registrant.TabToAsync("form button");
        await registrant.Page.Keyboard.PressAsync("Enter");
        await registrant.SeeAsync("#summary", "2 af 3 er flyttet");
        await registrant.SeeAsync("#details", "Vi spørger Punktum dk");
        (await registrant.ReadAsync("main")).Should().Contain("Du kan lukke siden.");
        await registrant.PhotographAsync("4-progress");
        _site.Clock.Advance(AfterReconciliation);

        await registrant.SeeAsync("#summary", "Alle 3 domæner er nu hos os.");
        (await registrant.ReadAsync("main")).Should().NotContain("Du kan lukke siden.", "there is nothing left to do");
        await registrant.PhotographAsync("5-complete");
        _site.Portfolio().Should().Equal(RegistrarSite.Domains);
        _site.Registry.FindDomain("rugbrød.dk")!.NameServers.Select(server => server.Ascii).Should().BeEquivalentTo("ns1.fjordnavn.example", "ns2.fjordnavn.example");
    }

    [SkippableFact(Timeout = 120_000)]
    public async Task Wrong_key_is_explained_on_the_self_service_page()
    {
        Browser.SkipIfAbsent();
        _site.Registry.SetFastTrack(DemoRegistry.Account, new DkFastTrackEndpoint { Url = new Uri(_site.Address, "/fast-track"), ApiKey = "the-key-before-the-last-one" });
        await using var registrant = await Registrant.OpenAsync(_site.SelfService);

        await registrant.StartAsync(_site.SelfService);

        await registrant.SeeAsync("#result", "The transfer could not be started automatically.");
        await registrant.PhotographAsync("wrong-key");
        _site.Registry.Snapshot().FastTrackTransfers.Should().ContainSingle().Which.StatusCode.Should().Be(401);
    }

    [SkippableFact(Timeout = 120_000)]
    public async Task Acceptance_after_the_tokens_have_expired_transfers_nothing()
    {
        Browser.SkipIfAbsent();
        await using var registrant = await Registrant.OpenAsync((await _site.OfferAsync()).SessionUrl!);
        await registrant.SeeAsync("h1", "Transfer 3 domains");
        _site.Clock.Advance(AfterExpiry);

        await registrant.AcceptAsync();

        await registrant.SeeAsync("#summary", "The time has run out. Nothing has changed.");
        await registrant.PhotographAsync("expired");
        _site.Portfolio().Should().BeEmpty();
    }

    [SkippableFact(Timeout = 120_000)]
    public async Task Second_request_for_the_domains_of_an_open_session_is_refused()
    {
        Browser.SkipIfAbsent();
        await using var registrant = await Registrant.OpenAsync((await _site.OfferAsync()).SessionUrl!);
        await registrant.SeeAsync("h1", "Transfer 3 domains");

        await registrant.StartAsync(_site.SelfService);

        await registrant.SeeAsync("#result", "The transfer of one of the domains is already in progress at the registrar.");
        await registrant.PhotographAsync("conflict");
    }

    [SkippableFact(Timeout = 120_000)]
    public async Task Repeated_request_leads_to_the_same_session()
    {
        Browser.SkipIfAbsent();
        var person = _site.Registry.Person(DemoRegistry.Registrant);
        var expires = _site.Clock.GetUtcNow() + TimeSpan.FromMinutes(10);
        var request = FastTrackRequests.Of([.. RegistrarSite.Domains.Select(name => (name, person.CreateTransferToken(name), expires))]);
        var link = await PostAsync(request);
        (await PostAsync(request)).Should().Be(link);
        await using var registrant = await Registrant.OpenAsync(link);
        await registrant.SeeAsync("h1", "Transfer 3 domains");

        var second = await PostAsync(request);

        second.Should().NotBe(link, "the first link was used");
        await registrant.Page.GoToAsync(second.AbsoluteUri);
        await registrant.AcceptAsync();
        await registrant.SeeAsync("#summary", "All 3 domains are ours now.");
        _site.Portfolio().Should().Equal(RegistrarSite.Domains);
    }

    [SkippableFact(Timeout = 120_000)]
    public async Task Abandoned_session_ends_and_the_registrant_can_start_again()
    {
        Browser.SkipIfAbsent();
        var link = (await _site.OfferAsync()).SessionUrl!;
        await using var registrant = await Registrant.OpenAsync(link);
        await registrant.SeeAsync("h1", "Transfer 3 domains");
        await registrant.Page.DeleteCookieAsync(await registrant.Page.GetCookiesAsync());
        await registrant.Page.GoToAsync(link.AbsoluteUri);
        await registrant.SeeAsync("h1", "The link no longer works");
        await registrant.PhotographAsync("used-link");
        _site.Clock.Advance(AfterExpiry);
        _site.Portfolio().Should().BeEmpty();

        await registrant.StartAsync(_site.SelfService);
        await registrant.AcceptAsync();

        await registrant.SeeAsync("#summary", "All 3 domains are ours now.");
    }

    [SkippableFact(Timeout = 120_000)]
    public async Task One_domain_that_the_registry_refuses_does_not_stop_the_others()
    {
        Browser.SkipIfAbsent();
        await using var registrant = await Registrant.OpenAsync((await _site.OfferAsync()).SessionUrl!);
        await registrant.SeeAsync("h1", "Transfer 3 domains");
        _site.Registry.SendInvoice("kanelsnegle.dk");

        await registrant.AcceptAsync();

        await registrant.SeeAsync("#summary", "2 of 3 domains are ours now.");
        await registrant.SeeAsync(".failed", "The domain cannot be transferred now: an invoice is unpaid");
        await registrant.PhotographAsync("one-refused");
        _site.Portfolio().Should().Equal("havnens-bageri.dk", "rugbrød.dk");
    }

    [SkippableFact(Timeout = 120_000)]
    public async Task Registrant_who_declines_keeps_the_domains()
    {
        Browser.SkipIfAbsent();
        await using var registrant = await Registrant.OpenAsync((await _site.OfferAsync()).SessionUrl!);

        await registrant.Page.ClickAsync("form button.secondary");

        await registrant.SeeAsync("#summary", "You declined. Nothing has changed.");
        await registrant.PhotographAsync("declined");
        _site.Portfolio().Should().BeEmpty();
        (await _site.OfferAsync()).Outcome.Should().Be(DkFastTrackOutcome.Redirected, "the declined session has ended");
    }

    [Fact(Timeout = 60_000)]
    public async Task Registrant_abroad_reads_that_there_is_no_service()
    {
        var transfer = await _site.OfferAsync(RegistrarSite.Sweden, "lind.dk");

        (transfer.StatusCode, transfer.Message).Should().Be((422, "Fjordnavn har kun kunder i Danmark. / Fjordnavn only has customers in Denmark."));
    }

    private async Task<Uri> PostAsync(JsonObject request)
    {
        using var client = new HttpClient { BaseAddress = _site.Address };
        client.DefaultRequestHeaders.Add("X-API-KEY", _site.ApiKey);
        using var response = await client.PostAsync("/fast-track", request.Json());
        return new Uri((await response.Content.ReadFromJsonAsync<JsonObject>())!["transfer_session_url"]!.GetValue<string>());
    }
}
