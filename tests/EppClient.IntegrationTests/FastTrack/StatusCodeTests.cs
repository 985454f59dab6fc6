using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using EppClient.Dk.AspNetCore;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EppClient.IntegrationTests.FastTrack;

/// <summary>Each row of the response table in the registry's specification.</summary>
public sealed class StatusCodeTests : FastTrackTestBase
{
    private const int Timeout = 60_000;

    [Fact(Timeout = Timeout)]
    public async Task Valid_request_gets_200_with_a_link_to_the_registrars_page()
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock);

        using var response = await application.PostAsync(Request());
        var body = await response.Content.ReadFromJsonAsync<JsonObject>();

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        body.Should().ContainSingle().Which.Key.Should().Be("transfer_session_url");
        FastTrackApplication.LinkOf(body!).Should().HaveLength(32);
    }

    [Theory(Timeout = Timeout)]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("key-of-the-registrar-portaL")]
    [InlineData("key-of-the-registrar-portal-and-more")]
    public async Task Missing_or_wrong_key_gets_401(string? key)
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock);

        using var response = await application.PostAsync(Request(), key);

        await RequireErrorAsync(response, HttpStatusCode.Unauthorized);
    }

    [Fact(Timeout = Timeout)]
    public async Task Disabled_endpoint_gets_404()
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock, configure: options => options.IsEnabled = false);

        using var response = await application.PostAsync(Request());

        await RequireErrorAsync(response, HttpStatusCode.NotFound);
    }

    [Fact(Timeout = Timeout)]
    public async Task Request_that_takes_too_long_gets_408()
    {
        await using var application = await FastTrackApplication.StartAsync(
            Folder, Clock, configure: options => options.RequestTimeout = TimeSpan.FromMilliseconds(100), build: builder => builder.UsePolicy<HangingPolicy>());

        using var response = await application.PostAsync(Request());

        await RequireErrorAsync(response, HttpStatusCode.RequestTimeout);
    }

    [Fact(Timeout = Timeout)]
    public async Task Body_that_does_not_arrive_gets_408()
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock, configure: options => options.RequestTimeout = TimeSpan.FromMilliseconds(100));
        using var raw = new RawRequest(application.Client.BaseAddress!);

        var status = await raw.SendAsync(FastTrackApplication.Key, contentLength: 1000, "{ \"contact\": ");

        status.Should().Be("HTTP/1.1 408 Request Timeout");
    }

    [Fact(Timeout = Timeout)]
    public async Task Domain_of_an_active_session_gets_409()
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock);
        await application.OfferAsync(Request(token: "OWN-TRANSFER-1"));

        using var response = await application.PostAsync(FastTrackRequests.Of(("andet.dk", "OWN-TRANSFER-2", InFiveMinutes), ("eksempel.dk", "OWN-TRANSFER-3", InFiveMinutes)));

        await RequireErrorAsync(response, HttpStatusCode.Conflict);
        (await application.OfferAsync(Request("andet.dk"))).Should().NotBeNull("a request that was refused reserves no domain");
    }

    [Fact(Timeout = Timeout)]
    public async Task Request_that_the_registrar_refuses_gets_422_with_the_registrars_text()
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock, build: builder => builder.UsePolicy<DanesOnlyPolicy>());

        using var response = await application.PostAsync(Request().With("contact.address.country", "GB"));
        using var accepted = await application.PostAsync(Request());

        (await RequireErrorAsync(response, HttpStatusCode.UnprocessableEntity)).Should().Be("Vi har kun kunder i Danmark. / We only have customers in Denmark.");
        accepted.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact(Timeout = Timeout)]
    public async Task Failure_of_the_program_gets_500()
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock, build: builder => builder.UsePolicy<FailingPolicy>());

        using var response = await application.PostAsync(Request());

        await RequireErrorAsync(response, HttpStatusCode.InternalServerError);
    }

    [Fact(Timeout = Timeout)]
    public async Task Failure_of_the_store_gets_503()
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock, wrap: store => new StoppingStore(store) { Failure = new SqliteException("disk I/O error", 10), StopsBeforeWrite = 1 });

        using var response = await application.PostAsync(Request());

        await RequireErrorAsync(response, HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter!.Delta.Should().BePositive();
    }

    [Fact(Timeout = Timeout)]
    public async Task More_requests_than_allowed_get_503_and_those_without_key_do_not_count()
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock, configure: options => options.RequestsPerMinute = 2);
        List<HttpStatusCode> codes = [];
        foreach (var key in (string?[])[null, null, null, FastTrackApplication.Key, FastTrackApplication.Key, FastTrackApplication.Key])
        {
            using var response = await application.PostAsync(Request(), key);
            codes.Add(response.StatusCode);
        }

        codes.Should().Equal(
            HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable);
    }

    private static async Task<string> RequireErrorAsync(HttpResponseMessage response, HttpStatusCode code)
    {
        response.StatusCode.Should().Be(code);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        var body = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        body.Should().ContainSingle();
        var text = body["error"]!.GetValue<string>();
        text.Split(" / ").Should().HaveCount(2, "the text is in Danish and in English");
        return text;
    }

    private sealed class HangingPolicy(IOptionsMonitor<DkFastTrackOptions> options) : DkFastTrackPolicy(options)
    {
        public override async ValueTask<DkFastTrackText?> FindRefusalAsync(DkTransferSession session, CancellationToken cancellationToken)
        {
            await Task.Delay(System.Threading.Timeout.Infinite, cancellationToken);
            return null;
        }
    }

    private sealed class DanesOnlyPolicy(IOptionsMonitor<DkFastTrackOptions> options) : DkFastTrackPolicy(options)
    {
        public override ValueTask<DkFastTrackText?> FindRefusalAsync(DkTransferSession session, CancellationToken cancellationToken) => new(
            session.Contact.CountryCode == "DK" ? null : new DkFastTrackText("Vi har kun kunder i Danmark.", "We only have customers in Denmark."));
    }

    private sealed class FailingPolicy(IOptionsMonitor<DkFastTrackOptions> options) : DkFastTrackPolicy(options)
    {
        public override ValueTask<DkFastTrackText?> FindRefusalAsync(DkTransferSession session, CancellationToken cancellationToken) => throw new InvalidOperationException("The customer database is down.");
    }
}
