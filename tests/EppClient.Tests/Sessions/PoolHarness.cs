using System.Runtime.CompilerServices;
using EppClient.Sessions;
using EppClient.Transport;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.Tests.Sessions;

/// <summary>A pool on a fake registry and a fake clock.</summary>
internal sealed class PoolHarness : IAsyncDisposable
{
    /// <summary>Creates the pool. With a minimum of sessions the pool connects immediately, so <paramref name="connecting"/> must be passed here.</summary>
    public PoolHarness(
        EppPoolOptions options,
        EppTimeoutOptions? timeouts = null,
        string name = "test",
        IEppSessionQuota? quota = null,
        FakeTimeProvider? time = null,
        Func<CancellationToken, Task>? connecting = null)
    {
        Registry.Connecting = connecting ?? Registry.Connecting;
        Time = time ?? new FakeTimeProvider();
        Options = options;
        Pool = new SessionPool(new PoolSettings
        {
            Connector = Registry,
            Protocol = Registry,
            LoggerFactory = NullLoggerFactory.Instance,
            Name = name,
            Target = new ConnectTarget("epp.example", 700),
            Time = Time,
            Pool = options,
            Quota = quota,
            Timeouts = timeouts ?? new EppTimeoutOptions(),
        });
    }

    /// <summary>Creates options without time-based maintenance.</summary>
    public static EppPoolOptions Quiet(int max) => new()
    {
        MaxSessions = max,
        KeepAliveInterval = Timeout.InfiniteTimeSpan,
        IdleLifetime = Timeout.InfiniteTimeSpan,
        MaxSessionAge = Timeout.InfiniteTimeSpan,
    };

    public FakeTimeProvider Time { get; }

    public FakeRegistry Registry { get; } = new();

    public EppPoolOptions Options { get; }

    public SessionPool Pool { get; }

    public Task<SessionLease> RentAsync(double seconds = 60, CancellationToken cancellationToken = default) =>
        Pool.RentAsync(Deadline.After(Time, TimeSpan.FromSeconds(seconds)), cancellationToken).AsTask();

    public Task<SessionLease> RentForEverAsync(CancellationToken cancellationToken = default) => Pool.RentAsync(Deadline.None, cancellationToken).AsTask();

    /// <summary>Rents a session for one command, as the pool does to send it.</summary>
    public Task<SessionLease> RentSharedAsync(EppPriority priority = EppPriority.Interactive, double seconds = 60) =>
        Pool.RentAsync(new LeaseKind(priority, IsShared: true), Deadline.After(Time, TimeSpan.FromSeconds(seconds)), CancellationToken.None).AsTask();

    public Task<SessionLease> RentAsync(EppPriority priority) =>
        Pool.RentAsync(new LeaseKind(priority, IsShared: false), Deadline.After(Time, TimeSpan.FromSeconds(60)), CancellationToken.None).AsTask();

    /// <summary>Asserts the current counts.</summary>
    public void Check(int idle = 0, int used = 0, int opening = 0, int closing = 0, int waiting = 0)
    {
        Pool.Statistics.Should().Be(new EppPoolStatistics(Options.MaxSessions, idle, used, opening, closing, waiting));
        CheckInvariants();
    }

    /// <summary>Waits until background work has produced these counts.</summary>
    public async Task CompletesAsync(int idle = 0, int used = 0, int opening = 0, int closing = 0, int waiting = 0)
    {
        var expected = new EppPoolStatistics(Options.MaxSessions, idle, used, opening, closing, waiting);
        await UntilAsync(() => Pool.Statistics == expected, () => $"the pool is {Pool.Statistics}, expected {expected}");
        CheckInvariants();
    }

    public void CheckInvariants()
    {
        var now = Pool.Statistics;
        new[] { now.Idle, now.InUse, now.Opening, now.Closing, now.Waiting }.Should().OnlyContain(count => count >= 0);
        now.Open.Should().BeLessThanOrEqualTo(now.MaxSessions);
        Registry.MostOpen.Should().BeLessThanOrEqualTo(Options.MaxSessions, "the registry must never see more sessions than allowed");
    }

    /// <summary>Advances the clock, unless a session is being opened.</summary>
    /// <returns>True.</returns>
    public bool AdvancesBetweenOpenings(TimeSpan time)
    {
        if (Pool.Statistics.Opening == 0)
        {
            Time.Advance(time);
        }

        return true;
    }

    /// <summary>Lets background work run until the condition holds. The time that this takes on a busy machine does not affect the test.</summary>
    public static Task UntilAsync(Func<bool> condition, Func<string>? otherwise = null, [CallerArgumentExpression(nameof(condition))] string text = "") =>
        Eventually.HoldsAsync(condition, otherwise, text);

    public async ValueTask DisposeAsync()
    {
        // A failed test may hold leases: the pool aborts them when the clock passes the limit.
        var disposing = Pool.DisposeAsync().AsTask();
        await UntilAsync(() =>
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            return disposing.IsCompleted;
        });
        await disposing;
        await UntilAsync(() => Registry.Open.Count == 0);
    }
}
