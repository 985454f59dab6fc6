using Microsoft.Extensions.Time.Testing;

namespace EppClient.Tests.Sessions;

/// <summary>Registry limits that the pool detects or stays within.</summary>
public sealed class SessionPoolLimitTests
{
    private const int TestTimeout = 30_000;

    [Theory(Timeout = TestTimeout)]
    [InlineData("too many")]
    [InlineData("wrong password")]
    [Trait("Failure", "6")]
    public async Task Session_limit_shrinks_the_pool_and_its_caller_is_served_by_another_session(string refusal)
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(4));
        var first = await harness.RentAsync();
        harness.Registry.Login = () => refusal;

        var second = harness.RentAsync();
        await harness.CompletesAsync(used: 1, waiting: 1);
        harness.Time.Advance(TimeSpan.FromMinutes(1));
        await harness.CompletesAsync(used: 1);
        (await second.Invoking(rent => rent).Should().ThrowAsync<EppTimeoutException>()).Which.Delivery.Should().Be(EppDelivery.NotSent);
        harness.Registry.Connects.Should().Be(2, "the pool opens no further session");

        var third = harness.RentAsync();
        harness.Check(used: 1, waiting: 1);
        first.Dispose();
        (await third).Dispose();
        harness.Check(idle: 1);
    }

    [Fact(Timeout = TestTimeout)]
    [Trait("Failure", "6")]
    public async Task One_more_session_is_tried_later()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(3) with { SessionLimitRetryInterval = TimeSpan.FromMinutes(5) });
        using var first = await harness.RentAsync();
        harness.Registry.Login = () => "too many";
        var second = harness.RentAsync(seconds: 3000);
        await harness.CompletesAsync(used: 1, waiting: 1);
        harness.Registry.Login = () => "welcome";

        harness.Time.Advance(TimeSpan.FromMinutes(4));
        harness.Check(used: 1, waiting: 1);
        harness.Time.Advance(TimeSpan.FromMinutes(2));

        using var lease = await second;
        harness.Check(used: 2);
        var third = harness.RentAsync(seconds: 3000);
        harness.Check(used: 2, waiting: 1);
        lease.Dispose();
        (await third).Dispose();
    }

    [Fact(Timeout = TestTimeout)]
    [Trait("Failure", "6")]
    public async Task Session_limit_is_reported_to_the_caller_if_no_session_is_open()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(3));
        harness.Registry.Login = () => "too many";

        await harness.Invoking(h => h.RentAsync()).Should().ThrowAsync<FakeRegistry.LimitException>();

        harness.Registry.Login = () => "welcome";
        var next = harness.RentAsync();
        harness.Time.Advance(TimeSpan.FromSeconds(1));
        (await next).Dispose();
    }

    [Fact(Timeout = TestTimeout)]
    public async Task Session_is_replaced_before_equal_refusals_reach_the_registrys_limit()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1) with { MaxRepeatedErrors = 3 });
        await RefuseAsync(harness, 2303);
        await RefuseAsync(harness, 2005);
        harness.Check(idle: 1);

        await RefuseAsync(harness, 2303);

        await harness.CompletesAsync();
        (await harness.RentAsync()).Dispose();
        harness.Registry.Logins.Should().Be(2);
        harness.Registry.Logouts.Should().Be(1);
    }

    [Fact(Timeout = TestTimeout)]
    public async Task Fewer_commands_share_a_session_near_the_limit_of_repeated_errors()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1) with { MaxRepeatedErrors = 3, PipelineDepth = 10 });
        var first = await harness.RentSharedAsync();
        var second = await harness.RentSharedAsync();
        var third = harness.RentSharedAsync();
        harness.Check(used: 1, waiting: 1);

        first.Session.CountRefusal(2303);
        first.Dispose();
        harness.Check(used: 1, waiting: 1);
        second.Dispose();

        (await third).Dispose();
        harness.Registry.Connects.Should().Be(1);
    }

    [Fact(Timeout = TestTimeout)]
    [Trait("Failure", "4")]
    public async Task Session_that_was_silent_for_too_long_is_checked_before_it_is_rented()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(1) with { KeepAliveInterval = TimeSpan.FromSeconds(90) }, time: new SleepyTime());
        (await harness.RentAsync()).Dispose();

        // The process was suspended: the clock advanced but no timer fired.
        harness.Time.Advance(TimeSpan.FromMinutes(10));
        harness.Check(idle: 1);
        harness.Registry.Hellos.Should().Be(0);
        (await harness.RentForEverAsync()).Dispose();
        harness.Registry.Hellos.Should().Be(1);

        await harness.Registry.Open[0].ServerClosesAsync();
        harness.Time.Advance(TimeSpan.FromMinutes(10));
        (await harness.RentForEverAsync()).Dispose();
        harness.Registry.Connects.Should().Be(2);
    }

    [Fact(Timeout = TestTimeout)]
    public async Task Session_that_was_silent_for_too_long_is_checked_before_it_is_shared()
    {
        await using var harness = new PoolHarness(
            PoolHarness.Quiet(1) with { KeepAliveInterval = TimeSpan.FromSeconds(90), PipelineDepth = 2 }, time: new SleepyTime());
        using var first = await harness.RentSharedAsync();

        harness.Time.Advance(TimeSpan.FromMinutes(10));
        using var second = await harness.RentSharedAsync(seconds: 3600);

        second.Session.Should().BeSameAs(first.Session);
        harness.Registry.Hellos.Should().Be(1);
    }

    [Fact(Timeout = TestTimeout)]
    [Trait("Failure", "3")]
    public async Task Warming_up_opens_the_minimum_a_few_at_a_time()
    {
        var (opening, most) = (0, 0);
        var entered = new Lock();
        var gate = new SemaphoreSlim(0);
        await using var harness = new PoolHarness(PoolHarness.Quiet(8) with { MinSessions = 6, MaxParallelOpening = 2 }, connecting: async cancellationToken =>
        {
            lock (entered)
            {
                most = Math.Max(most, ++opening);
            }

            await gate.WaitAsync(cancellationToken);
            lock (entered)
            {
                opening--;
            }
        });

        var warm = harness.Pool.WarmUpAsync(CancellationToken.None);
        for (var i = 0; i < 6; i++)
        {
            // The first session opens alone, then two at a time, then the last one alone.
            var together = i is 0 or 5 ? 1 : 2;
            await PoolHarness.UntilAsync(() => Volatile.Read(ref opening) == together);
            gate.Release();
            await PoolHarness.UntilAsync(() => harness.Registry.Logins > i);
        }

        await warm;
        await harness.CompletesAsync(idle: 6);
        most.Should().Be(2);
    }

    [Fact(Timeout = 30_000)]
    [Trait("Failure", "3")]
    public async Task Warming_up_opens_nothing_if_the_minimum_is_open()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(8) with { MinSessions = 3 });

        await harness.Pool.WarmUpAsync(CancellationToken.None);
        await harness.Pool.WarmUpAsync(CancellationToken.None);

        await harness.CompletesAsync(idle: 3);
        harness.Registry.Logins.Should().Be(3);
    }

    [Fact(Timeout = 30_000)]
    [Trait("Failure", "3")]
    public async Task Warm_up_reports_why_it_failed_and_continues_in_the_background()
    {
        var failure = new EppConnectionException("Down.", EppDelivery.NotSent);
        var connecting = new TaskCompletionSource();
        await using var harness = new PoolHarness(PoolHarness.Quiet(8) with { MinSessions = 2 }, connecting: _ => connecting.Task);

        var warm = harness.Pool.WarmUpAsync(CancellationToken.None);
        connecting.SetException(failure);

        (await Record.ExceptionAsync(() => warm)).Should().BeSameAs(failure);
        harness.Registry.Connecting = _ => Task.CompletedTask;
        harness.Time.Advance(TimeSpan.FromMinutes(5));
        await harness.CompletesAsync(idle: 2);
    }

    private static async Task RefuseAsync(PoolHarness harness, int code)
    {
        using var lease = await harness.RentAsync();
        lease.Session.CountRefusal(code);
    }

    /// <summary>A clock whose timers never fire.</summary>
    private sealed class SleepyTime : FakeTimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
