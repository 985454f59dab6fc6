using EppClient.Sessions;

namespace EppClient.Tests.Sessions;

/// <summary>Thousands of steps in random order, the same for the same seed; the counts are checked after each step.</summary>
public sealed class SessionPoolScheduleTests
{
    [Theory(Timeout = 60_000)]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 3)]
    [InlineData(5, 5)]
    [InlineData(6, 8)]
    public async Task Counts_are_correct_and_all_waiters_are_served_under_any_schedule(int seed, int max)
    {
        // The registry notices a closed connection when its thread runs, and the schedule's clock does not wait for it, so Logout must not expire before.
        var timeouts = new EppTimeoutOptions { Logout = TimeSpan.FromHours(1) };
        var options = new EppPoolOptions
        {
            MaxSessions = max,
            MinSessions = max / 3,
            KeepAliveInterval = TimeSpan.FromSeconds(20),
            IdleLifetime = TimeSpan.FromSeconds(60),
            MaxSessionAge = TimeSpan.FromSeconds(300),
            MaxCommandsPerSession = 40,
        };
        await using var harness = new PoolHarness(options, timeouts);
        var schedule = new Schedule(harness, new Random(seed));

        for (var step = 0; step < 3_000; step++)
        {
            await schedule.StepAsync();
            harness.CheckInvariants();
        }

        await schedule.FinishAsync();
        await harness.CompletesAsync(idle: harness.Pool.Statistics.Idle);
        harness.Registry.Connects.Should().BeGreaterThan(max);
    }

    private sealed class Schedule(PoolHarness harness, Random random)
    {
        private readonly List<(Task<SessionLease> Rent, CancellationTokenSource Cancellation)> _pending = [];
        private readonly List<SessionLease> _leases = [];
        private double _failureRate;

        public async Task StepAsync()
        {
            var fails = random.NextDouble() < _failureRate;
            harness.Registry.Connecting = _ => fails
                ? Task.FromException(new EppConnectionException("down", EppDelivery.NotSent))
                : Task.CompletedTask;
            switch (random.Next(20))
            {
                case < 7:
                    Rent();
                    break;
                case < 12:
                    GiveBack();
                    break;
                case 12:
                    await CancelAsync();
                    break;
                case 13:
                    await KillAsync();
                    break;
                case 14:
                    harness.Time.Advance(TimeSpan.FromSeconds(random.Next(1, 30)));
                    break;
                case 15 when random.Next(4) == 0:
                    harness.Pool.Clear();
                    break;
                case 16 when random.Next(4) == 0:
                    _failureRate = random.Next(3) / 3.0;
                    break;
                default:
                    await ExchangeAsync();
                    break;
            }

            if (random.Next(3) == 0)
            {
                await Task.Yield();
            }

            await CollectAsync();
        }

        /// <summary>Verifies that all waiters are served after failures end and all sessions are returned.</summary>
        public async Task FinishAsync()
        {
            _failureRate = 0;
            harness.Registry.Connecting = _ => Task.CompletedTask;
            harness.Pool.Clear();
            while (_leases.Count + _pending.Count > 0)
            {
                _leases.ForEach(lease => lease.Dispose());
                _leases.Clear();
                await PoolHarness.UntilAsync(
                    () => _pending.Count == 0 || _pending.Exists(entry => entry.Rent.IsCompleted),
                    () => $"{_pending.Count} are still waiting; the pool is {harness.Pool.Statistics}");
                await CollectAsync();
            }
        }

        private void Rent()
        {
            var cancellation = new CancellationTokenSource();
            _pending.Add((harness.RentAsync(random.Next(1, 120), cancellation.Token), cancellation));
        }

        private void GiveBack()
        {
            if (Pick(_leases) is { } lease)
            {
                _leases.Remove(lease);
                if (random.Next(10) == 0)
                {
                    lease.Session.Retire("by schedule");
                }

                lease.Dispose();
            }
        }

        private async Task CancelAsync()
        {
            if (_pending.Count > 0)
            {
                await _pending[random.Next(_pending.Count)].Cancellation.CancelAsync();
            }
        }

        private async Task KillAsync()
        {
            if (Pick(harness.Registry.Open) is { } connection)
            {
                await connection.ServerClosesAsync();
            }
        }

        private async Task ExchangeAsync()
        {
            if (Pick(_leases) is { } lease)
            {
                try
                {
                    var request = $"{random.Next()}";
                    (await FakeRegistry.AskAsync(lease.Channel, request)).Should().Be($"re {request}");
                }
                catch (EppConnectionException)
                {
                    lease.Channel.Fault.Should().NotBeNull();
                }
            }
        }

        private async Task CollectAsync()
        {
            foreach (var entry in _pending.Where(entry => entry.Rent.IsCompleted).ToList())
            {
                _pending.Remove(entry);
                try
                {
                    _leases.Add(await entry.Rent);
                }
                catch (OperationCanceledException)
                {
                    entry.Cancellation.IsCancellationRequested.Should().BeTrue();
                }
                catch (EppException exception)
                {
                    exception.Delivery.Should().Be(EppDelivery.NotSent);
                }
            }
        }

        private T? Pick<T>(IReadOnlyList<T> from)
            where T : class => from.Count == 0 ? null : from[random.Next(from.Count)];
    }
}
