namespace EppClient.Bulk;

/// <summary>
/// Ends the work on rows before the lease on them can have ended, also on those whose command is under way: another process may take the rows over then.
/// </summary>
/// <remarks>
/// A store that answers a renewal has granted the lease at the earliest when it was asked, so the time is counted from there, on the clock that never
/// jumps. What is left of the lease is for closing the connections, so that no octet of a command is on its way any more when another asks about it.
/// Fallen, it stays so: the rows have to be claimed anew.
/// </remarks>
internal sealed class BulkFence : IDisposable
{
    private const double ShareOfLease = 0.6;

    private readonly TimeProvider _time;
    private readonly TimeSpan? _patience;
    private readonly CancellationTokenSource _fallen;
    private long _asked;

    /// <param name="lease">How long the store's lease is; null where it has none, and the fence never falls by itself.</param>
    /// <param name="asked">When the lease was asked for.</param>
    /// <param name="time">The clock of that time.</param>
    public BulkFence(TimeSpan? lease, long asked, TimeProvider time)
    {
        (_time, _asked, _patience) = (time, asked, lease * ShareOfLease);
        _fallen = _patience is null ? new CancellationTokenSource() : new CancellationTokenSource(Left(asked), time);
    }

    /// <summary>Cancelled where the fence has fallen.</summary>
    public CancellationToken Token => _fallen.Token;

    /// <summary>Whether nothing may be sent any more. By the clock: after a pause of the process the timer may be late.</summary>
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
    /// <param name="asked">When the store was asked to.</param>
    public void Extend(long asked)
    {
        if (_patience is not null && !HasFallen)
        {
            Volatile.Write(ref _asked, asked);
            _fallen.CancelAfter(Left(asked));
        }
    }

    /// <summary>The lease has ended. What hangs on that ends elsewhere, because those who notice have other things to do, such as to write for others.</summary>
    public void Fall() => _ = _fallen.CancelAsync();

    public void Dispose() => _fallen.Dispose();

    private TimeSpan Left(long asked)
    {
        var left = _patience!.Value - _time.GetElapsedTime(asked);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
