using System.Net;
using EppClient.Dk.AspNetCore;

namespace EppClient.IntegrationTests.FastTrack;

/// <summary>The registry sends a request again, because its response was lost or because the registrant starts again.</summary>
public sealed class RepeatedRequestTests : FastTrackTestBase
{
    private const int Timeout = 60_000;

    [Fact(Timeout = Timeout)]
    public async Task Repeated_request_gets_the_same_link_also_after_a_restart()
    {
        string first;
        await using (var application = await FastTrackApplication.StartAsync(Folder, Clock))
        {
            first = await application.OfferAsync(Request());
            (await application.OfferAsync(Request("EKSEMPEL.dk"))).Should().Be(first);
        }

        await using var restarted = await FastTrackApplication.StartAsync(Folder, Clock);

        (await restarted.OfferAsync(Request())).Should().Be(first);
        (await restarted.Sessions.OpenAsync(first)).Should().NotBeNull();
    }

    [Fact(Timeout = Timeout)]
    public async Task Requests_repeated_at_the_same_time_get_one_link()
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock);

        var links = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => application.OfferAsync(Request())));

        links.Distinct().Should().ContainSingle();
    }

    [Fact(Timeout = Timeout)]
    public async Task Different_requests_at_the_same_time_get_one_session()
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock);

        var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => application.PostAsync(Request(token: $"OWN-TRANSFER-{number}"))));

        responses.Count(response => response.StatusCode == HttpStatusCode.OK).Should().Be(1);
        responses.Count(response => response.StatusCode == HttpStatusCode.Conflict).Should().Be(19);
    }

    [Fact(Timeout = Timeout)]
    public async Task Request_repeated_after_the_link_was_used_gets_a_new_link_to_the_same_session()
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock);
        var first = await application.OfferAsync(Request());
        var session = (await application.Sessions.OpenAsync(first))!;

        var links = await Task.WhenAll(application.OfferAsync(Request()), application.OfferAsync(Request()));

        links[0].Should().Be(links[1]).And.NotBe(first);
        (await application.Sessions.OpenAsync(links[0]))!.Id.Should().Be(session.Id);
    }

    [Theory(Timeout = Timeout)]
    [InlineData("eksempel.dk", "OWN-TRANSFER-other")]
    [InlineData("andet.dk", null)]
    public async Task Other_tokens_or_other_domains_are_no_repetition(string added, string? token)
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock);
        await application.OfferAsync(Request());

        using var response = await application.PostAsync(token is null
            ? FastTrackRequests.Of(("eksempel.dk", "OWN-TRANSFER-0123456789abcdef0123456789abcdef", InFiveMinutes), (added, "t", InFiveMinutes))
            : Request(added, token));

        response.StatusCode.Should().Be(HttpStatusCode.Conflict);
    }

    [Fact(Timeout = Timeout)]
    public async Task Domain_is_free_again_when_its_session_was_declined_or_has_expired()
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock);
        var declined = (await application.Sessions.OpenAsync(await application.OfferAsync(Request(token: "t1"))))!;
        (await application.Sessions.DeclineAsync(declined.Id)).Should().BeTrue();

        var second = await application.OfferAsync(Request(token: "t2"));
        Clock.Advance(TimeSpan.FromMinutes(6));
        var third = await application.OfferAsync(Request(token: "t3"));

        (await application.Sessions.OpenAsync(second)).Should().BeNull();
        (await application.Sessions.OpenAsync(third))!.State.Should().Be(DkTransferSessionState.Opened);
    }
}
