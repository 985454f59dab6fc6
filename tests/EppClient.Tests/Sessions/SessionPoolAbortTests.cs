using EppClient.Sessions;

namespace EppClient.Tests.Sessions;

/// <summary>Sessions that the client aborts: they count until the registry has closed them too.</summary>
public sealed class SessionPoolAbortTests
{
    private const int Timeout = 30_000;

    private static readonly EppTimeoutOptions Timeouts = new() { Logout = TimeSpan.FromSeconds(5) };

    [Fact(Timeout = Timeout)]
    public async Task Aborted_session_counts_until_the_registry_has_closed_it()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1), Timeouts);
        var looking = new TaskCompletionSource();
        harness.Registry.Looking = looking.Task;
        var lease = await harness.RentAsync();
        var waiter = harness.RentAsync();

        lease.Session.Fault(new InvalidOperationException("by test"));
        lease.Dispose();
        await harness.CompletesAsync(closing: 1, waiting: 1);
        looking.SetResult();

        (await waiter).Dispose();
        harness.Check(idle: 1);
        harness.Registry.MostOpen.Should().Be(1);
    }

    [Fact(Timeout = Timeout)]
    public async Task Wait_for_the_registry_to_close_ends_at_the_limit()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1), Timeouts);
        harness.Registry.Looking = new TaskCompletionSource().Task;
        var lease = await harness.RentAsync();
        lease.Session.Fault(new InvalidOperationException("by test"));
        lease.Dispose();
        await harness.CompletesAsync(closing: 1);

        harness.Time.Advance(Timeouts.Logout - TimeSpan.FromMilliseconds(1));
        harness.Check(closing: 1);
        harness.Time.Advance(TimeSpan.FromMilliseconds(1));
        await harness.CompletesAsync();

        harness.Registry.ForgetAll();
    }

    [Fact(Timeout = Timeout)]
    public async Task Limit_is_counted_from_the_abort_and_not_from_the_return_of_the_session()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1), Timeouts);
        harness.Registry.Looking = new TaskCompletionSource().Task;
        var lease = await harness.RentAsync();
        lease.Session.Fault(new InvalidOperationException("by test"));
        await lease.Channel.Ended;
        harness.Time.Advance(Timeouts.Logout);
        await lease.Channel.Gone;

        lease.Dispose();

        await harness.CompletesAsync();
        harness.Registry.ForgetAll();
    }

    [Fact(Timeout = Timeout)]
    public async Task Attempt_whose_login_was_written_counts_until_the_registry_has_closed_it()
    {
        var quota = new FakeQuota(1);
        await using var harness = new PoolHarness(PoolHarness.Quiet(1), Timeouts with { Open = TimeSpan.FromSeconds(3) }, quota: quota);
        var looking = new TaskCompletionSource();
        harness.Registry.Looking = looking.Task;
        harness.Registry.Login = () => null;
        var rent = harness.RentAsync();
        await PoolHarness.UntilAsync(() => harness.Registry.Logins == 1);

        harness.Time.Advance(TimeSpan.FromSeconds(3));

        await FluentActions.Awaiting(() => rent).Should().ThrowAsync<EppTimeoutException>("the caller does not wait for it");
        harness.Registry.Login = () => "welcome";
        await harness.CompletesAsync(closing: 1);
        quota.Taken.Should().Be(1, "the permit is held until then");
        var next = harness.RentAsync();
        harness.Time.Advance(TimeSpan.FromSeconds(2));
        await harness.CompletesAsync(closing: 1, waiting: 1);
        looking.SetResult();

        (await next).Dispose();
        harness.Registry.MostOpen.Should().Be(1);
        quota.MostTaken.Should().Be(1);
    }

    [Fact(Timeout = Timeout)]
    public async Task Attempt_without_a_login_does_not_use_capacity()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1), Timeouts);
        harness.Registry.Looking = new TaskCompletionSource().Task;
        harness.Registry.Login = () => "no";

        await harness.Awaiting(h => h.RentAsync()).Should().ThrowAsync<FakeRegistry.RefusedException>();

        harness.Check();
        harness.Registry.ForgetAll();
    }

    [Fact(Timeout = Timeout)]
    public async Task Login_without_a_response_does_not_count_as_refused()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1), Timeouts with { Open = TimeSpan.FromSeconds(3) });
        harness.Registry.Login = () => null;
        for (var i = 0; i < 3; i++)
        {
            var rent = harness.RentForEverAsync();
            await PoolHarness.UntilAsync(() => Advanced(harness) && rent.IsCompleted);
            await FluentActions.Awaiting(() => rent).Should().ThrowAsync<EppTimeoutException>();
        }

        harness.Registry.Login = () => "welcome";
        var last = harness.RentForEverAsync();
        await PoolHarness.UntilAsync(() => last.IsCompleted || !harness.AdvancesBetweenOpenings(TimeSpan.FromMilliseconds(100)));
        (await last).Dispose();
    }

    [Fact(Timeout = Timeout)]
    public async Task Sessions_in_use_are_aborted_together_when_the_pool_is_disposed()
    {
        var harness = new PoolHarness(PoolHarness.Quiet(3), Timeouts);
        harness.Registry.Looking = new TaskCompletionSource().Task;
        var leases = new List<SessionLease>();
        for (var i = 0; i < 3; i++)
        {
            leases.Add(await harness.RentAsync());
        }

        var disposing = harness.Pool.DisposeAsync().AsTask();
        var again = harness.Pool.DisposeAsync().AsTask();
        harness.Time.Advance(Timeouts.Logout);
        await PoolHarness.UntilAsync(() => leases.TrueForAll(lease => lease.Channel.Ended.IsCompleted));
        again.IsCompleted.Should().BeFalse("both calls wait for the same task");
        harness.Time.Advance(Timeouts.Logout);

        await disposing;
        await again;
        leases.ForEach(lease => lease.Dispose());
        harness.Registry.ForgetAll();
    }

    [Fact(Timeout = Timeout)]
    public async Task Caller_whose_session_is_replaced_waits_until_its_deadline_at_most()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1), Timeouts);
        var looking = new TaskCompletionSource();
        harness.Registry.Looking = looking.Task;
        harness.Registry.IsSilent = true;
        var lease = await harness.RentSharedAsync();

        var replacing = harness.Pool.ReplaceAsync(
            lease, new LeaseKind(EppPriority.Interactive, IsShared: true), Deadline.After(harness.Time, TimeSpan.FromSeconds(1)), CancellationToken.None).AsTask();
        await PoolHarness.UntilAsync(() => harness.Registry.Logouts == 1);
        harness.Time.Advance(TimeSpan.FromSeconds(1));

        (await FluentActions.Awaiting(() => replacing).Should().ThrowAsync<EppTimeoutException>()).Which.Phase.Should().Be(EppTimeoutPhase.WaitingForSession);
        harness.Check(closing: 1);
        harness.Time.Advance(Timeouts.Logout);
        looking.SetResult();
        await harness.CompletesAsync();
        (await harness.RentAsync()).Dispose();
    }

    [Fact(Timeout = Timeout)]
    public async Task Caller_that_blocks_after_the_last_response_can_rent_again_and_dispose_the_pool()
    {
        var harness = new PoolHarness(PoolHarness.Quiet(1), Timeouts);
        var lease = await harness.RentAsync();
        var connection = harness.Registry.Open[0];
        var blocking = Task.Run(BlockAsync);
        await PoolHarness.UntilAsync(() => lease.Channel.ExchangeCount == 2);

        await connection.ServerSendsAndClosesAsync("last");

        await blocking;
        harness.Registry.Connects.Should().Be(2);

        async Task BlockAsync()
        {
            (await FakeRegistry.AskAsync(lease.Channel, "quiet").ConfigureAwait(false)).Should().Be("last");
            lease.Dispose();
#pragma warning disable xUnit1031 // The test needs a blocking caller.
            harness.RentForEverAsync().GetAwaiter().GetResult().Dispose();
            harness.Pool.DisposeAsync().AsTask().GetAwaiter().GetResult();
#pragma warning restore xUnit1031
        }
    }

    private static bool Advanced(PoolHarness harness)
    {
        harness.Time.Advance(TimeSpan.FromMilliseconds(100));
        return true;
    }
}
