using EppClient.Sessions;

namespace EppClient.Tests.Sessions;

/// <summary>A caller is cancelled at the instant at which its wait completes: no session or capacity is lost.</summary>
[Trait("Failure", "1")]
public sealed class SessionPoolInstantTests
{
    private const int Timeout = 120_000;

    [Theory(Timeout = Timeout)]
    [InlineData(InstantOrder.FirstThenSecond)]
    [InlineData(InstantOrder.SecondThenFirst)]
    [InlineData(InstantOrder.Together)]
    public async Task Session_returned_to_a_cancelled_waiter_is_not_lost(InstantOrder order)
    {
        using var instant = new Instant(order);
        var quota = new FakeQuota(1);
        await using var harness = new PoolHarness(PoolHarness.Quiet(1), quota: quota);
        (await harness.RentAsync()).Dispose();
        for (var round = 0; round < instant.Rounds; round++)
        {
            using var cancellation = new CancellationTokenSource();
            var lease = RentAtOnce(harness);
            var waiter = harness.RentAsync(cancellationToken: cancellation.Token);
            harness.Check(used: 1, waiting: 1);

            await instant.PerformAsync(lease.Dispose, cancellation.Cancel);

            (await EndsAsync(waiter, cancellation))?.Dispose();
            harness.Check(idle: 1);
        }

        harness.Registry.Connects.Should().Be(1);
        quota.Taken.Should().Be(1);
    }

    [Theory(Timeout = Timeout)]
    [InlineData(InstantOrder.FirstThenSecond)]
    [InlineData(InstantOrder.SecondThenFirst)]
    [InlineData(InstantOrder.Together)]
    public async Task Session_returned_to_a_cancelled_waiter_goes_to_the_next_waiter(InstantOrder order)
    {
        using var instant = new Instant(order);
        await using var harness = new PoolHarness(PoolHarness.Quiet(1));
        (await harness.RentAsync()).Dispose();
        for (var round = 0; round < instant.Rounds; round++)
        {
            using var cancellation = new CancellationTokenSource();
            var lease = RentAtOnce(harness);
            var waiter = harness.RentAsync(cancellationToken: cancellation.Token);
            var next = harness.RentAsync();

            await instant.PerformAsync(lease.Dispose, cancellation.Cancel);

            (await EndsAsync(waiter, cancellation))?.Dispose();
            (await next).Dispose();
            harness.Check(idle: 1);
        }

        harness.Registry.Connects.Should().Be(1);
    }

    [Theory(Timeout = Timeout)]
    [InlineData(InstantOrder.FirstThenSecond)]
    [InlineData(InstantOrder.SecondThenFirst)]
    [InlineData(InstantOrder.Together)]
    public async Task Capacity_granted_to_a_cancelled_waiter_is_not_lost(InstantOrder order)
    {
        using var instant = new Instant(order);
        var quota = new FakeQuota(1);
        await using var harness = new PoolHarness(PoolHarness.Quiet(1), quota: quota);
        for (var round = 0; round < instant.Rounds; round++)
        {
            var lease = await harness.RentAsync();
            using var cancellation = new CancellationTokenSource();
            var waiter = harness.RentAsync(cancellationToken: cancellation.Token);
            var (returning, returned) = (new TaskCompletionSource(), new TaskCompletionSource());
            quota.Returning = () =>
            {
                returning.SetResult();
                return returned.Task;
            };
            lease.Session.Retire("test");
            lease.Dispose();
            await returning.Task;
            harness.Check(closing: 1, waiting: 1);
            quota.Returning = () => Task.CompletedTask;

            await instant.PerformAsync(returned.SetResult, cancellation.Cancel);

            (await EndsAsync(waiter, cancellation))?.Dispose();
            await PoolHarness.UntilAsync(() => harness.Pool.Statistics is { InUse: 0, Opening: 0, Closing: 0, Waiting: 0 }, () => $"{harness.Pool.Statistics}");
            harness.CheckInvariants();
            quota.Taken.Should().Be(harness.Pool.Statistics.Idle);
        }
    }

    [Theory(Timeout = Timeout)]
    [InlineData(InstantOrder.FirstThenSecond, false)]
    [InlineData(InstantOrder.SecondThenFirst, false)]
    [InlineData(InstantOrder.Together, false)]
    [InlineData(InstantOrder.Together, true)]
    public async Task Session_opened_for_a_cancelled_caller_becomes_idle_and_is_closed_once(InstantOrder order, bool whenCounted)
    {
        using var instant = new Instant(order);
        var quota = new FakeQuota(1);
        await using var harness = new PoolHarness(PoolHarness.Quiet(1), quota: quota);
        for (var round = 1; round <= instant.Rounds; round++)
        {
            using var cancellation = new CancellationTokenSource();
            var (welcoming, welcomed) = (new TaskCompletionSource(), new TaskCompletionSource());
            harness.Registry.Welcoming = () =>
            {
                welcoming.SetResult();
                return welcomed.Task;
            };
            var rent = harness.RentAsync(cancellationToken: cancellation.Token);
            await welcoming.Task;
            harness.Check(opening: 1);

            await instant.PerformAsync(welcomed.SetResult, () =>
            {
                // The pool counts a session immediately before it hands it over.
                while (whenCounted && harness.Pool.Statistics.Opening > 0)
                {
                    Thread.SpinWait(1);
                }

                cancellation.Cancel();
            });

            (await EndsAsync(rent, cancellation))?.Dispose();
            await harness.CompletesAsync(idle: 1);
            RentAtOnce(harness).Dispose();
            (harness.Registry.Connects, quota.Taken).Should().Be((round, 1));
            harness.Pool.Clear();
            await harness.CompletesAsync();
            (harness.Registry.Logouts, quota.Returned, quota.Taken).Should().Be((round, round, 0));
        }
    }

    private static SessionLease RentAtOnce(PoolHarness harness)
    {
        var rent = harness.RentAsync();
        rent.IsCompletedSuccessfully.Should().BeTrue("a session is free");
        return rent.Result;
    }

    /// <returns>The lease; null if the caller was cancelled.</returns>
    private static async Task<SessionLease?> EndsAsync(Task<SessionLease> rent, CancellationTokenSource cancellation)
    {
        try
        {
            return await rent;
        }
        catch (OperationCanceledException exception)
        {
            exception.CancellationToken.Should().Be(cancellation.Token);
            return null;
        }
    }
}
