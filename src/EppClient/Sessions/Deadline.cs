namespace EppClient.Sessions;

/// <summary>The deadline of an operation. It is computed once and passed down; each step uses the remaining time.</summary>
internal readonly struct Deadline
{
    // Timers have a resolution of one millisecond: the remaining time is rounded up, so that no timer fires before the deadline.
    private static readonly TimeSpan TimerResolution = TimeSpan.FromMilliseconds(1);

    // About 49 days, the limit of .NET timers. Code that uses a timer checks the deadline again when it fires.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private readonly TimeProvider? _time;
    private readonly long _due;

    private Deadline(TimeProvider time, long due, TimeSpan total)
    {
        _time = time;
        _due = due;
        Total = total;
    }

    /// <summary>A deadline that never passes.</summary>
    public static Deadline None => default;

    /// <summary>The total time of the operation.</summary>
    public TimeSpan Total { get; }

    public bool IsNone => _time is null;

    public bool HasPassed => _time is not null && _time.GetTimestamp() >= _due;

    /// <summary>The remaining time, in whole milliseconds and never negative; infinite if there is no deadline. Valid for all timers.</summary>
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

    /// <summary>Gets the earlier of this deadline and one after <paramref name="limit"/>, for a step with its own time limit.</summary>
    public Deadline AtMost(TimeProvider time, TimeSpan limit)
    {
        var other = After(time, limit);
        return other.IsBefore(this) ? other : this;
    }

    public bool IsBefore(Deadline other) => !IsNone && (other.IsNone || _due < other._due);
}
