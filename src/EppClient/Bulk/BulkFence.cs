namespace EppClient.Bulk;

/// <summary>
/// Stops work on rows before their lease can have ended, including commands in flight: after that another process may take the rows over.
/// </summary>
/// <remarks>
/// A store that confirms a renewal granted the lease no earlier than it was requested, so the time is counted from the request, on the monotonic clock.
/// The rest of the lease is for closing the connections, so that no byte of a command is in transit when another process queries the registry about it.
/// A fallen fence remains fallen: the rows have to be claimed again.
/// </remarks>
internal sealed class BulkFence : IDisposable
{
    private const double ShareOfLease = 0.6;

    private readonly TimeProvider _time;
    private readonly TimeSpan? _patience;
    private readonly CancellationTokenSource _fallen;
    private long _asked;

    /// <param name="lease">The length of the store's lease; null if it has none; the fence then never falls by itself.</param>
    /// <param name="asked">When the lease was requested.</param>
    /// <param name="time">The clock of that time.</param>
    public BulkFence(TimeSpan? lease, long asked, TimeProvider time)
    {
        (_time, _asked, _patience) = (time, asked, lease * ShareOfLease);
        _fallen = _patience is null ? new CancellationTokenSource() : new CancellationTokenSource(Left(asked), time);
    }

    /// <summary>Cancelled when the fence falls.</summary>
    public CancellationToken Token => _fallen.Token;

    /// <summary>Whether sending is no longer allowed. Compares the clock: after a pause of the process the timer may be late.</summary>
    public bool HasFallen
    {
        get
        {
            if (!_fallen.IsCancellationRequested && _patience is not null && Left(Volatile.Read(ref _asked)) == TimeSpan.Zero)
            {
                Fall();
            }

            return _fallen.IsCancellationRequested;
        }
    }

    /// <summary>The lease was renewed. Called by one renewal at a time.</summary>
    /// <param name="asked">When the renewal was requested.</param>
    public void Extend(long asked)
    {
        if (_patience is not null && !HasFallen)
        {
            Volatile.Write(ref _asked, asked);
            _fallen.CancelAfter(Left(asked));
        }
    }

    /// <summary>The lease has ended. Callbacks run on another thread, because the caller may be writing for other commands.</summary>
    public void Fall() => _ = _fallen.CancelAsync();

    public void Dispose() => _fallen.Dispose();

    private TimeSpan Left(long asked)
    {
        var left = _patience!.Value - _time.GetElapsedTime(asked);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
