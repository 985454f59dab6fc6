using EppClient.Dk.AspNetCore;
using Microsoft.Extensions.Options;

namespace EppClient.IntegrationTests.FastTrack;

/// <summary>A session until the registrant has decided: its link, its expiry, price and terms.</summary>
public sealed class SessionTests : FastTrackTestBase
{
    private const int Timeout = 60_000;

    [Fact(Timeout = Timeout)]
    public async Task Link_opens_its_session_once()
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock);
        var link = await application.OfferAsync(Request());

        var opened = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => application.Sessions.OpenAsync(link)));

        var session = opened.Should().ContainSingle(session => session != null).Which!;
        session.State.Should().Be(DkTransferSessionState.Opened);
        session.Id.Should().NotBe(link);
        (await application.Sessions.FindAsync(session.Id)).Should().BeEquivalentTo(session);
        (await application.Sessions.OpenAsync(link)).Should().BeNull();
    }

    [Theory(Timeout = Timeout)]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("' OR '1'='1")]
    public async Task Wrong_link_opens_nothing(string link)
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock);
        await application.OfferAsync(Request());

        (await application.Sessions.OpenAsync(link)).Should().BeNull();
    }

    [Fact(Timeout = Timeout)]
    public async Task Session_that_is_not_accepted_expires_with_its_last_token()
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock);
        var session = (await application.Sessions.OpenAsync(await application.OfferAsync(FastTrackRequests.Of(("a.dk", "t1", InFiveMinutes), ("b.dk", "t2", InFiveMinutes.AddMinutes(5))))))!;

        Clock.Advance(TimeSpan.FromMinutes(6));
        await Eventually.HoldsAsync(async () => (await application.Sessions.FindAsync(session.Id))!.Domains[0].State == DkTransferDomainState.Expired);
        var half = (await application.Sessions.FindAsync(session.Id))!;
        Clock.Advance(TimeSpan.FromMinutes(6));
        var ended = await application.WhenEndedAsync(session.Id);

        half.State.Should().Be(DkTransferSessionState.Opened);
        ended.State.Should().Be(DkTransferSessionState.Expired);
        ended.Domains.Should().OnlyContain(domain => domain.State == DkTransferDomainState.Expired);
        (await application.Sessions.AcceptAsync(session.Id, new DkTransferAcceptance())).Should().BeFalse();
    }

    [Fact(Timeout = Timeout)]
    public async Task Customer_price_and_terms_are_those_that_were_shown()
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock, build: builder => builder.UsePolicy<PricedPolicy>());
        var session = (await application.Sessions.OpenAsync(await application.OfferAsync(Request())))!;

        session.Customer.Should().Be("K-24210375");
        session.Terms.Should().Be(new DkTransferTerms("2026-12") { PricePerDomain = 80m });
        await application.Sessions.Invoking(sessions => sessions.AcceptAsync(session.Id, new DkTransferAcceptance { TermsVersion = "2026-11" })).Should().ThrowAsync<ArgumentException>();
        (await application.Sessions.FindAsync(session.Id))!.State.Should().Be(DkTransferSessionState.Opened);
    }

    [Fact(Timeout = Timeout)]
    public async Task Failing_policy_does_not_use_up_the_link()
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock, build: builder => builder.UsePolicy<FailingOncePolicy>());
        var link = await application.OfferAsync(Request());

        await application.Sessions.Invoking(sessions => sessions.OpenAsync(link)).Should().ThrowAsync<TimeoutException>();

        (await application.Sessions.OpenAsync(link)).Should().NotBeNull();
    }

    [Fact(Timeout = Timeout)]
    public async Task Only_an_opened_session_can_be_accepted()
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock);
        await application.OfferAsync(Request());
        var id = (await application.Store.FindByDomainAsync("eksempel.dk", default))!;

        (await application.Sessions.AcceptAsync(id, new DkTransferAcceptance())).Should().BeFalse();
        (await application.Sessions.AcceptAsync("unknown", new DkTransferAcceptance())).Should().BeFalse();
        (await application.Sessions.DeclineAsync(id)).Should().BeTrue();
        (await application.Sessions.DeclineAsync(id)).Should().BeTrue("it is declined already");
        (await application.Sessions.FindAsync(id))!.Domains[0].State.Should().Be(DkTransferDomainState.Declined);
    }

    [Fact(Timeout = Timeout)]
    public async Task Session_is_deleted_after_the_retention()
    {
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock, configure: options => options.Retention = TimeSpan.FromDays(30));
        var session = (await application.Sessions.OpenAsync(await application.OfferAsync(Request())))!;
        await application.Sessions.DeclineAsync(session.Id);

        Clock.Advance(TimeSpan.FromDays(29));
        (await application.Sessions.FindAsync(session.Id)).Should().NotBeNull();
        Clock.Advance(TimeSpan.FromDays(1));

        await Eventually.HoldsAsync(async () => await application.Sessions.FindAsync(session.Id) is null);
        (await application.Store.FindByDomainAsync("eksempel.dk", default)).Should().BeNull();
    }

    [Fact(Timeout = Timeout)]
    public async Task Session_whose_key_is_lost_is_not_shown_and_does_not_stop_others()
    {
        string id;
        await using (var application = await FastTrackApplication.StartAsync(Folder, Clock))
        {
            id = (await application.Sessions.OpenAsync(await application.OfferAsync(Request())))!.Id;
        }

        Directory.Delete(Path.Combine(Folder, "keys"), recursive: true);
        await using var restarted = await FastTrackApplication.StartAsync(Folder, Clock);
        var other = (await restarted.Sessions.OpenAsync(await restarted.OfferAsync(Request("andet.dk"))))!;
        Clock.Advance(TimeSpan.FromMinutes(6));

        (await restarted.WhenEndedAsync(other.Id)).State.Should().Be(DkTransferSessionState.Expired);
        (await restarted.Sessions.FindAsync(id)).Should().BeNull();
        restarted.Log.Of("SessionUnreadable").Should().NotBeEmpty();
    }

    private sealed class PricedPolicy(IOptionsMonitor<DkFastTrackOptions> options) : DkFastTrackPolicy(options)
    {
        public override ValueTask<string?> FindCustomerAsync(DkTransferSession session, CancellationToken cancellationToken) => new($"K-{session.Contact.VatNumber?[2..]}");

        public override ValueTask<DkTransferTerms?> GetTermsAsync(DkTransferSession session, CancellationToken cancellationToken) => new(
            session.Customer is null ? null : new DkTransferTerms("2026-12") { PricePerDomain = 80m });
    }

    private sealed class FailingOncePolicy(IOptionsMonitor<DkFastTrackOptions> options) : DkFastTrackPolicy(options)
    {
        private bool _hasFailed;

        public override ValueTask<string?> FindCustomerAsync(DkTransferSession session, CancellationToken cancellationToken)
        {
            if (_hasFailed)
            {
                return new((string?)null);
            }

            _hasFailed = true;
            throw new TimeoutException("The customer database is slow.");
        }
    }
}
