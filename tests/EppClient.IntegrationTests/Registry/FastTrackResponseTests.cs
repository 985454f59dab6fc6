using System.Net;
using System.Net.Sockets;
using EppClient.Dk.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.IntegrationTests.Registry;

/// <summary>How a registrar's endpoint can respond to a fast-track transfer, and what the registrant reads then.</summary>
public sealed class FastTrackResponseTests
{
    private readonly FakeTimeProvider _timers = new();

    private DkRegistry Registry(Uri endpoint)
    {
        var builder = new DkRegistryBuilder { Clock = new DkClock(DkRegistryFixture.Start, _timers) }
            .Account(DkRegistryFixture.Two, configure: account => account with { FastTrack = new DkFastTrackEndpoint { Url = endpoint } })
            .Contact(DkRegistryFixture.RegistrantManaged, "Kaj Hansen")
            .Domain(DkRegistryFixture.OldDomain, DkRegistryFixture.RegistrantManaged, []);
        return builder.Build();
    }

    private static Task<DkFastTrackTransfer> StartAsync(DkRegistry registry, CancellationToken cancellationToken = default) =>
        registry.Person(DkRegistryFixture.RegistrantManaged).StartFastTrackTransferAsync(DkRegistryFixture.Two, [DkRegistryFixture.OldDomain], cancellationToken: cancellationToken);

    private async Task<DkFastTrackTransfer> RespondAsync(int status, string body)
    {
        await using var endpoint = await RegistrarEndpoint.StartAsync(status, body);
        var transfer = await StartAsync(Registry(endpoint.Url));
        endpoint.RequestCount.Should().Be(1);
        return transfer;
    }

    [Fact(Timeout = 60_000)]
    public async Task Link_redirects_the_registrant_and_is_recorded_with_the_consent()
    {
        await using var endpoint = await RegistrarEndpoint.StartAsync();
        var registry = Registry(endpoint.Url);

        var transfer = await StartAsync(registry);

        transfer.Should().BeEquivalentTo(new
        {
            Outcome = DkFastTrackOutcome.Redirected,
            StatusCode = 200,
            SessionUrl = new Uri(RegistrarEndpoint.Link),
            Violation = (string?)null,
            Registrant = DkRegistryFixture.RegistrantManaged,
            Registrar = DkRegistryFixture.Two,
            ConsentGranted = DkRegistryFixture.Start,
            ConsentAddress = IPAddress.Loopback,
        });
        registry.Snapshot().FastTrackTransfers.Should().Equal(transfer);
        transfer.ToString().Should().NotContain("session/");
    }

    [Theory(Timeout = 60_000)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(422)]
    [InlineData(429)]
    public async Task Refusal_shows_the_text_of_the_registrar(int status)
    {
        var transfer = await RespondAsync(status, """{ "error": " We do not serve your country. ", "code": 7 }""");

        (transfer.Outcome, transfer.StatusCode, transfer.Message, transfer.Violation).Should().Be((DkFastTrackOutcome.Refused, status, "We do not serve your country.", null));
        transfer.SessionUrl.Should().BeNull();
    }

    [Theory(Timeout = 60_000)]
    [InlineData("")]
    [InlineData("<html>Not found</html>")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{ "error": "  " }""")]
    [InlineData("""{ "error": 7 }""")]
    [InlineData("""{ "transfer_session_url": "https://registrar.example/transfer" }""")]
    public async Task Refusal_without_a_text_violates_the_specification(string body)
    {
        var transfer = await RespondAsync(422, body);

        (transfer.Outcome, transfer.SessionUrl).Should().Be((DkFastTrackOutcome.Refused, null));
        transfer.Message.Should().StartWith("The registrar cannot start this transfer.");
        transfer.Violation.Should().Contain("422").And.Contain("\"error\"");
    }

    [Theory(Timeout = 60_000)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(599)]
    public async Task Failure_of_the_endpoint_is_a_refusal_without_details(int status)
    {
        var transfer = await RespondAsync(status, """{ "error": "NullReferenceException" }""");

        (transfer.Outcome, transfer.StatusCode, transfer.Violation).Should().Be((DkFastTrackOutcome.Refused, status, null));
        transfer.Message.Should().StartWith("The registrar's service does not work at present.");
    }

    [Theory(Timeout = 60_000)]
    [InlineData("""{ "error": "Please try again in an hour." }""", "Please try again in an hour.")]
    [InlineData("", "The registrar did not respond.*")]
    public async Task Status_408_means_that_the_registrar_did_not_respond(string body, string message)
    {
        var transfer = await RespondAsync(408, body);

        (transfer.Outcome, transfer.StatusCode).Should().Be((DkFastTrackOutcome.NoResponse, 408));
        transfer.Message.Should().Match(message);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    public async Task Redirects_of_the_endpoint_are_not_followed(int status)
    {
        var transfer = await RespondAsync(status, RegistrarEndpoint.Accepted);

        (transfer.Outcome, transfer.SessionUrl).Should().Be((DkFastTrackOutcome.InvalidResponse, null));
        transfer.Violation.Should().Contain("redirects are not followed");
    }

    [Theory(Timeout = 60_000)]
    [InlineData("")]
    [InlineData("OK")]
    [InlineData("{}")]
    [InlineData("""{ "transfer_session_url": null }""")]
    [InlineData("""{ "transfer_session_url": 7 }""")]
    [InlineData("""{ "transfer_session_url": "/transfer/session/7" }""")]
    [InlineData("""{ "transfer_session_url": "http://registrar.example/transfer" }""")]
    [InlineData("""{ "transfer_session_url": "javascript:alert(1)" }""")]
    public async Task Success_without_a_usable_link_is_invalid(string body)
    {
        var transfer = await RespondAsync(200, body);

        (transfer.Outcome, transfer.StatusCode, transfer.SessionUrl).Should().Be((DkFastTrackOutcome.InvalidResponse, 200, null));
        transfer.Violation.Should().Contain("transfer_session_url");
    }

    [Fact(Timeout = 60_000)]
    public async Task Other_codes_of_success_redirect_but_violate_the_specification()
    {
        var transfer = await RespondAsync(201, RegistrarEndpoint.Accepted);

        transfer.SessionUrl.Should().Be(new Uri(RegistrarEndpoint.Link));
        transfer.Violation.Should().Contain("201");
    }

    [Fact(Timeout = 60_000)]
    public async Task Long_body_is_not_read()
    {
        var transfer = await RespondAsync(200, $$"""{ "transfer_session_url": "{{RegistrarEndpoint.Link}}", "more": "{{new string('x', 70_000)}}" }""");

        transfer.Outcome.Should().Be(DkFastTrackOutcome.InvalidResponse);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Endpoint_that_does_not_respond_in_time_is_not_waited_for(bool sendsHeaders)
    {
        await using var endpoint = await RegistrarEndpoint.StartAsync(async response =>
        {
            if (sendsHeaders)
            {
                await response.Body.FlushAsync();
            }

            await Task.Delay(Timeout.Infinite, response.HttpContext.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        var registry = Registry(endpoint.Url);
        var starting = StartAsync(registry);
        await endpoint.Received;

        _timers.Advance(TimeSpan.FromSeconds(9));
        starting.IsCompleted.Should().BeFalse();
        _timers.Advance(TimeSpan.FromSeconds(1));
        var transfer = await starting;

        (transfer.Outcome, transfer.StatusCode).Should().Be((DkFastTrackOutcome.NoResponse, 408));
        transfer.Message.Should().StartWith("The registrar did not respond.");
        registry.FindDomain(DkRegistryFixture.OldDomain)!.Tokens.Should().ContainSingle("the registrant can still use it");
    }

    [Fact(Timeout = 60_000)]
    public async Task Endpoint_that_cannot_be_reached_gives_no_response()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();

        var transfer = await StartAsync(Registry(new Uri($"http://localhost:{port}/")));

        (transfer.Outcome, transfer.StatusCode).Should().Be((DkFastTrackOutcome.NoResponse, null));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(0)]
    [InlineData(100)]
    public async Task Response_that_is_cut_off_is_no_response(int length)
    {
        await using var endpoint = await RegistrarEndpoint.StartAsync(async response =>
        {
            if (length > 0)
            {
                response.ContentLength = length;
                await response.WriteAsync("""{ "transfer_session_url":""");
                await response.Body.FlushAsync();
            }

            response.HttpContext.Abort();
        });

        (await StartAsync(Registry(endpoint.Url))).Outcome.Should().Be(DkFastTrackOutcome.NoResponse);
    }

    [Fact(Timeout = 60_000)]
    public async Task Cancellation_ends_the_call_and_records_nothing()
    {
        await using var endpoint = await RegistrarEndpoint.StartAsync(response =>
            Task.Delay(Timeout.Infinite, response.HttpContext.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        var registry = Registry(endpoint.Url);
        using var cancelled = new CancellationTokenSource();
        var starting = () => StartAsync(registry, cancelled.Token);
        var thrown = starting.Should().ThrowAsync<OperationCanceledException>();
        await endpoint.Received;

        await cancelled.CancelAsync();

        await thrown;
        registry.Snapshot().FastTrackTransfers.Should().BeEmpty();
    }
}
