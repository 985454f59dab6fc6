namespace EppClient.Bulk;

/// <summary>Counts what a run does, and how fast.</summary>
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

    /// <summary>A row has ended.</summary>
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

    /// <summary>The store has so many rows of the input.</summary>
    public void Loaded(long count, bool isAll)
    {
        lock (_lock)
        {
            _base = _base with { Loaded = count, IsLoaded = isAll };
        }
    }

    /// <summary>What the store says, which counts what other machines have done too; what this one has done is in it or about to be.</summary>
    public void Refresh(EppBulkStatus status)
    {
        lock (_lock)
        {
            _base = status;
            (_done, _failed, _unknown) = (0, 0, 0);
        }
    }

    /// <summary>How many of the loaded rows have not ended.</summary>
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

    /// <summary>The present second, after those that have passed were made room for.</summary>
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
