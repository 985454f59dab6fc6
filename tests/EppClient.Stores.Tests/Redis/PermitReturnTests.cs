using EppClient.Commands;
using EppClient.Dk;
using EppClient.Dk.Testing;
using EppClient.Redis;
using Microsoft.Extensions.Time.Testing;
using StackExchange.Redis;

namespace EppClient.Stores.Tests.Redis;

/// <summary>A process without a permit gets one, regardless of the sessions of the other processes.</summary>
public sealed class PermitReturnTests(RedisServer redis) : IClassFixture<RedisServer>
{
    private const int Limit = 4;

    [SkippableFact(Timeout = 60_000)]
    public async Task Process_gets_a_permit_if_another_has_one_session_in_long_use_and_three_idle_ones()
    {
        await using var first = await redis.ConnectAsync();
        await using var second = await redis.ConnectAsync();
        await using var registry = DkTestRegistry.Start();
        await using var rich = Pool(registry, Quota(first, "long use"));
        await using var poor = Pool(registry, Quota(second, "long use"));

        // The caller keeps the first session.
        await using var kept = await rich.RentAsync();
        List<EppSession> idle = [];
        while (idle.Count < Limit - 1)
        {
            idle.Add(await rich.RentAsync());
        }

        foreach (var session in idle)
        {
            await session.DisposeAsync();
        }

        var response = await poor.SendAsync(new DomainCheck("eksempel.dk"), new EppSendOptions { Timeout = TimeSpan.FromSeconds(20) });

        response.IsSuccess.Should().BeTrue();
        (await kept.SendAsync(new DomainCheck("eksempel.dk"))).IsSuccess.Should().BeTrue("sessions in use are not closed");
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Another_permit_is_requested_if_the_previous_one_is_not_returned_and_the_last_one_only_after_half_a_lease()
    {
        await using var connection = await redis.ConnectAsync();
        var holder = Quota(connection, "more and more");
        List<IEppSessionPermit> held = [];
        while (await holder.TryAcquireAsync(CancellationToken.None) is { } permit)
        {
            held.Add(permit);
        }

        var waiting = Quota(connection, "more and more");
        await Eventually.HoldsAsync(async () =>
        {
            (await waiting.TryAcquireAsync(CancellationToken.None)).Should().BeNull();
            return held.TrueForAll(permit => permit.IsWanted);
        });

        held.Should().HaveCount(Limit).And.OnlyContain(permit => permit.Wanted.IsCancellationRequested);
        foreach (var permit in held)
        {
            await permit.DisposeAsync();
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Idle_session_is_closed_as_soon_as_its_permit_is_requested_back()
    {
        // Only the permit can notify the pool: its clock does not advance, so its timers do not run.
        var quota = new SinglePermitQuota();
        await using var registry = DkTestRegistry.Start();
        await using var pool = Pool(registry, quota, new FakeTimeProvider(TimeProvider.System.GetUtcNow()));
        await pool.SendAsync(new DomainCheck("eksempel.dk"));

        await quota.Wanted.CancelAsync();

        await quota.Back;
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Leases_are_still_renewed_after_an_unexpected_failure()
    {
        await using var connection = await redis.ConnectAsync();
        var requested = 0;
        var again = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var faulty = FaultyRedis.Over(connection, method =>
        {
            if (method != nameof(IDatabase.KeyExistsAsync))
            {
                return null;
            }

            // More queries than fit into the remaining time of an unrenewed lease.
            requested++;
            if (requested == 6)
            {
                again.SetResult();
            }

            return requested == 1 ? new InvalidOperationException("A bug of the client.") : null;
        });
        await using var permit = await Quota(faulty, "unforeseen").TryAcquireAsync(CancellationToken.None);

        await again.Task;

        permit!.Lost.IsCancellationRequested.Should().BeFalse();
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Any_failure_of_Redis_is_a_failure_to_open_a_session()
    {
        await using var connection = await redis.ConnectAsync();
        var quota = Quota(FaultyRedis.Over(connection, method => method == nameof(IDatabase.ScriptEvaluateAsync) ? new TaskCanceledException("The connection was disposed.") : null), "cancelled");

        var take = async () => await quota.TryAcquireAsync(CancellationToken.None);

        (await take.Should().ThrowAsync<EppConnectionException>()).Which.Delivery.Should().Be(EppDelivery.NotSent);
    }

    private static RedisSessionQuota Quota(IConnectionMultiplexer connection, string key) =>
        new(connection, new RedisSessionQuotaOptions { Key = key, MaxSessions = Limit, Lease = TimeSpan.FromSeconds(2) });

    private static EppSessionPool Pool(DkTestRegistry registry, IEppSessionQuota quota, TimeProvider? time = null) => new(
        new EppOptions
        {
            Host = registry.Host,
            Port = registry.Port,
            ClientId = registry.User,
            Password = registry.Password,
            Profile = DkProfile.Current,
            Tls = new EppTlsOptions { TrustedRoots = [registry.CaCertificate] },
            Pool = new EppPoolOptions { MaxSessions = Limit, Quota = quota },
        },
        timeProvider: time);

    /// <summary>A quota with one permit, which the test requests back.</summary>
    private sealed class SinglePermitQuota : IEppSessionQuota, IEppSessionPermit
    {
        private readonly TaskCompletionSource _back = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationTokenSource Wanted { get; } = new();

        public Task Back => _back.Task;

        public CancellationToken Lost => CancellationToken.None;

        public bool IsWanted => Wanted.IsCancellationRequested;

        CancellationToken IEppSessionPermit.Wanted => Wanted.Token;

        public ValueTask<IEppSessionPermit?> TryAcquireAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IEppSessionPermit?>(_back.Task.IsCompleted ? null : this);

        public ValueTask DisposeAsync()
        {
            _back.TrySetResult();
            return ValueTask.CompletedTask;
        }
    }
}
