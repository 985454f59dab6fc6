using Medallion.Threading.Redis;
using StackExchange.Redis;

namespace EppClient.Redis;

/// <summary>
/// Asks Redis for a sign of life while leases are held, one question for all of them. The renewals alone would not do: an answer that
/// does not come counts as a loss only after the lease has ended, when the room may be another's already.
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

    /// <summary>Watches over a lease.</summary>
    /// <param name="handle">The lease.</param>
    /// <param name="requested">When it was asked for.</param>
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

    /// <summary>Ends with the watching where it was the last.</summary>
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

        // It outlives the call, whose activity and other ambient state it must not carry along.
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
            // The last lease was given back.
        }
    }

    private async Task QueryAsync(CancellationToken stop)
    {
        var requested = time.GetTimestamp();
        try
        {
            // About the key of the leases, so that the answer comes from where they are.
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
