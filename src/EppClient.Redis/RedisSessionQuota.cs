using Medallion.Threading.Redis;
using StackExchange.Redis;

namespace EppClient.Redis;

/// <summary>
/// Room for sessions that the pools of many processes share through Redis: registries count sessions by account, not by process. Of a
/// process that dies the room comes back after <see cref="RedisSessionQuotaOptions.Lease"/>.
/// </summary>
/// <remarks>
/// <para>Safe for use by several threads; one for each account at a registry. The connection is the caller's, who also closes it, after
/// the pools.</para>
/// <para>
/// Processes without a session have priority, in the order of their first request. While they wait, the other processes release permits as their sessions
/// are returned: immediately while they have several, one more in each fifth of a lease while a process waits; the last one only for a process that has
/// waited for half a lease.
/// </para>
/// <para>
/// A permit is a lease: it is renewed in the background. Where that fails, or Redis does not answer in time,
/// <see cref="IEppSessionPermit.Lost"/> ends before Redis gives the room to another. Redis must keep its data over a restart
/// (<c>appendonly yes</c>): of one that comes back empty, the sessions that were open are not counted until their processes learn of
/// it, up to a fifth of the lease later.
/// </para>
/// </remarks>
public sealed class RedisSessionQuota : IEppSessionQuota
{
    private readonly string _key;
    private readonly RedisDistributedSemaphore _semaphore;
    private readonly RedisWaiterQueue _line;
    private readonly LeaseMonitor _watch;
    private readonly TimeProvider _time;

    /// <summary>Makes a quota. Nothing is sent to Redis yet.</summary>
    /// <param name="redis">The connection to Redis.</param>
    /// <param name="options">Which account, and how many sessions.</param>
    /// <param name="timeProvider">The clock by which a lease is given up. Default: the system's.</param>
    /// <exception cref="ArgumentException">An option is wrong; the message names it.</exception>
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
        _line = new RedisWaiterQueue(database, _key);
        _watch = new LeaseMonitor(database, _key, _line, times, _time);
    }

    /// <inheritdoc/>
    /// <exception cref="EppConnectionException">Redis does not respond, or fails.</exception>
    public async ValueTask<IEppSessionPermit?> TryAcquireAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var isInNeed = !_watch.HasPermits;
            if (isInNeed ? !await _line.JoinAsync().ConfigureAwait(false) : await _line.LongestAsync().ConfigureAwait(false) is not null)
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
                await LeaveLineAsync().ConfigureAwait(false);
            }

            return permit;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Closing the connection cancels its commands: that is a failure too.
            throw new EppConnectionException(
                $"Redis did not say whether there is room for a session of '{_key}': {exception.Message} No session is opened without. Check the connection that RedisSessionQuota was made with.",
                EppDelivery.NotSent,
                exception);
        }
    }

    private async Task LeaveLineAsync()
    {
        try
        {
            await _line.LeaveAsync().ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The room is taken all the same, and the place in the line ends by itself.
        }
    }

    /// <summary>The key; never what the connection was made with.</summary>
    public override string ToString() => _key;
}
