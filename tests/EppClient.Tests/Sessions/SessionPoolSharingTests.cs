using EppClient.Sessions;

namespace EppClient.Tests.Sessions;

/// <summary>Commands that share sessions, and callers that need an exclusive session.</summary>
public sealed class SessionPoolSharingTests
{
    private const int Timeout = 30_000;

    [Fact(Timeout = Timeout)]
    public async Task Commands_share_sessions_up_to_the_depth_once_all_are_in_use()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(2) with { PipelineDepth = 3 });

        var leases = new List<SessionLease>();
        for (var i = 0; i < 6; i++)
        {
            leases.Add(await harness.RentSharedAsync());

            // A session is shared only if no further session may be opened.
            harness.Check(used: Math.Min(i + 1, 2));
        }

        leases.GroupBy(lease => lease.Session).Select(group => group.Count()).Should().Equal(3, 3);
        var seventh = harness.RentSharedAsync();
        harness.Check(used: 2, waiting: 1);

        leases[0].Dispose();
        leases.Add(await seventh);
        harness.Check(used: 2);
        leases.ForEach(lease => lease.Dispose());
        harness.Check(idle: 2);
    }

    [Fact(Timeout = Timeout)]
    public async Task Commands_that_waited_for_the_first_session_share_it_as_soon_as_it_is_open()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1) with { PipelineDepth = 3 });
        var connect = new TaskCompletionSource();
        harness.Registry.Connecting = _ => connect.Task;
        var rents = Enumerable.Range(0, 3).Select(_ => harness.RentSharedAsync()).ToList();
        harness.Check(opening: 1, waiting: 2);

        connect.SetResult();

        var leases = await Task.WhenAll(rents);
        harness.Check(used: 1);
        Array.ForEach(leases, lease => lease.Dispose());
        harness.Check(idle: 1);
    }

    [Fact(Timeout = Timeout)]
    public async Task Without_pipelining_a_session_sends_one_command_at_a_time()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1));
        using var lease = await harness.RentSharedAsync();

        var next = harness.RentSharedAsync();

        harness.Check(used: 1, waiting: 1);
        lease.Dispose();
        (await next).Dispose();
    }

    [Fact(Timeout = Timeout)]
    public async Task Rented_session_is_exclusive_and_its_caller_is_not_overtaken_indefinitely()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1) with { PipelineDepth = 4 });
        var first = await harness.RentSharedAsync();
        var second = await harness.RentSharedAsync();

        var alone = harness.RentAsync();
        var third = harness.RentSharedAsync();
        harness.Check(used: 1, waiting: 2);
        first.Dispose();
        harness.Check(used: 1, waiting: 2);
        second.Dispose();

        var rented = await alone;
        harness.Check(used: 1, waiting: 1);
        rented.Dispose();
        (await third).Dispose();
        harness.Check(idle: 1);
    }

    [Fact(Timeout = Timeout)]
    public async Task Interactive_callers_share_while_a_bulk_caller_waits_for_an_exclusive_session()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1) with { PipelineDepth = 4 });
        var first = await harness.RentSharedAsync();

        var bulk = harness.RentAsync(EppPriority.Bulk);
        using (var second = await harness.RentSharedAsync())
        {
            second.Session.Should().BeSameAs(first.Session);
        }

        first.Dispose();
        (await bulk).Dispose();
    }

    [Fact(Timeout = Timeout)]
    public async Task Lost_session_fails_all_commands_that_share_it_and_is_replaced()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1) with { PipelineDepth = 2 });
        var first = await harness.RentSharedAsync();
        var second = await harness.RentSharedAsync();

        await harness.Registry.Open[0].ServerClosesAsync();
        await PoolHarness.UntilAsync(() => first.Channel.Fault is not null);
        var third = harness.RentSharedAsync();
        harness.Check(used: 1, waiting: 1);
        first.Dispose();
        second.Dispose();

        (await third).Dispose();
        await harness.CompletesAsync(idle: 1);
        harness.Registry.Connects.Should().Be(2);
    }

    [Fact(Timeout = Timeout)]
    public async Task Commands_in_progress_count_toward_the_limit_of_a_session()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1) with { PipelineDepth = 8, MaxCommandsPerSession = 3 });
        var leases = new List<SessionLease>();
        for (var i = 0; i < 3; i++)
        {
            leases.Add(await harness.RentSharedAsync());
        }

        var fourth = harness.RentSharedAsync();
        harness.Check(used: 1, waiting: 1);
        foreach (var lease in leases)
        {
            await FakeRegistry.AskAsync(lease.Channel, "check");
            lease.Dispose();
        }

        (await fourth).Dispose();
        await harness.CompletesAsync(idle: 1);
        harness.Registry.Logins.Should().Be(2);
    }

    [Fact(Timeout = Timeout)]
    public async Task Rented_session_never_exceeds_the_command_limit_and_logs_out()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1) with { MaxCommandsPerSession = 2 });
        using (var lease = await harness.RentAsync())
        {
            await FakeRegistry.AskAsync(lease.Channel, "one");
            await FakeRegistry.AskAsync(lease.Channel, "two");

            var third = () => FakeRegistry.AskAsync(lease.Channel, "three");

            var refused = (await third.Should().ThrowAsync<EppConnectionException>().WithMessage("*EppPoolOptions.MaxCommandsPerSession*")).Which;
            refused.Delivery.Should().Be(EppDelivery.NotSent);
            refused.IsTransient.Should().BeTrue();
            lease.Channel.Fault.Should().BeNull();
        }

        await harness.CompletesAsync();
        harness.Registry.Logouts.Should().Be(1);
    }
}
