using EppClient.Dk;
using EppClient.Dk.AspNetCore;
using EppClient.Extensions;
using EppClient.Testing.Server;
using EppClient.Xml;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EppClient.IntegrationTests.FastTrack;

/// <summary>The worker, against the embedded registry.</summary>
public sealed class TransferTests : FastTrackTestBase
{
    private const int Timeout = 120_000;

    [Fact(Timeout = Timeout)]
    public async Task Accepted_domains_are_transferred_in_the_order_in_which_their_tokens_expire_and_configured()
    {
        await using var registry = new FastTrackRegistry(Clock, domains: 3);
        await using var application = await FastTrackApplication.StartAsync(
            Folder, Clock, registry.Registrar, configure: options => options.AutoRenew = false, build: builder => builder.UsePolicy<NameServerPolicy>());
        var accepted = await application.AcceptAsync(registry.Request((1, TimeSpan.FromMinutes(9)), (2, TimeSpan.FromMinutes(3)), (3, TimeSpan.FromMinutes(6))));

        var ended = await application.WhenEndedAsync(accepted.Id);

        registry.Received.Should().Equal(FastTrackRegistry.NameOf(2), FastTrackRegistry.NameOf(3), FastTrackRegistry.NameOf(1));
        (ended.State, ended.Customer).Should().Be((DkTransferSessionState.Completed, "K-1001"));
        foreach (var domain in ended.Domains)
        {
            var record = registry.Registry.Registry.FindDomain(domain.Name)!;
            (domain.State, domain.Settings, record.Sponsor, record.AutoRenew).Should().Be((DkTransferDomainState.Transferred, DkTransferSettingsState.Applied, FastTrackRegistry.Account, false));
            domain.Registrant.Should().Be(record.Registrant).And.NotBe(FastTrackRegistry.Person);
            record.NameServers.Select(server => server.Ascii).Should().Equal(FastTrackRegistry.Ours);
            record.DsRecords.Should().ContainSingle().Which.KeyTag.Should().Be(12345);
        }
    }

    [Fact(Timeout = Timeout)]
    public async Task Refused_domain_does_not_stop_the_others_and_the_registrant_reads_why()
    {
        await using var registry = new FastTrackRegistry(Clock, domains: 2);
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock, registry.Registrar);
        var request = registry.Request(1, 2).With("domains.0.auth_token.value", "OWN-TRANSFER-wrong");

        var ended = await application.WhenEndedAsync((await application.AcceptAsync(request)).Id);

        ended.Domains.Select(domain => (domain.Name.Ascii, domain.State, domain.Reason)).Should().BeEquivalentTo(
            [(FastTrackRegistry.NameOf(1), DkTransferDomainState.Refused, (DkRefusalReason?)DkRefusalReason.Token), (FastTrackRegistry.NameOf(2), DkTransferDomainState.Transferred, null)]);
        ended.Domains.Single(domain => domain.State == DkTransferDomainState.Refused).Explanation!.Danish.Should().Contain("Flyttekoden gælder ikke");
        registry.Received.Should().HaveCount(2);
    }

    [Theory(Timeout = Timeout)]
    [InlineData(EppServerFault.LoseResponse, 1)]
    [InlineData(EppServerFault.LoseCommand, 2)]
    [InlineData(EppServerFault.WithholdResponse, 1)]
    public async Task Transfer_without_a_response_is_reconciled_and_carried_out_once(EppServerFault fault, int received)
    {
        await using var registry = new FastTrackRegistry(Clock, domains: 1);
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock, registry.Registrar, configure: options => options.Lease = TimeSpan.FromSeconds(1.5));
        var session = (await application.Sessions.OpenAsync(await application.OfferAsync(registry.Request(1))))!;
        await registry.InjectAsync(fault);

        await application.Sessions.AcceptAsync(session.Id, new DkTransferAcceptance());
        await Eventually.HoldsAsync(() => application.Log.Of("OutcomeUnknown").Any());
        if (received == 2)
        {
            // Until then, the registry may still carry it out.
            await Eventually.HoldsAsync(async () => (await application.Sessions.FindAsync(session.Id))!.Domains[0].State == DkTransferDomainState.Unknown);
            registry.Received.Should().ContainSingle();
            Clock.Advance(TimeSpan.FromSeconds(21));
        }

        var ended = await application.WhenEndedAsync(session.Id);

        ended.Domains[0].State.Should().Be(DkTransferDomainState.Transferred);
        ended.Domains[0].Registrant.Should().Be(registry.Domain(1).Registrant);
        registry.Received.Should().HaveCount(received);
        (await registry.CountGainsAsync()).Should().BeEquivalentTo(new Dictionary<string, int> { [FastTrackRegistry.NameOf(1)] = 1 });
    }

    [Fact(Timeout = Timeout)]
    public async Task Unknown_transfer_that_was_not_carried_out_before_its_token_expired_is_expired()
    {
        await using var registry = new FastTrackRegistry(Clock, domains: 1);
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock, registry.Registrar);
        var session = (await application.Sessions.OpenAsync(await application.OfferAsync(registry.Request((1, TimeSpan.FromSeconds(10))))))!;
        await registry.InjectAsync(EppServerFault.LoseCommand);

        await application.Sessions.AcceptAsync(session.Id, new DkTransferAcceptance());
        await Eventually.HoldsAsync(async () => (await application.Sessions.FindAsync(session.Id))!.Domains[0].State == DkTransferDomainState.Unknown);
        Clock.Advance(TimeSpan.FromSeconds(21));

        (await application.WhenEndedAsync(session.Id)).Domains[0].State.Should().Be(DkTransferDomainState.Expired);
        registry.Received.Should().ContainSingle();
    }

    [Fact(Timeout = Timeout)]
    public async Task Token_that_expires_while_the_registry_cannot_be_reached_ends_its_domain()
    {
        await using var registry = new FastTrackRegistry(Clock, domains: 1);
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock, registry.Registrar);
        var request = registry.Request(1);
        await registry.Registry.DisposeAsync();

        var session = await application.AcceptAsync(request);
        await Eventually.HoldsAsync(() => application.Log.Of("RegistryNotReached").Any());
        Clock.Advance(TimeSpan.FromMinutes(6));
        var ended = await application.WhenEndedAsync(session.Id);

        (ended.State, ended.Domains[0].State).Should().Be((DkTransferSessionState.Completed, DkTransferDomainState.Expired));
    }

    [Fact(Timeout = Timeout)]
    public async Task Refused_settings_are_reported_and_the_domain_stays_transferred()
    {
        await using var registry = new FastTrackRegistry(Clock, domains: 1);
        await using var application = await FastTrackApplication.StartAsync(
            Folder, Clock, registry.Registrar, configure: options =>
            {
                options.NameServers.Add("ns1.unknown.example");
                options.NameServers.Add("ns2.unknown.example");
            });

        var ended = await application.WhenEndedAsync((await application.AcceptAsync(registry.Request(1))).Id);

        (ended.Domains[0].State, ended.Domains[0].Settings).Should().Be((DkTransferDomainState.Transferred, DkTransferSettingsState.Refused));
        ended.Domains[0].SettingsReason.Should().NotBeNull();
        registry.Domain(1).NameServers.Select(server => server.Ascii).Should().Equal(FastTrackRegistry.Theirs);
    }

    [Fact(Timeout = Timeout)]
    public async Task Two_workers_transfer_each_domain_once()
    {
        const int Sessions = 12;
        await using var registry = new FastTrackRegistry(Clock, domains: Sessions * 2);
        await using var one = await FastTrackApplication.StartAsync(Folder, Clock, registry.Registrar);
        await using var other = await FastTrackApplication.StartAsync(Folder, Clock, registry.Registrar);
        var accepted = await Task.WhenAll(Enumerable.Range(0, Sessions).Select(number => one.AcceptAsync(registry.Request((number * 2) + 1, (number * 2) + 2))));

        var ended = await Task.WhenAll(accepted.Select(session => other.WhenEndedAsync(session.Id)));

        ended.SelectMany(session => session.Domains).Should().HaveCount(Sessions * 2).And.OnlyContain(domain => domain.State == DkTransferDomainState.Transferred);
        registry.Received.Should().HaveCount(Sessions * 2).And.OnlyHaveUniqueItems();
    }

    [Fact(Timeout = Timeout)]
    public async Task Events_are_delivered_in_order_and_again_until_their_handler_succeeds()
    {
        await using var registry = new FastTrackRegistry(Clock, domains: 1);
        var handler = new FailingOnceHandler();
        await using var application = await FastTrackApplication.StartAsync(
            Folder, Clock, registry.Registrar, build: builder => builder.Services.AddSingleton<IDkTransferHandler>(handler));
        using var cancellation = new CancellationTokenSource();
        var live = application.Sessions.ReadEventsAsync(cancellation.Token).TakeWhile(one => one.Kind != DkTransferEventKind.Completed).ToListAsync();

        var session = await application.WhenEndedAsync((await application.AcceptAsync(registry.Request(1))).Id);
        await Eventually.HoldsAsync(async () =>
        {
            Clock.Advance(TimeSpan.FromMilliseconds(10));
            return await Task.FromResult(handler.Handled.LastOrDefault()?.Kind == DkTransferEventKind.Completed);
        });

        handler.Handled.Select(one => one.Kind).Should().Equal(
            DkTransferEventKind.Offered, DkTransferEventKind.Opened, DkTransferEventKind.Accepted, DkTransferEventKind.DomainTransferred, DkTransferEventKind.DomainConfigured, DkTransferEventKind.Completed);
        handler.Handled.Select(one => one.Number).Should().Equal(1, 2, 3, 4, 5, 6);
        handler.Handled[3].Registrant.Should().Be(session.Domains[0].Registrant);
        (await live).Should().HaveCount(5);
    }

    [Fact(Timeout = Timeout)]
    public async Task Handler_that_does_not_return_delays_neither_its_session_nor_others()
    {
        await using var registry = new FastTrackRegistry(Clock, domains: 2);
        await using var application = await FastTrackApplication.StartAsync(
            Folder,
            Clock,
            registry.Registrar,
            configure: options => (options.MaxConcurrentSessions, options.Lease) = (2, TimeSpan.FromSeconds(1.5)),
            build: builder => builder.AddHandler<HangingHandler>());

        var one = await application.AcceptAsync(registry.Request(1));
        var other = await application.AcceptAsync(registry.Request(2));

        (await application.WhenEndedAsync(one.Id)).State.Should().Be(DkTransferSessionState.Completed);
        (await application.WhenEndedAsync(other.Id)).State.Should().Be(DkTransferSessionState.Completed);
        application.Log.Of("EventFailed").Should().NotBeEmpty();
    }

    private sealed class NameServerPolicy(IOptionsMonitor<DkFastTrackOptions> options) : DkFastTrackPolicy(options)
    {
        public override async ValueTask<DkTransferSettings> GetSettingsAsync(DkTransferSession session, DkTransferSessionDomain domain, CancellationToken cancellationToken)
        {
            var settings = await base.GetSettingsAsync(session, domain, cancellationToken);
            return settings with
            {
                NameServers = FastTrackRegistry.Ours,
                DsRecords = [new SecDnsDsData { KeyTag = 12345, Algorithm = 13, DigestType = 2, Digest = EppBinary.FromHex(new string('A', 64)) }],
            };
        }
    }

    private sealed class HangingHandler : IDkTransferHandler
    {
        public ValueTask HandleAsync(DkTransferEvent transferEvent, CancellationToken cancellationToken) => new(new TaskCompletionSource().Task);
    }

    private sealed class FailingOnceHandler : IDkTransferHandler
    {
        private bool _hasFailed;

        public List<DkTransferEvent> Handled { get; } = [];

        public ValueTask HandleAsync(DkTransferEvent transferEvent, CancellationToken cancellationToken)
        {
            if (transferEvent.Kind == DkTransferEventKind.Opened && !_hasFailed)
            {
                _hasFailed = true;
                throw new IOException("The mail server is down.");
            }

            Handled.Add(transferEvent);
            return default;
        }
    }
}
