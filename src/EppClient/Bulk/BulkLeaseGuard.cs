namespace EppClient.Bulk;

/// <summary>
/// Stops work on rows, including commands in flight, before their lease can have ended: after that, another process may claim the rows.
/// </summary>
/// <remarks>
/// A store that confirms a renewal granted the lease no earlier than it was requested, so the time is counted from the request, on the monotonic clock.
/// The rest of the lease is for closing the connections, so that no byte of a command is in transit when another process queries the registry about it.
/// An expired guard remains expired: the rows have to be claimed again.
/// </remarks>
internal sealed class BulkLeaseGuard : IDisposable
{
    private const double ShareOfLease = 0.6;

    private readonly TimeProvider _time;
    private readonly TimeSpan? _maxAge;
    private readonly CancellationTokenSource _fallen;
    private long _requestedAt;

    /// <param name="lease">The length of the store's lease; null if it has none: the guard then expires only through <see cref="Fall"/>.</param>
    /// <param name="requested">When the lease was requested.</param>
    /// <param name="time">The clock.</param>
    public BulkLeaseGuard(TimeSpan? lease, long requested, TimeProvider time)
    {
        (_time, _requestedAt, _maxAge) = (time, requested, lease * ShareOfLease);
        _fallen = _maxAge is null ? new CancellationTokenSource() : new CancellationTokenSource(Left(requested), time);
    }

    /// <summary>Cancelled when the guard expires.</summary>
    public CancellationToken Token => _fallen.Token;

    /// <summary>Whether sending is no longer allowed. Also compares the clock, because the timer may be late after a pause of the process.</summary>
    public bool HasFallen
    {
        get
        {
            if (!_fallen.IsCancellationRequested && _maxAge is not null && Left(Volatile.Read(ref _requestedAt)) == TimeSpan.Zero)
            {
                Fall();
            }

            return _fallen.IsCancellationRequested;
        }
    }

    /// <summary>Called when the lease was renewed, by one renewal at a time.</summary>
    /// <param name="requested">When the renewal was requested.</param>
    public void Extend(long requested)
    {
        if (_maxAge is not null && !HasFallen)
        {
            Volatile.Write(ref _requestedAt, requested);
            _fallen.CancelAfter(Left(requested));
        }
    }

    /// <summary>Expires the guard. Callbacks run on another thread, because the caller may be writing for other commands.</summary>
    public void Fall() => _ = _fallen.CancelAsync();

    public void Dispose() => _fallen.Dispose();

    private TimeSpan Left(long requested)
    {
        var left = _maxAge!.Value - _time.GetElapsedTime(requested);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
