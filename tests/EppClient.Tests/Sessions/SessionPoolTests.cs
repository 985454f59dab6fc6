namespace EppClient.Tests.Sessions;

public sealed class SessionPoolTests
{
    private const int Timeout = 30_000;

    [Fact(Timeout = Timeout)]
    [Trait("Failure", "3")]
    public async Task RentAsync_opens_a_session_that_is_kept_after_its_return()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(2));
        harness.Check();

        var lease = await harness.RentAsync();
        harness.Check(used: 1);
        (await FakeRegistry.AskAsync(lease.Channel, "check")).Should().Be("re check");
        lease.Dispose();
        harness.Check(idle: 1);

        using var again = await harness.RentAsync();
        harness.Check(used: 1);
        harness.Registry.Connects.Should().Be(1);
    }

    [Fact(Timeout = Timeout)]
    public async Task Capacity_is_reserved_while_a_session_opens()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1));
        var connect = new TaskCompletionSource();
        harness.Registry.Connecting = _ => connect.Task;

        var first = harness.RentAsync();
        harness.Check(opening: 1);
        var second = harness.RentAsync();
        harness.Check(opening: 1, waiting: 1);
        connect.SetResult();

        (await first).Dispose();
        (await second).Dispose();
        harness.Check(idle: 1);
        harness.Registry.Connects.Should().Be(1);
    }

    [Fact(Timeout = Timeout)]
    public async Task Only_one_login_is_tried_until_one_has_succeeded()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(4));
        var connect = new TaskCompletionSource();
        harness.Registry.Connecting = _ => connect.Task;

        var rents = Enumerable.Range(0, 4).Select(_ => harness.RentAsync()).ToList();
        harness.Check(opening: 1, waiting: 3);
        connect.SetResult();

        foreach (var rent in rents)
        {
            await rent;
        }

        harness.Check(used: 4);
        rents.ForEach(rent => rent.Result.Dispose());
        harness.Check(idle: 4);
    }

    [Fact(Timeout = Timeout)]
    [Trait("Failure", "26")]
    public async Task Waiters_are_served_in_order()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1));
        var lease = await harness.RentAsync();
        var waiters = Enumerable.Range(0, 5).Select(_ => harness.RentAsync()).ToList();
        harness.Check(used: 1, waiting: 5);

        for (var i = 0; i < waiters.Count; i++)
        {
            lease.Dispose();
            harness.Check(used: 1, waiting: 4 - i);
            lease = await waiters[i];
            waiters.Skip(i + 1).Should().NotContain(waiter => waiter.IsCompleted);
        }

        lease.Dispose();
        harness.Check(idle: 1);
    }

    [Fact(Timeout = Timeout)]
    public async Task Session_lost_in_use_wakes_exactly_one_waiter()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1));
        var lease = await harness.RentAsync();
        var first = harness.RentAsync();
        var second = harness.RentAsync();

        await harness.Registry.Open[0].ServerClosesAsync();
        await lease.Channel.Ended;
        lease.Dispose();

        var replacement = await first;
        harness.Check(used: 1, waiting: 1);
        harness.Registry.Connects.Should().Be(2);
        replacement.Dispose();
        (await second).Dispose();
        await harness.CompletesAsync(idle: 1);
    }

    [Fact(Timeout = Timeout)]
    public async Task Session_lost_while_idle_is_not_leased()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(2));
        var lease = await harness.RentAsync();
        var dead = lease.Channel;
        lease.Dispose();
        await harness.Registry.Open[0].ServerClosesAsync();
        await dead.Ended;

        using var fresh = await harness.RentAsync();

        fresh.Channel.Should().NotBeSameAs(dead);
        await harness.CompletesAsync(used: 1);
    }

    [Fact(Timeout = Timeout)]
    public async Task Cancelled_waiters_leave_the_queue()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1));
        using var cancellation = new CancellationTokenSource();
        var lease = await harness.RentAsync();
        var cancelled = harness.RentAsync(cancellationToken: cancellation.Token);
        var patient = harness.RentAsync();
        harness.Check(used: 1, waiting: 2);

        await cancellation.CancelAsync();
        (await FluentActions.Awaiting(() => cancelled).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancellation.Token);
        harness.Check(used: 1, waiting: 1);
        lease.Dispose();

        (await patient).Dispose();
        harness.Check(idle: 1);
    }

    [Fact(Timeout = Timeout)]
    public async Task Call_with_a_cancelled_token_has_no_effect()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1));

        await harness.Awaiting(h => h.RentAsync(cancellationToken: new CancellationToken(canceled: true))).Should().ThrowAsync<OperationCanceledException>();

        harness.Check();
        harness.Registry.Connects.Should().Be(0);
    }

    [Fact(Timeout = Timeout)]
    public async Task Session_whose_opening_was_cancelled_goes_to_the_next_caller()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1));
        using var cancellation = new CancellationTokenSource();
        var connect = new TaskCompletionSource();
        harness.Registry.Connecting = _ => connect.Task;
        var rent = harness.RentAsync(cancellationToken: cancellation.Token);
        harness.Check(opening: 1);

        await cancellation.CancelAsync();

        (await FluentActions.Awaiting(() => rent).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancellation.Token);
        harness.Check(opening: 1);
        connect.SetResult();
        await harness.CompletesAsync(idle: 1);
        (await harness.RentAsync()).Dispose();
        harness.Registry.Connects.Should().Be(1);
    }

    [Fact(Timeout = Timeout)]
    public async Task Timed_out_wait_reports_the_session_counts_and_the_option()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1));
        using var lease = await harness.RentAsync();
        var waiter = harness.RentAsync(seconds: 5);

        harness.Time.Advance(TimeSpan.FromSeconds(5));

        var timeout = (await FluentActions.Awaiting(() => waiter).Should().ThrowAsync<EppTimeoutException>())
            .WithMessage("*5 s*at most 1 sessions, 1 are used*EppPoolOptions.MaxSessions*").Which;
        timeout.Phase.Should().Be(EppTimeoutPhase.WaitingForSession);
        timeout.Delivery.Should().Be(EppDelivery.NotSent);
        harness.Check(used: 1);
    }

    [Theory(Timeout = Timeout)]
    [InlineData(false, EppTimeoutPhase.Connecting)]
    [InlineData(true, EppTimeoutPhase.LoggingIn)]
    public async Task Opening_that_takes_too_long_reports_its_phase(bool connects, EppTimeoutPhase phase)
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1));
        harness.Registry.Connecting = connects ? _ => Task.CompletedTask : token => Task.Delay(System.Threading.Timeout.Infinite, token);
        harness.Registry.Login = () => null;
        var rent = harness.RentAsync(seconds: 10);
        await PoolHarness.UntilAsync(() => !connects || harness.Registry.Logins == 1);

        harness.Time.Advance(TimeSpan.FromSeconds(10));

        (await FluentActions.Awaiting(() => rent).Should().ThrowAsync<EppTimeoutException>()).Which.Phase.Should().Be(phase);
        harness.Check(opening: 1);
        harness.Time.Advance(new EppTimeoutOptions().Open);
        await harness.CompletesAsync();
        harness.Registry.Open.Should().BeEmpty();
    }

    [Fact(Timeout = Timeout)]
    public async Task Session_returned_with_a_command_without_response_is_not_used_again()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1));
        var lease = await harness.RentAsync();
        harness.Registry.IsSilent = true;
        var unanswered = FakeRegistry.AskAsync(lease.Channel, "hello");
        lease.Dispose();

        (await FluentActions.Awaiting(() => unanswered).Should().ThrowAsync<EppConnectionException>()).Which.Delivery.Should().Be(EppDelivery.MaybeSent);
        await harness.CompletesAsync();
        harness.Registry.Open.Should().BeEmpty();
    }

    [Fact(Timeout = Timeout)]
    public async Task Disposing_a_lease_twice_returns_the_session_once()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(2));
        var lease = await harness.RentAsync();
        lease.Dispose();
        using var next = await harness.RentAsync();

        lease.Dispose();

        harness.Check(used: 1);
        lease.Invoking(l => l.Channel).Should().Throw<ObjectDisposedException>();
    }

    [Fact(Timeout = Timeout)]
    public async Task A_retired_session_logs_out_and_counts_until_the_registry_has_closed_it()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1));
        harness.Registry.IsSilent = true;
        var lease = await harness.RentAsync();
        lease.Session.Retire("the registry said 1500");
        var waiter = harness.RentAsync();

        lease.Dispose();
        await PoolHarness.UntilAsync(() => harness.Registry.Logouts == 1);
        harness.Check(closing: 1, waiting: 1);
        harness.Registry.IsSilent = false;
        await harness.Registry.Open[0].ServerSendsAsync("bye");
        harness.Check(closing: 1, waiting: 1);
        await harness.Registry.Open[0].ServerClosesAsync();

        (await waiter).Dispose();
        harness.Check(idle: 1);
        harness.Registry.Connects.Should().Be(2);
    }

    [Fact(Timeout = Timeout)]
    public async Task A_registry_that_does_not_respond_to_logout_is_closed_after_the_limit()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1), new EppTimeoutOptions { Logout = TimeSpan.FromSeconds(3) });
        harness.Registry.IsSilent = true;
        var lease = await harness.RentAsync();
        lease.Session.Retire("test");
        lease.Dispose();
        await PoolHarness.UntilAsync(() => harness.Registry.Logouts == 1);

        harness.Time.Advance(TimeSpan.FromSeconds(3));

        await harness.CompletesAsync();
        harness.Registry.Open.Should().BeEmpty();
    }

    [Fact(Timeout = Timeout)]
    public async Task Session_is_replaced_after_its_maximum_number_of_commands()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1) with { MaxCommandsPerSession = 2 });
        for (var i = 0; i < 4; i++)
        {
            using var lease = await harness.RentAsync();
            await FakeRegistry.AskAsync(lease.Channel, "check");
        }

        await harness.CompletesAsync();
        harness.Registry.Connects.Should().Be(2);
        harness.Registry.Logouts.Should().Be(2);
    }

    [Fact(Timeout = Timeout)]
    public async Task Clear_closes_idle_sessions_immediately_and_others_when_returned()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(2));
        var first = await harness.RentAsync();
        var second = await harness.RentAsync();
        second.Dispose();
        harness.Check(idle: 1, used: 1);

        harness.Pool.Clear();
        await harness.CompletesAsync(used: 1);
        (await FakeRegistry.AskAsync(first.Channel, "check")).Should().Be("re check");
        first.Dispose();

        await harness.CompletesAsync();
        harness.Registry.Logouts.Should().Be(2);
    }

    [Fact(Timeout = Timeout)]
    public async Task A_session_that_was_opening_when_the_pool_was_cleared_is_replaced()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1));
        var connect = new TaskCompletionSource();
        harness.Registry.Connecting = _ => connect.Task;
        var rent = harness.RentAsync();

        harness.Pool.Clear();
        connect.SetResult();

        using var lease = await rent;
        lease.Session.Generation.Should().Be(1);
        await harness.CompletesAsync(used: 1);
        harness.Registry.Connects.Should().Be(2);
    }

    [Fact(Timeout = Timeout)]
    public async Task DisposeAsync_ends_waiters_and_logs_idle_sessions_out()
    {
        var harness = new PoolHarness(PoolHarness.Quiet(2));
        var used = await harness.RentAsync();
        var idle = await harness.RentAsync();
        var third = harness.RentAsync();
        harness.Check(used: 2, waiting: 1);

        var disposing = harness.Pool.DisposeAsync().AsTask();
        await FluentActions.Awaiting(() => third).Should().ThrowAsync<ObjectDisposedException>();
        await harness.Awaiting(h => h.RentAsync()).Should().ThrowAsync<ObjectDisposedException>();
        disposing.IsCompleted.Should().BeFalse();
        (await FakeRegistry.AskAsync(used.Channel, "check")).Should().Be("re check");
        used.Dispose();
        idle.Dispose();

        await disposing;
        harness.Check();
        harness.Registry.Logouts.Should().Be(2);
        harness.Registry.Open.Should().BeEmpty();
    }

    [Fact(Timeout = Timeout)]
    public async Task DisposeAsync_aborts_sessions_that_are_not_returned_in_time()
    {
        var harness = new PoolHarness(PoolHarness.Quiet(1), new EppTimeoutOptions { Logout = TimeSpan.FromSeconds(3) });
        var lease = await harness.RentAsync();
        harness.Registry.IsSilent = true;
        var exchange = FakeRegistry.AskAsync(lease.Channel, "hello");

        var disposing = harness.Pool.DisposeAsync().AsTask();
        harness.Time.Advance(TimeSpan.FromSeconds(3));
        await disposing;

        (await FluentActions.Awaiting(() => exchange).Should().ThrowAsync<EppConnectionException>()).WithMessage("*disposed*");
        harness.Registry.Open.Should().BeEmpty();
        lease.Dispose();
        await harness.CompletesAsync();
    }

    [Fact(Timeout = Timeout)]
    public async Task DisposeAsync_ends_an_opening()
    {
        var harness = new PoolHarness(PoolHarness.Quiet(1));
        harness.Registry.Connecting = token => Task.Delay(System.Threading.Timeout.Infinite, token);
        var rent = harness.RentAsync();

        await harness.Pool.DisposeAsync();
        await harness.Pool.DisposeAsync();

        await FluentActions.Awaiting(() => rent).Should().ThrowAsync<ObjectDisposedException>();
        harness.Check();
    }
}
