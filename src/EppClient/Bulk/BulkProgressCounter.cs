namespace EppClient.Bulk;

/// <summary>Counts the rows of a run and their rate.</summary>
internal sealed class BulkProgressCounter
{
    private const int Seconds = 60;

    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly int[] _endedBySecond = new int[Seconds];
    private readonly long _begin;
    private EppBulkStatus _base;
    private long _second;
    private int _done;
    private int _failed;
    private int _unknown;

    public BulkProgressCounter(EppBulkStatus status, TimeProvider time) => (_base, _time, _begin) = (status, time, time.GetTimestamp());

    /// <summary>Counts a row that has ended.</summary>
    public void Count(EppBulkRowState state)
    {
        lock (_lock)
        {
            _endedBySecond[Advance() % Seconds]++;
            switch (state)
            {
                case EppBulkRowState.Done: _done++; break;
                case EppBulkRowState.Failed: _failed++; break;
                default: _unknown++; break;
            }
        }
    }

    /// <summary>Sets the number of input rows in the store.</summary>
    public void Loaded(long count, bool isAll)
    {
        lock (_lock)
        {
            _base = _base with { Loaded = count, IsLoaded = isAll };
        }
    }

    /// <summary>Replaces the counts with those of the store, which include other processes. Rows of this process are included, or will be soon.</summary>
    public void Refresh(EppBulkStatus status)
    {
        lock (_lock)
        {
            _base = status;
            (_done, _failed, _unknown) = (0, 0, 0);
        }
    }

    /// <summary>The number of loaded rows that have not ended.</summary>
    public long Left
    {
        get
        {
            var now = Read();
            return Math.Max(now.Loaded - now.Ended, 0);
        }
    }

    public EppBulkProgress Read()
    {
        lock (_lock)
        {
            var now = Advance();
            var (done, failed, unknown) = (_base.Done + _done, _base.Failed + _failed, _base.Unknown + _unknown);
            long? total = _base.IsLoaded ? _base.Loaded : null;
            var elapsed = Math.Min(Seconds, _time.GetElapsedTime(_begin).TotalSeconds);
            var rate = elapsed <= 0 ? 0 : _endedBySecond.Sum() / Math.Max(elapsed, 1);
            var left = total - done - failed - unknown;
            return new EppBulkProgress
            {
                Total = total,
                Loaded = _base.Loaded,
                Done = done,
                Failed = failed,
                Unknown = unknown,
                Rate = rate,
                TimeLeft = left is { } rows && rate > 0 ? TimeSpan.FromSeconds(Math.Max(rows, 0) / rate) : null,
            };
        }
    }

    /// <summary>Clears the counters of the seconds that have passed, and returns the current second.</summary>
    private long Advance()
    {
        var now = (long)_time.GetElapsedTime(_begin).TotalSeconds;
        for (var passed = Math.Min(now - _second, Seconds); passed > 0; passed--)
        {
            _endedBySecond[(now - passed + 1) % Seconds] = 0;
        }

        _second = Math.Max(now, _second);
        return _second;
    }
}
