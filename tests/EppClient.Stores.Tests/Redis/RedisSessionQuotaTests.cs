using EppClient.Redis;
using StackExchange.Redis;

namespace EppClient.Stores.Tests.Redis;

public sealed class RedisSessionQuotaTests(RedisServer redis) : IClassFixture<RedisServer>
{
    [SkippableFact(Timeout = 60_000)]
    public async Task Quotas_with_the_same_key_share_one_limit()
    {
        await using var connection = await redis.ConnectAsync();
        var one = Quota(connection, "together");
        var other = Quota(connection, "together");

        await using var first = await one.TryAcquireAsync(CancellationToken.None);
        await using var second = await other.TryAcquireAsync(CancellationToken.None);
        var third = await one.TryAcquireAsync(CancellationToken.None);

        first.Should().NotBeNull();
        second.Should().NotBeNull();
        third.Should().BeNull();
        first!.Lost.IsCancellationRequested.Should().BeFalse();
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Returned_permit_is_available_immediately()
    {
        await using var connection = await redis.ConnectAsync();
        var quota = Quota(connection, "given back", maximum: 1);
        var first = await quota.TryAcquireAsync(CancellationToken.None);

        await first!.DisposeAsync();
        await first.DisposeAsync();
        await using var next = await quota.TryAcquireAsync(CancellationToken.None);

        next.Should().NotBeNull();
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Accounts_have_separate_limits()
    {
        await using var connection = await redis.ConnectAsync();

        await using var one = await Quota(connection, "one", maximum: 1).TryAcquireAsync(CancellationToken.None);
        await using var other = await Quota(connection, "other", maximum: 1).TryAcquireAsync(CancellationToken.None);

        other.Should().NotBeNull();
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Lease_is_renewed_while_it_is_held()
    {
        await using var connection = await redis.ConnectAsync();
        var renewals = await connection.GetSubscriber().SubscribeAsync(RedisChannel.Literal("__keyspace@0__:renewed"));
        await using var permit = await Quota(connection, "renewed", lease: 3).TryAcquireAsync(CancellationToken.None);

        // Redis notifies of the acquisition and of each renewal; there are more than fit into one lease.
        for (var i = 0; i < 8; i++)
        {
            (await renewals.ReadAsync()).Message.Should().Be("zadd");
        }

        permit!.Lost.IsCancellationRequested.Should().BeFalse();
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Lease_missing_at_renewal_is_lost()
    {
        await using var connection = await redis.ConnectAsync();
        var quota = Quota(connection, "gone", lease: 3);
        await using var permit = await quota.TryAcquireAsync(CancellationToken.None);
        var lost = EndOf(permit!.Lost);

        // Simulates a restart of a Redis without persistence.
        await connection.GetDatabase().KeyDeleteAsync("gone");

        await lost;
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Lease_is_lost_before_it_expires_when_redis_does_not_respond()
    {
        await using var direct = await redis.ConnectAsync();
        using var relay = new Relay(redis.Port);
        await using var connection = await redis.ConnectAsync(relay.Port);
        await using var permit = await Quota(connection, "silent", lease: 10).TryAcquireAsync(CancellationToken.None);
        var lost = EndOf(permit!.Lost);

        relay.FallSilent();
        await lost;

        var quota = Quota(direct, "silent", maximum: 1);
        (await quota.TryAcquireAsync(CancellationToken.None)).Should().BeNull("the session is closed before another can replace it");
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Redis_that_cannot_be_reached_is_a_failure_to_open_a_session()
    {
        await using var connection = await redis.ConnectAsync();
        var quota = Quota(connection, "closed");
        await connection.CloseAsync();

        var take = async () => await quota.TryAcquireAsync(CancellationToken.None);

        var failure = (await take.Should().ThrowAsync<EppConnectionException>()).Which;
        failure.Delivery.Should().Be(EppDelivery.NotSent);
        failure.Message.Should().Contain("'closed'").And.Contain("RedisSessionQuota");
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Permit_can_be_returned_when_redis_is_unavailable()
    {
        await using var connection = await redis.ConnectAsync();
        var permit = await Quota(connection, "back").TryAcquireAsync(CancellationToken.None);
        await connection.CloseAsync();

        var back = async () => await permit!.DisposeAsync();

        await back.Should().NotThrowAsync();
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Canceled_caller_acquires_no_permit()
    {
        await using var connection = await redis.ConnectAsync();
        var quota = Quota(connection, "given up", maximum: 1);
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        var take = async () => await quota.TryAcquireAsync(gone.Token);

        await take.Should().ThrowAsync<OperationCanceledException>();
        await using var permit = await quota.TryAcquireAsync(CancellationToken.None);
        permit.Should().NotBeNull();
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Process_without_a_session_has_priority()
    {
        await using var connection = await redis.ConnectAsync();
        var (rich, poor) = (Quota(connection, "need"), Quota(connection, "need"));
        await using var kept = await rich.TryAcquireAsync(CancellationToken.None);
        var given = await rich.TryAcquireAsync(CancellationToken.None);
        (await poor.TryAcquireAsync(CancellationToken.None)).Should().BeNull("there is no capacity");

        await given!.DisposeAsync();

        (await rich.TryAcquireAsync(CancellationToken.None)).Should().BeNull("another process has no session");
        await using var first = await poor.TryAcquireAsync(CancellationToken.None);
        first.Should().NotBeNull();
    }

    [SkippableFact(Timeout = 60_000)]
    public async Task Processes_without_a_session_are_served_in_order_of_arrival()
    {
        await using var connection = await redis.ConnectAsync();
        var (early, late) = (Quota(connection, "order", maximum: 1), Quota(connection, "order", maximum: 1));
        var taken = await Quota(connection, "order", maximum: 1).TryAcquireAsync(CancellationToken.None);
        (await early.TryAcquireAsync(CancellationToken.None)).Should().BeNull();
        await ClockMovesAsync(connection);
        (await late.TryAcquireAsync(CancellationToken.None)).Should().BeNull();

        await taken!.DisposeAsync();

        (await late.TryAcquireAsync(CancellationToken.None)).Should().BeNull("another process came first");
        await using var permit = await early.TryAcquireAsync(CancellationToken.None);
        permit.Should().NotBeNull();
    }

    [SkippableTheory(Timeout = 60_000)]
    [InlineData("spare", 2)]
    [InlineData("last", 1)]
    public async Task Permit_is_requested_back_while_another_process_waits(string key, int maximum)
    {
        await using var connection = await redis.ConnectAsync();
        var holder = Quota(connection, key, maximum, lease: 2);
        List<IEppSessionPermit> held = [];
        while (await holder.TryAcquireAsync(CancellationToken.None) is { } permit)
        {
            held.Add(permit);
        }

        held.Should().HaveCount(maximum).And.NotContain(permit => permit.IsWanted);
        var waiting = Quota(connection, key, maximum, lease: 2);
        await Eventually.HoldsAsync(async () =>
        {
            (await waiting.TryAcquireAsync(CancellationToken.None)).Should().BeNull();
            return held.Exists(permit => permit.IsWanted);
        });

        held.Should().ContainSingle(permit => permit.IsWanted, "one permit is requested back at a time");
        foreach (var permit in held)
        {
            await permit.DisposeAsync();
        }
    }

    /// <summary>Redis orders requests by millisecond; those of the same millisecond have no order.</summary>
    private static async Task ClockMovesAsync(ConnectionMultiplexer connection)
    {
        var server = connection.GetServer(connection.GetEndPoints()[0]);
        var before = await server.TimeAsync();
        await Eventually.HoldsAsync(async () => await server.TimeAsync() - before >= TimeSpan.FromMilliseconds(2));
    }

    private static RedisSessionQuota Quota(IConnectionMultiplexer connection, string key, int maximum = 2, int lease = 30) =>
        new(connection, new RedisSessionQuotaOptions { Key = key, MaxSessions = maximum, Lease = TimeSpan.FromSeconds(lease) });

    private static Task EndOf(CancellationToken token)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        token.Register(ended.SetResult);
        return ended.Task;
    }
}
