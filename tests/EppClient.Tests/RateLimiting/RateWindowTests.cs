using System.Threading.RateLimiting;
using EppClient.RateLimiting;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.Tests.RateLimiting;

public sealed class RateWindowTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _time = new();

    [Fact(Timeout = 30_000)]
    public async Task Permit_returns_one_window_after_the_response_and_not_after_the_request()
    {
        using var window = Window(1);
        var first = await window.AcquireAsync();
        _time.Advance(TimeSpan.FromSeconds(50));
        first.Dispose();
        var second = window.AcquireAsync().AsTask();

        _time.Advance(TimeSpan.FromSeconds(59));
        second.IsCompleted.Should().BeFalse("the registry may have counted the first when it responded");
        _time.Advance(TimeSpan.FromSeconds(1));

        (await second).IsAcquired.Should().BeTrue();
    }

    [Fact(Timeout = 30_000)]
    public async Task Command_without_a_response_keeps_its_permit()
    {
        using var window = Window(1);
        using var first = await window.AcquireAsync();
        var second = window.AcquireAsync().AsTask();

        _time.Advance(Minute * 10);

        second.IsCompleted.Should().BeFalse();
    }

    [Fact(Timeout = 30_000)]
    public async Task Waiters_are_served_in_order_of_arrival()
    {
        using var window = Window(1);
        (await window.AcquireAsync()).Dispose();
        var second = window.AcquireAsync().AsTask();
        var third = window.AcquireAsync().AsTask();
        window.AttemptAcquire().IsAcquired.Should().BeFalse();

        _time.Advance(Minute);
        (await second).Dispose();
        third.IsCompleted.Should().BeFalse();
        _time.Advance(Minute);

        (await third).IsAcquired.Should().BeTrue();
    }

    [Fact(Timeout = 30_000)]
    public async Task New_request_does_not_overtake_waiters()
    {
        using var window = Window(2);
        (await window.AcquireAsync()).Dispose();
        var second = await window.AcquireAsync();
        var third = window.AcquireAsync().AsTask();

        window.AttemptAcquire().IsAcquired.Should().BeFalse();
        window.GetStatistics()!.CurrentQueuedCount.Should().Be(1);
        _time.Advance(Minute);

        (await third).Dispose();
        second.Dispose();
    }

    [Fact(Timeout = 30_000)]
    public async Task Cancelled_waiter_lets_the_next_waiter_proceed()
    {
        using var window = Window(1);
        (await window.AcquireAsync()).Dispose();
        using var cancellation = new CancellationTokenSource();
        var second = window.AcquireAsync(1, cancellation.Token).AsTask();
        var third = window.AcquireAsync().AsTask();

        await cancellation.CancelAsync();
        await second.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        _time.Advance(Minute);

        (await third).IsAcquired.Should().BeTrue();
    }

    [Fact(Timeout = 30_000)]
    public async Task Disposing_ends_all_waits()
    {
        var window = Window(1);
        using var first = await window.AcquireAsync();
        var second = window.AcquireAsync().AsTask();

        window.Dispose();

        await second.Invoking(task => task).Should().ThrowAsync<ObjectDisposedException>();
        await window.Invoking(w => w.AcquireAsync().AsTask()).Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public void Limit_error_halves_the_permits_and_each_window_without_one_restores_an_eighth()
    {
        using var window = Window(16);
        window.Shrink(_time.GetTimestamp()).Should().Be(8);

        Available(window).Should().Be(8);
        _time.Advance(Minute);
        Available(window).Should().Be(10);
        _time.Advance(Minute * 2);
        Available(window).Should().Be(14);
        window.Shrink(_time.GetTimestamp()).Should().Be(7);
        _time.Advance(Minute * 5);
        Available(window).Should().Be(16);
    }

    [Fact]
    public void Limit_errors_for_commands_sent_before_the_halving_count_once()
    {
        using var window = Window(16);
        var sent = _time.GetTimestamp();
        _time.Advance(TimeSpan.FromSeconds(1));

        window.Shrink(sent).Should().Be(8);
        window.Shrink(sent).Should().BeNull();

        Available(window).Should().Be(8);
    }

    [Fact]
    public void At_least_one_permit_remains()
    {
        using var window = Window(2);

        window.Shrink(_time.GetTimestamp()).Should().Be(1);
        window.Shrink(_time.GetTimestamp()).Should().BeNull();

        Available(window).Should().Be(1);
    }

    [Fact(Timeout = 30_000)]
    public async Task Waiter_is_served_when_the_permits_recover()
    {
        using var window = Window(2);
        window.Shrink(_time.GetTimestamp());
        using var first = await window.AcquireAsync();
        var second = window.AcquireAsync().AsTask();

        _time.Advance(Minute);

        (await second).IsAcquired.Should().BeTrue("the first is still in progress, but two are allowed again");
    }

    [Theory(Timeout = 60_000)]
    [InlineData(1, 3)]
    [InlineData(2, 7)]
    [InlineData(3, 20)]
    public async Task Registry_never_counts_more_commands_per_window_than_permitted(int seed, int permits)
    {
        var random = new Random(seed);
        using var window = Window(permits);
        List<(Task<RateLimitLease> Lease, DateTimeOffset Answer)> underWay = [];
        Queue<DateTimeOffset> counted = new();
        var most = 0;
        for (var step = 0; step < 3000; step++)
        {
            if (underWay.Count < 50 && random.Next(3) > 0)
            {
                underWay.Add((window.AcquireAsync().AsTask(), default));
            }

            _time.Advance(TimeSpan.FromMilliseconds(random.Next(1, 4000)));
            var now = _time.GetUtcNow();
            for (var i = underWay.Count - 1; i >= 0; i--)
            {
                var (lease, response) = underWay[i];
                if (response == default && lease.IsCompleted)
                {
                    // The registry counts the sent command now and responds later.
                    Count(counted, now);
                    underWay[i] = (lease, now + TimeSpan.FromMilliseconds(random.Next(0, 9000)));
                }
                else if (response != default && now >= response)
                {
                    (await lease).Dispose();
                    underWay.RemoveAt(i);
                }
            }

            most = Math.Max(most, counted.Count);
            counted.Count.Should().BeLessThanOrEqualTo(permits);
        }

        most.Should().Be(permits, "the rate limit is fully used");
    }

    private static void Count(Queue<DateTimeOffset> counted, DateTimeOffset now)
    {
        while (counted.TryPeek(out var oldest) && oldest <= now - Minute)
        {
            counted.Dequeue();
        }

        counted.Enqueue(now);
    }

    private static long Available(RateWindow window) => window.GetStatistics()!.CurrentAvailablePermits;

    private RateWindow Window(int permits) => new(new EppRateLimit(permits, Minute), _time);
}
