using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using EppClient.Dk.AspNetCore;

namespace EppClient.IntegrationTests.FastTrack;

/// <summary>
/// The process ends at each write of a session, before the write or after it. A new process continues with what is stored: nothing is lost, and nothing is
/// transferred twice.
/// </summary>
public sealed class RestartTests : FastTrackTestBase
{
    private const int MostWrites = 60;

    [Theory(Timeout = 300_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Session_is_completed_by_the_next_process_whatever_the_write_at_which_the_first_ends(bool isAfter)
    {
        await using var registry = new FastTrackRegistry(Clock, domains: MostWrites * 2);
        var stops = 0;
        for (var write = 1; write <= MostWrites; write++)
        {
            var request = registry.Request((write * 2) - 1, write * 2);
            var hasStopped = await RunAsync(registry, request, isAfter, write);

            // The lease of the first process ends.
            Clock.Advance(TimeSpan.FromSeconds(31));
            await using var next = await FastTrackApplication.StartAsync(Folder, Clock, registry.Registrar);
            var session = await ContinueAsync(next, request);

            session.State.Should().Be(DkTransferSessionState.Completed, "the first process ended at write {0}", write);
            session.Domains.Should().HaveCount(2).And.OnlyContain(domain => domain.State == DkTransferDomainState.Transferred && domain.Settings == DkTransferSettingsState.Applied);
            if (!hasStopped)
            {
                break;
            }

            stops++;
        }

        stops.Should().BeInRange(12, MostWrites - 1, "each write was reached");
        (await registry.CountGainsAsync()).Should().HaveCount((stops + 1) * 2).And.OnlyContain(gain => gain.Value == 1);
    }

    /// <summary>Runs the first process until it has stopped or the session has ended.</summary>
    private async Task<bool> RunAsync(FastTrackRegistry registry, JsonObject request, bool isAfter, int write)
    {
        StoppingStore? stopping = null;
        await using var application = await FastTrackApplication.StartAsync(
            Folder,
            Clock,
            registry.Registrar,
            wrap: store => stopping = new StoppingStore(store) { StopsBeforeWrite = isAfter ? null : write, StopsAfterWrite = isAfter ? write : null });
        try
        {
            await ContinueAsync(application, request);
        }
        catch (IOException)
        {
            // The registrant sees that the process has ended.
        }

        // The worker has more to write after the session has ended: events, and the release of the lease.
        var name = request["domains"]![0]!["domain_name"]!.GetValue<string>();
        await Eventually.HoldsAsync(async () => stopping!.HasStopped || await IsDoneAsync(application, name));
        return stopping!.HasStopped;
    }

    private static async Task<bool> IsDoneAsync(FastTrackApplication application, string name)
    {
        try
        {
            return await application.Store.FindByDomainAsync(name, default) is { } id && await application.Store.FindAsync(id, default) is { DueAt: null };
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>What registry and registrant do, from the beginning or from where the session is.</summary>
    private static async Task<DkTransferSession> ContinueAsync(FastTrackApplication application, JsonObject request)
    {
        var name = request["domains"]![0]!["domain_name"]!.GetValue<string>();
        if (await application.Store.FindByDomainAsync(name, default) is not { } id || await application.Sessions.FindAsync(id) is { AcceptedAt: null })
        {
            using var response = await application.PostAsync(request);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw new IOException($"The registry got {response.StatusCode}.");
            }

            var link = FastTrackApplication.LinkOf((await response.Content.ReadFromJsonAsync<JsonObject>())!);
            id = (await application.Sessions.OpenAsync(link))!.Id;
            (await application.Sessions.AcceptAsync(id, new DkTransferAcceptance())).Should().BeTrue();
        }

        return await application.WhenEndedAsync(id);
    }
}
