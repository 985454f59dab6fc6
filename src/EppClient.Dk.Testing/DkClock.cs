namespace EppClient.Dk.Testing;

/// <summary>
/// The registry's clock. It starts at a given time, runs with an inner clock, and can be moved forward, even by months, without affecting
/// the timers of connections.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public sealed class DkClock : TimeProvider
{
    private readonly TimeProvider _inner;
    private long _offset;

    /// <summary>Creates a clock that shows the time of an inner clock.</summary>
    /// <param name="inner">The inner clock. Default: null, the system clock.</param>
    public DkClock(TimeProvider? inner = null) => _inner = inner ?? System;

    /// <summary>Creates a clock that starts at a given time.</summary>
    /// <param name="start">The time at which the clock starts.</param>
    /// <param name="inner">The inner clock. Default: null, the system clock.</param>
    public DkClock(DateTimeOffset start, TimeProvider? inner = null)
        : this(inner) => _offset = (start - _inner.GetUtcNow()).Ticks;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => _inner.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => _inner.TimestampFrequency;

    /// <summary>Moves the clock forward.</summary>
    /// <param name="time">The time span; not negative.</param>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        Interlocked.Add(ref _offset, time.Ticks);
    }

    /// <summary>Moves the clock forward to a given time. Does nothing if that time has passed.</summary>
    /// <param name="time">The new time.</param>
    public void AdvanceTo(DateTimeOffset time)
    {
        var distance = time - GetUtcNow();
        if (distance > TimeSpan.Zero)
        {
            Advance(distance);
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _inner.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    /// <inheritdoc/>
    public override long GetTimestamp() => _inner.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _inner.CreateTimer(callback, state, dueTime, period);
}
