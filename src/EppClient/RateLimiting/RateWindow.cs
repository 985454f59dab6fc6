using System.Threading.RateLimiting;

namespace EppClient.RateLimiting;

/// <summary>
/// One rate limit of a registry as a sliding log. A command holds its permit from before it is sent until one window after its response. The registry
/// counts the command in between, so its count over any window never exceeds the permits. Waiters are served in FIFO order.
/// </summary>
/// <remarks>
/// The limiters of .NET cannot do this: they free permits by segments, up to one segment too early, and use their own clock (Stopwatch), even with
/// manual replenishment. Their base class is used so that users can supply another limiter.
/// </remarks>
internal sealed class RateWindow : RateLimiter
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly AdaptivePermits _permits;
    private readonly Queue<long> _ended = new();
    private readonly LinkedList<Waiter> _waiters = new();
    private readonly ITimer _timer;
    private int _inFlight;
    private bool _isDisposed;

    public RateWindow(EppRateLimit limit, TimeProvider time)
    {
        Limit = limit;
        _time = time;
        _permits = new AdaptivePermits(limit, time);
        using (ExecutionContext.SuppressFlow())
        {
            _timer = time.CreateTimer(static state => ((RateWindow)state!).Serve(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    public EppRateLimit Limit { get; }

    /// <summary>Not measured, because this limiter is not removed when idle.</summary>
    public override TimeSpan? IdleDuration => null;

    private int Used => _inFlight + _ended.Count;

    /// <summary>Halves the permits temporarily, unless they were halved since the reported command acquired its permit.</summary>
    /// <returns>The reduced number of permits; null if it did not change.</returns>
    public int? Shrink(long taken)
    {
        lock (_lock)
        {
            return _permits.Shrink(taken);
        }
    }

    public override RateLimiterStatistics GetStatistics()
    {
        lock (_lock)
        {
            Forget();
            return new RateLimiterStatistics { CurrentAvailablePermits = Math.Max(0, _permits.Current - Used), CurrentQueuedCount = _waiters.Count };
        }
    }

    /// <summary>Called by a permit that is disposed.</summary>
    internal void End()
    {
        lock (_lock)
        {
            _inFlight--;
            _ended.Enqueue(_time.GetTimestamp());
            if (_waiters.Count > 0 && !_isDisposed)
            {
                Arm();
            }
        }
    }

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(permitCount, 1);
        lock (_lock)
        {
            return _waiters.Count == 0 && TryTake() ? new RatePermit(this) : RatePermit.Refused;
        }
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(permitCount, 1);
        Waiter waiter;
        lock (_lock)
        {
            if (_isDisposed)
            {
                throw Disposed();
            }

            if (_waiters.Count == 0 && TryTake())
            {
                return new ValueTask<RateLimitLease>(new RatePermit(this));
            }

            waiter = new Waiter();
            _waiters.AddLast(waiter);
            Arm();
        }

        return new ValueTask<RateLimitLease>(WaitAsync(waiter, cancellationToken));
    }

    protected override void Dispose(bool disposing)
    {
        List<Waiter> left;
        lock (_lock)
        {
            _isDisposed = true;
            left = [.. _waiters];
            _waiters.Clear();
        }

        _timer.Dispose();
        base.Dispose(disposing);
        left.ForEach(waiter => waiter.TrySetException(Disposed()));
    }

    // The limiter belongs to a pool; its users do not know this type.
    private static ObjectDisposedException Disposed() => new(nameof(EppSessionPool), "The pool was disposed.");

    private async Task<RateLimitLease> WaitAsync(Waiter waiter, CancellationToken cancellationToken)
    {
        using (cancellationToken.UnsafeRegister((state, token) => Withdraw((Waiter)state!, token), waiter))
        {
            return await waiter.Task.ConfigureAwait(false);
        }
    }

    private void Withdraw(Waiter waiter, CancellationToken token)
    {
        lock (_lock)
        {
            if (!_waiters.Remove(waiter))
            {
                return;
            }
        }

        waiter.TrySetCanceled(token);
    }

    /// <summary>Takes a permit if one is free. Called under the lock.</summary>
    private bool TryTake()
    {
        Forget();
        if (Used >= _permits.Current)
        {
            return false;
        }

        _inFlight++;
        return true;
    }

    /// <summary>Removes commands that ended more than one window ago. Called under the lock.</summary>
    private void Forget()
    {
        while (_ended.TryPeek(out var ended) && _time.GetElapsedTime(ended) >= Limit.Window)
        {
            _ended.Dequeue();
        }
    }

    private void Serve()
    {
        List<Waiter> served = [];
        lock (_lock)
        {
            while (_waiters.First is { } first && TryTake())
            {
                _waiters.RemoveFirst();
                served.Add(first.Value);
            }

            if (_waiters.Count > 0 && !_isDisposed)
            {
                Arm();
            }
        }

        served.ForEach(waiter => waiter.SetResult(new RatePermit(this)));
    }

    /// <summary>Sets the timer to the time at which the next permit may be free. If all are in flight, the first to end sets it. Under the lock.</summary>
    private void Arm()
    {
        var wait = _permits.UntilMore;
        if (_ended.TryPeek(out var ended))
        {
            var left = Limit.Window - _time.GetElapsedTime(ended);
            wait = wait is { } other && other < left ? other : left;
        }

        if (wait is { } due)
        {
            // Timers have a resolution of one millisecond and may fire early; the timer is then set again.
            _timer.Change(TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(due.TotalMilliseconds))), Timeout.InfiniteTimeSpan);
        }
    }

    private sealed class Waiter() : TaskCompletionSource<RateLimitLease>(TaskCreationOptions.RunContinuationsAsynchronously);
}
