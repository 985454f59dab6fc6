using Medallion.Threading.Redis;
using StackExchange.Redis;

namespace EppClient.Redis;

/// <summary>
/// A session quota that the pools of several processes share through Redis, because registries count sessions per account, not per process. The permits of a
/// process that dies become available after <see cref="RedisSessionQuotaOptions.Lease"/>.
/// </summary>
/// <remarks>
/// <para>Safe for use by several threads. Create one quota for each account at a registry. The caller owns the connection and closes it after the pools.</para>
/// <para>
/// Processes without a session have priority, in the order of their first request. While they wait, the other processes release permits as their sessions
/// are returned: immediately while they have several, one more in each fifth of a lease while a process waits; the last one only for a process that has
/// waited for half a lease.
/// </para>
/// <para>
/// A permit is a lease that is renewed in the background. If the renewal fails, or Redis does not respond in time, <see cref="IEppSessionPermit.Lost"/> is
/// cancelled before Redis grants the permit to another process. Redis must keep its data across a restart (<c>appendonly yes</c>): if it restarts empty,
/// sessions that were open are not counted until their processes notice, up to a fifth of the lease later.
/// </para>
/// </remarks>
public sealed class RedisSessionQuota : IEppSessionQuota
{
    private readonly string _key;
    private readonly RedisDistributedSemaphore _semaphore;
    private readonly RedisWaiterQueue _waiters;
    private readonly LeaseMonitor _watch;
    private readonly TimeProvider _time;

    /// <summary>Creates a quota. Nothing is sent to Redis yet.</summary>
    /// <param name="redis">The connection to Redis.</param>
    /// <param name="options">The account and the number of sessions.</param>
    /// <param name="timeProvider">The clock that determines when a lease counts as lost. Default: null, the system clock.</param>
    /// <exception cref="EppOptionsException">One or more options are invalid; the message names each.</exception>
    public RedisSessionQuota(IConnectionMultiplexer redis, RedisSessionQuotaOptions options, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(redis);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _key = options.Key;
        _time = timeProvider ?? TimeProvider.System;
        var times = new LeaseTimes(options.Lease);
        var database = redis.GetDatabase();
        _semaphore = new RedisDistributedSemaphore(
            _key, options.MaxSessions, database, lease => lease.Expiry(times.Lease).MinValidityTime(times.LeftAtLeast).ExtensionCadence(times.Cadence));
        _waiters = new RedisWaiterQueue(database, _key);
        _watch = new LeaseMonitor(database, _key, _waiters, times, _time);
    }

    /// <inheritdoc/>
    /// <exception cref="EppConnectionException">Redis does not respond, or returns an error.</exception>
    public async ValueTask<IEppSessionPermit?> TryAcquireAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var isInNeed = !_watch.HasPermits;
            if (isInNeed ? !await _waiters.JoinAsync().ConfigureAwait(false) : await _waiters.LongestAsync().ConfigureAwait(false) is not null)
            {
                return null;
            }

            var requested = _time.GetTimestamp();
            if (await _semaphore.TryAcquireAsync(TimeSpan.Zero, cancellationToken).ConfigureAwait(false) is not { } handle)
            {
                return null;
            }

            var permit = _watch.Add(handle, requested);
            if (isInNeed)
            {
                await LeaveQueueAsync().ConfigureAwait(false);
            }

            return permit;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Closing the connection cancels its commands, which is also a failure.
            throw new EppConnectionException(
                $"Redis did not grant or refuse a session permit for '{_key}': {exception.Message} No session is opened without a permit. Check the connection that was passed to RedisSessionQuota.",
                EppDelivery.NotSent,
                exception);
        }
    }

    private async Task LeaveQueueAsync()
    {
        try
        {
            await _waiters.LeaveAsync().ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The permit is acquired regardless, and the entry in the queue expires by itself.
        }
    }

    /// <summary>Returns the key. Connection details are never included.</summary>
    public override string ToString() => _key;
}
