using EppClient.Sessions;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.Tests.Sessions;

/// <summary>Failing connections and logins: pauses, one attempt at a time, and no more logins with rejected credentials.</summary>
public sealed class SessionPoolFailureTests
{
    private const int Timeout = 30_000;

    private static readonly TimeSpan LongestFirstPause = new EppPoolOptions().MinReconnectDelay;

    [Fact(Timeout = Timeout)]
    public async Task Failure_releases_the_capacity_and_starts_a_pause()
    {
        await using var harness = Failing(out var failures);
        failures.Value = 1;

        await AssertFailsAsync(harness.RentAsync(), "down 1");
        harness.Check();

        var next = harness.RentAsync();
        harness.Check(waiting: 1);
        harness.Time.Advance(LongestFirstPause / 2 * 0.9);
        harness.Check(waiting: 1);
        harness.Time.Advance(LongestFirstPause);
        (await next).Dispose();
        harness.Check(idle: 1);
    }

    [Fact(Timeout = Timeout)]
    public async Task Caller_whose_deadline_is_within_the_pause_fails_immediately()
    {
        await using var harness = Failing(out var failures);
        failures.Value = 1;
        await AssertFailsAsync(harness.RentAsync(), "down 1");

        (await AssertFailsAsync(harness.RentAsync(seconds: 0.1), "1 times in a row*next attempt*down 1")).Delivery.Should().Be(EppDelivery.NotSent);
        harness.Check();
        harness.Registry.Connects.Should().Be(0);
    }

    [Fact(Timeout = Timeout)]
    public async Task Pauses_increase_up_to_the_limit()
    {
        await using var harness = Failing(out var failures);
        failures.Value = 100;
        var pauses = new List<TimeSpan>();
        for (var i = 1; i <= 12; i++)
        {
            var rent = harness.RentForEverAsync();
            var started = harness.Time.GetUtcNow();
            while (!rent.IsCompleted)
            {
                harness.Check(waiting: 1);
                harness.Time.Advance(TimeSpan.FromMilliseconds(50));

                // If the pause is over, its attempt has started by now.
                await PoolHarness.UntilAsync(() => rent.IsCompleted || harness.Pool.Statistics is { Waiting: 1, Opening: 0 });
            }

            await AssertFailsAsync(rent, $"down {i}");
            pauses.Add(harness.Time.GetUtcNow() - started);
        }

        for (var i = 1; i < pauses.Count; i++)
        {
            var full = Math.Min(0.5 * Math.Pow(2, i - 1), 30);
            pauses[i].TotalSeconds.Should().BeInRange(full / 2, full + 0.05, "the clock advances in steps of 50 ms");
        }
    }

    [Fact(Timeout = Timeout)]
    public async Task One_attempt_is_made_for_all_waiters_after_a_failure()
    {
        await using var harness = Failing(out var failures, max: 4);
        failures.Value = 1;
        await AssertFailsAsync(harness.RentAsync(), "down 1");
        var connect = new TaskCompletionSource();
        harness.Registry.Connecting = _ => connect.Task;
        var rents = Enumerable.Range(0, 4).Select(_ => harness.RentAsync()).ToList();

        harness.Time.Advance(LongestFirstPause);
        harness.Check(opening: 1, waiting: 3);
        connect.SetResult();

        foreach (var rent in rents)
        {
            (await rent).Dispose();
        }
    }

    [Fact(Timeout = Timeout)]
    public async Task Wait_that_times_out_during_failures_reports_the_last_failure()
    {
        await using var harness = Failing(out var failures, max: 2);
        using var held = await harness.RentAsync();
        failures.Value = 1;
        await AssertFailsAsync(harness.RentAsync(), "down 1");

        var waiter = harness.RentAsync(seconds: 0.1);
        harness.Check(used: 1, waiting: 1);
        harness.Time.Advance(TimeSpan.FromSeconds(0.1));

        (await FluentActions.Awaiting(() => waiter).Should().ThrowAsync<EppTimeoutException>()).WithMessage("*last attempt*down 1*")
            .WithInnerException<EppConnectionException>();
    }

    [Fact(Timeout = Timeout)]
    public async Task Returned_sessions_are_used_during_a_pause()
    {
        await using var harness = Failing(out var failures, max: 2);
        var held = await harness.RentAsync();
        failures.Value = 1;
        await AssertFailsAsync(harness.RentAsync(), "down 1");
        var waiter = harness.RentAsync();
        harness.Check(used: 1, waiting: 1);

        held.Dispose();

        (await waiter).Dispose();
        harness.Check(idle: 1);
    }

    [Fact(Timeout = Timeout)]
    public async Task No_login_is_tried_after_two_rejections_until_the_pool_is_cleared()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(2));
        harness.Registry.Login = () => "no";
        await harness.Awaiting(h => h.RentAsync()).Should().ThrowAsync<FakeRegistry.RefusedException>().WithMessage("Login failed.");
        var second = harness.RentAsync();
        var third = harness.RentAsync();
        harness.Time.Advance(LongestFirstPause);

        await FluentActions.Awaiting(() => second).Should().ThrowAsync<FakeRegistry.RefusedException>().WithMessage("Login failed.");
        await AssertStoppedAsync(third);
        await AssertStoppedAsync(harness.RentAsync());
        harness.Time.Advance(TimeSpan.FromHours(1));
        await AssertStoppedAsync(harness.RentAsync());
        harness.Registry.Logins.Should().Be(2);
        harness.Check();

        harness.Registry.Login = () => "welcome";
        harness.Pool.Clear();
        (await harness.RentAsync()).Dispose();
        harness.Registry.Logins.Should().Be(3);
    }

    [Fact(Timeout = Timeout)]
    public async Task Two_rejections_with_other_failures_in_between_count()
    {
        await using var harness = Failing(out var failures);
        harness.Registry.Login = () => "no";
        await harness.Awaiting(h => h.RentAsync()).Should().ThrowAsync<FakeRegistry.RefusedException>();
        harness.Time.Advance(TimeSpan.FromMinutes(1));
        failures.Value = 1;
        await AssertFailsAsync(harness.RentAsync(), "down 1");
        harness.Time.Advance(TimeSpan.FromMinutes(1));
        await harness.Awaiting(h => h.RentAsync()).Should().ThrowAsync<FakeRegistry.RefusedException>();

        harness.Time.Advance(TimeSpan.FromMinutes(1));
        await AssertStoppedAsync(harness.RentAsync());
    }

    [Fact(Timeout = Timeout)]
    public async Task Open_sessions_are_used_after_other_credentials_are_rejected_twice()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(2));
        var held = await harness.RentAsync();
        harness.Registry.CredentialsId = 2;
        harness.Registry.Login = () => "no";
        var waiter = harness.RentAsync(seconds: 3600);
        await harness.CompletesAsync(used: 1, waiting: 1);
        harness.Time.Advance(harness.Options.SessionLimitRetryInterval + TimeSpan.FromMinutes(1));
        await PoolHarness.UntilAsync(() => harness.Registry.Logins == 3);
        await harness.CompletesAsync(used: 1, waiting: 1);
        harness.Time.Advance(harness.Options.SessionLimitRetryInterval + TimeSpan.FromMinutes(1));
        harness.Check(used: 1, waiting: 1);
        harness.Registry.Logins.Should().Be(3, "no third login with these credentials is tried");
        held.Dispose();
        var lease = await waiter;
        var last = harness.RentAsync();
        lease.Session.Fault(new EppConnectionException("cut", EppDelivery.NotSent));
        lease.Dispose();

        await AssertStoppedAsync(last);
        await harness.CompletesAsync();
    }

    [Fact(Timeout = Timeout)]
    public async Task Accepted_login_resets_the_count_of_rejections()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(2));
        harness.Registry.Login = () => "no";
        await harness.Awaiting(h => h.RentAsync()).Should().ThrowAsync<FakeRegistry.RefusedException>();
        harness.Time.Advance(TimeSpan.FromMinutes(1));
        harness.Registry.Login = () => "welcome";
        using var held = await harness.RentAsync();

        harness.Registry.Login = () => "no";
        var waiter = harness.RentAsync(seconds: 3600);
        await harness.CompletesAsync(used: 1, waiting: 1);
        harness.Registry.Login = () => "welcome";
        harness.Time.Advance(harness.Options.SessionLimitRetryInterval + TimeSpan.FromMinutes(1));
        (await waiter).Dispose();
    }

    [Fact(Timeout = 60_000)]
    public async Task Login_that_violates_the_schema_is_not_tried_again_until_the_pool_is_cleared()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1));
        var tries = 0;
        harness.Registry.Connecting = _ =>
        {
            tries++;
            return Task.FromException(new EppValidationException("EppOptions.Password", "must have at least 6 characters"));
        };

        await FluentActions.Awaiting(() => harness.RentAsync(seconds: 3600)).Should().ThrowAsync<EppValidationException>().WithMessage("EppOptions.Password must have*");
        harness.Time.Advance(TimeSpan.FromHours(1));
        await FluentActions.Awaiting(() => harness.RentAsync(seconds: 3600)).Should().ThrowAsync<EppValidationException>().WithMessage("EppOptions.Password*until the pool is cleared*");

        tries.Should().Be(1);
    }

    private static PoolHarness Failing(out StrongBox failures, int max = 1)
    {
        var harness = new PoolHarness(PoolHarness.Quiet(max));
        var left = failures = new StrongBox();
        var count = 0;
        harness.Registry.Connecting = _ => left.Value-- > 0
            ? Task.FromException(new EppConnectionException($"down {++count}", EppDelivery.NotSent))
            : Task.CompletedTask;
        return harness;
    }

    private static async Task<EppConnectionException> AssertFailsAsync(Task<SessionLease> rent, string message) =>
        (await FluentActions.Awaiting(() => rent).Should().ThrowAsync<EppConnectionException>()).WithMessage($"*{message}*").Which;

    private static async Task AssertStoppedAsync(Task<SessionLease> rent) =>
        await FluentActions.Awaiting(() => rent).Should().ThrowAsync<FakeRegistry.RefusedException>().WithMessage("*twice in a row*clear the pool*");

    private sealed class StrongBox
    {
        public int Value { get; set; }
    }

    [Fact(Timeout = Timeout)]
    public async Task Rejections_do_not_stop_logins_while_sessions_with_the_same_credentials_are_open()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(2));
        var held = await harness.RentAsync();
        harness.Registry.Login = () => "no";
        var waiter = harness.RentForEverAsync();
        for (var logins = 2; logins <= 5; logins++)
        {
            await PoolHarness.UntilAsync(() => harness.Registry.Logins == logins);
            await harness.CompletesAsync(used: 1, waiting: 1);
            harness.Time.Advance(harness.Options.SessionLimitRetryInterval + TimeSpan.FromMinutes(1));
        }

        await harness.CompletesAsync(used: 1, waiting: 1);
        harness.Registry.Login = () => "welcome";
        held.Session.Fault(new EppConnectionException("cut", EppDelivery.NotSent));
        held.Dispose();
        await PoolHarness.UntilAsync(() => waiter.IsCompleted || !harness.AdvancesBetweenOpenings(TimeSpan.FromSeconds(1)));

        (await waiter).Dispose();
    }

    [Fact(Timeout = Timeout)]
    public async Task Attempt_continues_after_its_caller_times_out_and_the_next_caller_gets_the_session()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1), new EppTimeoutOptions { Open = TimeSpan.FromMinutes(2) });
        var connect = new TaskCompletionSource();
        harness.Registry.Connecting = connect.Task.WaitAsync;

        for (var i = 0; i < 10; i++)
        {
            var impatient = harness.RentAsync(seconds: 1);
            harness.Time.Advance(TimeSpan.FromSeconds(1));
            (await FluentActions.Awaiting(() => impatient).Should().ThrowAsync<EppTimeoutException>()).Which.Delivery.Should().Be(EppDelivery.NotSent);
            harness.Check(opening: 1);
        }

        var patient = harness.RentAsync(seconds: 5);
        harness.Check(opening: 1, waiting: 1);
        connect.SetResult();

        (await patient).Dispose();
        harness.Registry.Connects.Should().Be(1);
    }

    [Fact(Timeout = Timeout)]
    public async Task Failed_attempt_whose_caller_has_left_counts_as_a_failure()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1), new EppTimeoutOptions { Open = TimeSpan.FromSeconds(20) });
        harness.Registry.Connecting = token => Task.Delay(System.Threading.Timeout.Infinite, token);
        var impatient = harness.RentAsync(seconds: 1);
        harness.Time.Advance(TimeSpan.FromSeconds(1));
        await FluentActions.Awaiting(() => impatient).Should().ThrowAsync<EppTimeoutException>();

        harness.Time.Advance(TimeSpan.FromSeconds(19));
        await harness.CompletesAsync();

        await AssertFailsAsync(harness.RentAsync(seconds: 0.1), "1 times in a row*next attempt");
    }

    [Fact(Timeout = Timeout)]
    public async Task Hanging_attempt_is_abandoned_once_if_other_callers_wait()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1));
        harness.Registry.Connecting = token => Task.Delay(System.Threading.Timeout.Infinite, token);
        var impatient = harness.RentAsync(seconds: 1);
        harness.Time.Advance(TimeSpan.FromSeconds(1));
        await FluentActions.Awaiting(() => impatient).Should().ThrowAsync<EppTimeoutException>();
        var second = harness.RentAsync(seconds: 15);
        harness.Check(opening: 1, waiting: 1);
        var connect = new TaskCompletionSource();
        var isConnecting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        harness.Registry.Connecting = token =>
        {
            isConnecting.TrySetResult();
            return connect.Task.WaitAsync(token);
        };

        harness.Time.Advance(TimeSpan.FromSeconds(4));
        await isConnecting.Task;
        harness.Check(opening: 1);
        harness.Time.Advance(TimeSpan.FromSeconds(11));
        await FluentActions.Awaiting(() => second).Should().ThrowAsync<EppTimeoutException>();
        var third = harness.RentAsync(seconds: 15);
        harness.Check(opening: 1, waiting: 1);
        connect.SetResult();

        (await third).Dispose();
        harness.Registry.Connects.Should().Be(1, "the second attempt was given its full time");
    }

    [Fact(Timeout = Timeout)]
    public async Task Hanging_attempt_is_abandoned_and_not_one_that_failed_after_its_caller_left()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1));
        var connect = new TaskCompletionSource();
        harness.Registry.Connecting = connect.Task.WaitAsync;
        await LeaveAsync();
        connect.SetException(new EppConnectionException("down", EppDelivery.NotSent));
        await harness.CompletesAsync();
        harness.Time.Advance(TimeSpan.FromSeconds(30));
        harness.Registry.Connecting = token => Task.Delay(System.Threading.Timeout.Infinite, token);
        await LeaveAsync();
        var patient = harness.RentAsync(seconds: 15);
        await harness.CompletesAsync(opening: 1, waiting: 1);
        harness.Registry.Connecting = _ => Task.CompletedTask;

        harness.Time.Advance(TimeSpan.FromSeconds(5));

        (await patient).Dispose();

        async Task LeaveAsync()
        {
            var impatient = harness.RentAsync(seconds: 1);
            harness.Time.Advance(TimeSpan.FromSeconds(1));
            await FluentActions.Awaiting(() => impatient).Should().ThrowAsync<EppTimeoutException>();
        }
    }

    [Fact]
    public void Quota_without_capacity_does_not_shorten_a_pause()
    {
        var time = new FakeTimeProvider();
        var gate = new ConnectThrottle(new EppPoolOptions { MinReconnectDelay = TimeSpan.FromSeconds(20), MaxReconnectDelay = TimeSpan.FromSeconds(30) }, time);
        gate.Failed(new EppConnectionException("down", EppDelivery.NotSent), refusesCredentials: false);
        var pause = gate.Pause;

        gate.Postpone(TimeSpan.FromSeconds(1));

        gate.Pause.Should().Be(pause);
        time.Advance(pause);
        gate.Postpone(TimeSpan.FromSeconds(1));
        gate.Pause.Should().BePositive().And.BeLessThanOrEqualTo(TimeSpan.FromSeconds(1));
    }
}
