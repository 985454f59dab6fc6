using System.Runtime.CompilerServices;
using EppClient.Diagnostics;
using EppClient.Sessions;
using EppClient.Transport;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace EppClient.Tests.Sessions;

/// <summary>A pool on a fake registry and a fake clock.</summary>
internal sealed class PoolHarness : IAsyncDisposable
{
    /// <summary>Creates it; with a minimum of sessions it opens the first at once, so that <paramref name="connecting"/> comes too late afterwards.</summary>
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

    /// <summary>Options that leave the pool alone: nothing happens by the clock.</summary>
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

    /// <summary>For one command, as the pool's own sending does.</summary>
    public Task<SessionLease> RentSharedAsync(EppPriority priority = EppPriority.Interactive, double seconds = 60) =>
        Pool.RentAsync(new LeaseKind(priority, IsShared: true), Deadline.After(Time, TimeSpan.FromSeconds(seconds)), CancellationToken.None).AsTask();

    public Task<SessionLease> RentAsync(EppPriority priority) =>
        Pool.RentAsync(new LeaseKind(priority, IsShared: false), Deadline.After(Time, TimeSpan.FromSeconds(60)), CancellationToken.None).AsTask();

    /// <summary>Asserts the accounts at this instant.</summary>
    public void Check(int idle = 0, int used = 0, int opening = 0, int closing = 0, int waiting = 0)
    {
        Pool.Snapshot.Should().Be(new PoolSnapshot(Options.MaxSessions, idle, used, opening, closing, waiting));
        CheckInvariants();
    }

    /// <summary>Waits until background work has brought the accounts to this.</summary>
    public async Task CompletesAsync(int idle = 0, int used = 0, int opening = 0, int closing = 0, int waiting = 0)
    {
        var expected = new PoolSnapshot(Options.MaxSessions, idle, used, opening, closing, waiting);
        await UntilAsync(() => Pool.Snapshot == expected, () => $"the pool is {Pool.Snapshot}, expected {expected}");
        CheckInvariants();
    }

    public void CheckInvariants()
    {
        var now = Pool.Snapshot;
        new[] { now.Idle, now.Used, now.Opening, now.Closing, now.Waiting }.Should().OnlyContain(count => count >= 0);
        now.Open.Should().BeLessThanOrEqualTo(now.Max);
        Registry.MostOpen.Should().BeLessThanOrEqualTo(Options.MaxSessions, "the registry must never see more sessions than allowed");
    }

    /// <summary>Advances the clock, unless a session is being opened.</summary>
    /// <returns>True.</returns>
    public bool AdvancesBetweenOpenings(TimeSpan time)
    {
        if (Pool.Snapshot.Opening == 0)
        {
            Time.Advance(time);
        }

        return true;
    }

    /// <summary>Lets background work run until the condition holds. How long that may take on a busy machine is no matter of the test.</summary>
    public static Task UntilAsync(Func<bool> condition, Func<string>? otherwise = null, [CallerArgumentExpression(nameof(condition))] string text = "") =>
        Eventually.HoldsAsync(condition, otherwise, text);

    public async ValueTask DisposeAsync()
    {
        // A test that has failed may hold leases: they are cut when the clock passes the limit.
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
