namespace EppClient.Tests.Sessions;

/// <summary>Pools that share a session quota.</summary>
public sealed class SessionPoolQuotaTests
{
    private const int Timeout = 30_000;

    [Fact(Timeout = Timeout)]
    public async Task Two_pools_share_the_quota_and_capacity_moves_between_them()
    {
        var quota = new FakeQuota(1);
        await using var one = new PoolHarness(PoolHarness.Quiet(4), quota: quota);
        await using var other = new PoolHarness(PoolHarness.Quiet(4), quota: quota);
        var lease = await one.RentAsync();

        var waiting = other.RentAsync();
        await other.CompletesAsync(waiting: 1);
        other.Registry.Connects.Should().Be(0);
        lease.Session.Retire("by test");
        lease.Dispose();
        await one.CompletesAsync();
        quota.Taken.Should().Be(0);
        other.Time.Advance(TimeSpan.FromSeconds(1));

        (await waiting).Dispose();
        quota.Taken.Should().Be(1);
        quota.MostTaken.Should().Be(1);
    }

    [Fact(Timeout = Timeout)]
    public async Task Caller_waiting_for_capacity_takes_a_session_that_becomes_free()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(4), quota: new FakeQuota(1));
        var lease = await harness.RentAsync();

        var next = harness.RentAsync();
        await harness.CompletesAsync(used: 1, waiting: 1);
        lease.Dispose();

        (await next).Dispose();
        harness.Registry.Connects.Should().Be(1);
    }

    [Fact(Timeout = Timeout)]
    public async Task Lost_permit_ends_its_session_immediately()
    {
        var quota = new FakeQuota(2);
        await using var harness = new PoolHarness(PoolHarness.Quiet(2), quota: quota);
        using var lease = await harness.RentAsync();

        await quota.LoseAllAsync();

        lease.Channel.Fault.Should().BeOfType<EppConnectionException>().Which.Message.Should().Contain("EppPoolOptions.Quota");
        await PoolHarness.UntilAsync(() => harness.Registry.Open.Count == 0);
        lease.Dispose();
        await harness.CompletesAsync();
        quota.Taken.Should().Be(0);
    }

    [Fact(Timeout = Timeout)]
    public async Task Permit_that_another_pool_waits_for_is_returned_when_its_session_becomes_free()
    {
        var quota = new FakeQuota(1);
        await using var harness = new PoolHarness(PoolHarness.Quiet(2), quota: quota);
        var lease = await harness.RentAsync();

        quota.WantAll();
        lease.Channel.Fault.Should().BeNull("exchanges in progress are not interrupted");
        lease.Dispose();
        await harness.CompletesAsync();

        quota.Taken.Should().Be(0);
        harness.Registry.Open.Should().BeEmpty();
    }

    [Fact(Timeout = Timeout)]
    public async Task Permit_of_an_idle_session_is_returned_immediately_when_another_pool_waits_for_it()
    {
        var quota = new FakeQuota(1);
        await using var harness = new PoolHarness(PoolHarness.Quiet(2), quota: quota);
        (await harness.RentAsync()).Dispose();

        await quota.WantAllNowAsync();

        await harness.CompletesAsync();
        quota.Taken.Should().Be(0);
        harness.Registry.Logouts.Should().Be(1);
    }

    [Fact(Timeout = Timeout)]
    public async Task Permit_is_returned_when_the_session_cannot_be_opened()
    {
        var quota = new FakeQuota(1);
        await using var harness = new PoolHarness(PoolHarness.Quiet(2), quota: quota);
        harness.Registry.Connecting = _ => Task.FromException(new EppConnectionException("down", EppDelivery.NotSent));

        await harness.Invoking(h => h.RentAsync()).Should().ThrowAsync<EppConnectionException>();

        quota.Taken.Should().Be(0);
    }

    [Fact(Timeout = Timeout)]
    public async Task Failing_quota_is_reported_by_name()
    {
        await using var harness = new PoolHarness(PoolHarness.Quiet(2), quota: new FakeQuota(1) { Failure = new InvalidOperationException("no store") });

        var failure = (await harness.Invoking(h => h.RentAsync()).Should().ThrowAsync<EppConnectionException>().WithMessage("*EppPoolOptions.Quota*no store*")).Which;

        failure.Delivery.Should().Be(EppDelivery.NotSent);
    }

    [Fact(Timeout = Timeout)]
    public async Task Quota_that_cancels_by_itself_is_a_failure_that_warm_up_reports_and_after_which_the_pool_waits()
    {
        var quota = new FakeQuota(1) { Failure = new TaskCanceledException("the store's own timeout") };
        await using var harness = new PoolHarness(PoolHarness.Quiet(2) with { MinSessions = 1 }, quota: quota);

        var warming = harness.Pool.WarmUpAsync(CancellationToken.None);
        await PoolHarness.UntilAsync(() =>
        {
            harness.Time.Advance(TimeSpan.FromMilliseconds(100));
            return warming.IsCompleted;
        });

        (await FluentActions.Awaiting(() => warming).Should().ThrowAsync<EppConnectionException>().WithMessage("*EppPoolOptions.Quota*"))
            .Which.InnerException.Should().BeOfType<TaskCanceledException>();
        await harness.Invoking(h => h.RentAsync(seconds: 0.01)).Should().ThrowAsync<EppConnectionException>().WithMessage("*times in a row*");
    }

    [Fact(Timeout = Timeout)]
    public async Task Caller_that_cannot_wait_for_capacity_gets_an_exception_with_the_reason()
    {
        var quota = new FakeQuota(0);
        await using var harness = new PoolHarness(PoolHarness.Quiet(2), quota: quota);

        var rent = harness.RentAsync(seconds: 0.1);

        await rent.Invoking(r => r).Should().ThrowAsync<EppConnectionException>().WithMessage("*EppPoolOptions.Quota*");
    }

    [Theory(Timeout = Timeout)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Permit_that_cannot_be_returned_uses_no_capacity_and_does_not_delay_disposal(bool throws)
    {
        var quota = new FakeQuota(4) { Returning = () => throws ? Task.FromException(new InvalidOperationException("no store")) : new TaskCompletionSource().Task };
        await using var harness = new PoolHarness(PoolHarness.Quiet(1), quota: quota);
        var lease = await harness.RentAsync();
        lease.Session.Retire("by test");
        lease.Dispose();
        await CompleteAsync(harness);

        var second = await harness.RentSharedAsync();
        var replacing = harness.Pool.ReplaceAsync(second, new EppClient.Sessions.LeaseKind(EppPriority.Interactive, IsShared: true), EppClient.Sessions.Deadline.None, CancellationToken.None).AsTask();
        await PoolHarness.UntilAsync(() =>
        {
            harness.Time.Advance(TimeSpan.FromMilliseconds(100));
            return replacing.IsCompleted;
        });

        (await replacing).Dispose();
        harness.Check(idle: 1);
    }

    [Fact(Timeout = Timeout)]
    public async Task Permit_that_cannot_be_returned_does_not_hide_why_no_session_was_opened()
    {
        var quota = new FakeQuota(1) { Returning = () => throw new InvalidOperationException("no store") };
        await using var harness = new PoolHarness(PoolHarness.Quiet(2), quota: quota);
        harness.Registry.Connecting = _ => Task.FromException(new EppConnectionException("down", EppDelivery.NotSent));

        await harness.Invoking(h => h.RentAsync()).Should().ThrowAsync<EppConnectionException>().WithMessage("down");

        harness.Check();
    }

    [Theory(Timeout = Timeout)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Permit_lost_while_a_session_is_opened_ends_the_attempt(bool isLoggingIn)
    {
        var quota = new FakeQuota(1);
        await using var harness = new PoolHarness(PoolHarness.Quiet(1), quota: quota);
        harness.Registry.Login = () => null;
        harness.Registry.Connecting = isLoggingIn ? _ => Task.CompletedTask : token => Task.Delay(System.Threading.Timeout.Infinite, token);
        var rent = harness.RentAsync();
        await PoolHarness.UntilAsync(() => isLoggingIn ? harness.Registry.Logins == 1 : harness.Pool.Statistics.Opening == 1);

        await quota.LoseAllAsync();

        (await FluentActions.Awaiting(() => rent).Should().ThrowAsync<EppConnectionException>().WithMessage("*EppPoolOptions.Quota was lost*"))
            .Which.Delivery.Should().Be(EppDelivery.NotSent);
        await harness.CompletesAsync();
        harness.Registry.Open.Should().BeEmpty();
    }

    private static async Task CompleteAsync(PoolHarness harness)
    {
        await PoolHarness.UntilAsync(() =>
        {
            harness.Time.Advance(TimeSpan.FromMilliseconds(100));
            return harness.Pool.Statistics.Closing == 0;
        });
        harness.Check();
    }
}
