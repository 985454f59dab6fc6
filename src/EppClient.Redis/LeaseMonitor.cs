using Medallion.Threading.Redis;
using StackExchange.Redis;

namespace EppClient.Redis;

/// <summary>
/// Queries Redis periodically while leases are held, with one query for all of them. The renewals alone are not enough: a missing response counts as a loss
/// only after the lease has expired, when another process may already have the permit.
/// </summary>
internal sealed class LeaseMonitor(IDatabase database, RedisKey key, RedisWaiterQueue line, LeaseTimes times, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly HashSet<RedisSessionPermit> _permits = [];
    private (CancellationTokenSource Stop, Task Ended)? _watching;

    public bool HasPermits
    {
        get
        {
            lock (_lock)
            {
                return _permits.Count > 0;
            }
        }
    }

    /// <summary>Starts monitoring a lease.</summary>
    /// <param name="handle">The lease.</param>
    /// <param name="requested">The timestamp of the request for the lease.</param>
    public RedisSessionPermit Add(RedisDistributedSemaphoreHandle handle, long requested)
    {
        var permit = new RedisSessionPermit(handle, this, TimeoutSince(requested), time);
        lock (_lock)
        {
            _permits.Add(permit);
            _watching ??= StartWatching();
        }

        return permit;
    }

    /// <summary>Stops monitoring a lease; stops the loop with the last lease.</summary>
    public async ValueTask RemoveAsync(RedisSessionPermit permit)
    {
        (CancellationTokenSource Stop, Task Ended) watching;
        lock (_lock)
        {
            _permits.Remove(permit);
            if (_permits.Count > 0 || _watching is null)
            {
                return;
            }

            watching = _watching.Value;
            _watching = null;
        }

        await watching.Stop.CancelAsync().ConfigureAwait(false);
        await watching.Ended.ConfigureAwait(false);
        watching.Stop.Dispose();
    }

    private (CancellationTokenSource Stop, Task Ended) StartWatching()
    {
        var stop = new CancellationTokenSource();

        // The loop outlives the call, so it must not capture its activity and other ambient state.
        using (ExecutionContext.SuppressFlow())
        {
            return (stop, WatchAsync(stop.Token));
        }
    }

    private async Task WatchAsync(CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                await Task.Delay(times.Cadence, time, stop).ConfigureAwait(false);
                await QueryAsync(stop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The last lease was released.
        }
    }

    private async Task QueryAsync(CancellationToken stop)
    {
        var requested = time.GetTimestamp();
        try
        {
            // Queries the key of the leases, so that the response comes from the node that stores them.
            await database.KeyExistsAsync(key, CommandFlags.DemandMaster).WaitAsync(stop).ConfigureAwait(false);
            Extend(requested);
            if (await line.LongestAsync().WaitAsync(stop).ConfigureAwait(false) is { } longest)
            {
                Want(longest);
            }
        }
        catch (Exception)
        {
            // Redis did not respond, for whatever reason: the leases end by their timers unless a later query succeeds. If an exception ended this loop, these
            // and all later leases would end.
        }
    }

    private void Extend(long requested)
    {
        lock (_lock)
        {
            foreach (var permit in _permits)
            {
                permit.Extend(TimeoutSince(requested));
            }
        }
    }

    /// <summary>
    /// Requests one more permit each time that another process still waits, because the previous one may be in long use; requests the last one only if no
    /// process has several.
    /// </summary>
    private void Want(TimeSpan longest)
    {
        lock (_lock)
        {
            var others = _permits.Where(permit => !permit.IsWanted).Take(2).ToList();
            if (others.Count > 1 || longest >= times.Turn)
            {
                others.FirstOrDefault()?.Want();
            }
        }
    }

    private TimeSpan TimeoutSince(long requested)
    {
        var left = times.Timeout - time.GetElapsedTime(requested);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
