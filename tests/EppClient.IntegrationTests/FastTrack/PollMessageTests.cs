using EppClient.Dk;
using EppClient.Dk.AspNetCore;
using EppClient.Extensions.Hosting;
using EppClient.IntegrationTests.Hosting;
using EppClient.Polling;
using Microsoft.Extensions.DependencyInjection;

namespace EppClient.IntegrationTests.FastTrack;

/// <summary>The registry's messages about gained domains, through the poll worker of a host.</summary>
public sealed class PollMessageTests : FastTrackTestBase
{
    private const int Timeout = 120_000;

    [Fact(Timeout = Timeout)]
    public async Task Message_confirms_the_transfer_of_its_domain()
    {
        await using var registry = new FastTrackRegistry(Clock, domains: 1);
        await using var application = await FastTrackApplication.StartAsync(Folder, Clock, registry.Registrar);
        var session = await application.WhenEndedAsync((await application.AcceptAsync(registry.Request(1))).Id);
        session.Domains[0].ConfirmedAt.Should().BeNull();

        await PollAsync(registry, application);

        var confirmed = (await application.Sessions.FindAsync(session.Id))!;
        confirmed.Domains[0].ConfirmedAt.Should().NotBeNull();
        confirmed.Domains[0].Registrant.Should().Be(session.Domains[0].Registrant);
    }

    [Fact(Timeout = Timeout)]
    public async Task Message_ends_the_doubt_about_a_transfer_before_the_registry_is_queried()
    {
        await using var registry = new FastTrackRegistry(Clock, domains: 1);
        StoppingStore? stopping = null;
        string id;
        await using (var first = await FastTrackApplication.StartAsync(Folder, Clock, registry.Registrar, wrap: store => stopping = new StoppingStore(store)))
        {
            registry.OnTransfer = () => stopping!.Stop();
            id = (await first.Sessions.OpenAsync(await first.OfferAsync(registry.Request(1))))!.Id;
            try
            {
                await first.Sessions.AcceptAsync(id, new DkTransferAcceptance());
            }
            catch (IOException)
            {
                // The process may end before the registrant sees the next page.
            }

            await Eventually.HoldsAsync(() => registry.Domain(1).Sponsor == FastTrackRegistry.Account);
        }

        // Only the registry's message queue knows of the transfer, and the account cannot be used.
        await using (var application = await FastTrackApplication.StartAsync(Folder, Clock))
        {
            (await application.Sessions.FindAsync(id))!.Domains[0].State.Should().Be(DkTransferDomainState.Transferring);
            await PollAsync(registry, application);
            (await application.Sessions.FindAsync(id))!.Domains[0].State.Should().Be(DkTransferDomainState.Transferred);
        }

        await using var last = await FastTrackApplication.StartAsync(Folder, Clock, registry.Registrar);
        Clock.Advance(TimeSpan.FromSeconds(31));
        (await last.WhenEndedAsync(id)).Domains[0].Registrant.Should().Be(registry.Domain(1).Registrant, "it is read with the settings");
        registry.Received.Should().ContainSingle();
    }

    private static async Task PollAsync(FastTrackRegistry registry, FastTrackApplication application)
    {
        var inbox = new EppMemoryPollInbox();
        var builder = HostOf.With(registry.Registry.Server, registry.Registry.User, registry.Registry.Password);
        builder.Services.AddSingleton<IEppPollInbox>(inbox).AddSingleton(application.Sessions);
        builder.AddDk(registry.Registry.Server).AddProfile(DkProfile.Current)
            .AddPollWorker()
            .MapPollEvents(DkPollEvent.From)
            .AddPollHandler<DkPortfolioChanged, DkFastTrackPollHandler>();
        using var host = builder.Build();
        await host.StartAsync();
        await Eventually.HoldsAsync(async () => await registry.Pool.PollAsync() is null);
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }
}
