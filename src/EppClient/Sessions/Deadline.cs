namespace EppClient.Sessions;

/// <summary>The end of an operation, computed once and passed down; each step takes what is left.</summary>
internal readonly struct Deadline
{
    // Timers count milliseconds: what is left is rounded up, so that a timer never fires before the deadline has passed.
    private static readonly TimeSpan TimerResolution = TimeSpan.FromMilliseconds(1);

    // About 49 days, the limit of .NET timers. Code that waits with one checks the deadline again when the timer ends.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private readonly TimeProvider? _time;
    private readonly long _due;

    private Deadline(TimeProvider time, long due, TimeSpan total)
    {
        _time = time;
        _due = due;
        Total = total;
    }

    /// <summary>Never passes.</summary>
    public static Deadline None => default;

    /// <summary>The time that the whole operation had.</summary>
    public TimeSpan Total { get; }

    public bool IsNone => _time is null;

    public bool HasPassed => _time is not null && _time.GetTimestamp() >= _due;

    /// <summary>What is left, in whole milliseconds and never negative; infinite where there is no deadline. Fits every timer.</summary>
    public TimeSpan Remaining
    {
        get
        {
            if (_time is null)
            {
                return Timeout.InfiniteTimeSpan;
            }

            var left = _time.GetElapsedTime(_time.GetTimestamp(), _due);
            return left <= TimeSpan.Zero ? TimeSpan.Zero
                : left >= LongestTimer ? LongestTimer
                : TimeSpan.FromMilliseconds(Math.Ceiling(left / TimerResolution));
        }
    }

    public static Deadline After(TimeProvider time, TimeSpan total)
    {
        if (total == Timeout.InfiniteTimeSpan)
        {
            return None;
        }

        // A time beyond the range of the clock is limited to that range.
        var now = time.GetTimestamp();
        var ticks = total.TotalSeconds * time.TimestampFrequency;
        return new Deadline(time, ticks < long.MaxValue - now ? now + (long)ticks : long.MaxValue, total);
    }

    /// <summary>The earlier of this deadline and one after <paramref name="limit"/>; for a step that has a limit of its own.</summary>
    public Deadline AtMost(TimeProvider time, TimeSpan limit)
    {
        var other = After(time, limit);
        return other.IsBefore(this) ? other : this;
    }

    public bool IsBefore(Deadline other) => !IsNone && (other.IsNone || _due < other._due);
}
