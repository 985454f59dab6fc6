namespace EppClient.Dk.Testing;

/// <summary>
/// The registry's clock. It starts where it is told to, runs with the clock beneath it, and can be moved forward, by months if a
/// test or a tutorial so wants, without touching the timers of connections.
/// </summary>
/// <remarks>All members can be called from any thread.</remarks>
public sealed class DkClock : TimeProvider
{
    private readonly TimeProvider _inner;
    private long _offset;

    /// <summary>Creates a clock that shows the time of the clock beneath it.</summary>
    /// <param name="inner">The clock beneath; null for the system's.</param>
    public DkClock(TimeProvider? inner = null) => _inner = inner ?? System;

    /// <summary>Creates a clock that starts at a given time.</summary>
    /// <param name="start">What it shows now.</param>
    /// <param name="inner">The clock beneath; null for the system's.</param>
    public DkClock(DateTimeOffset start, TimeProvider? inner = null)
        : this(inner) => _offset = (start - _inner.GetUtcNow()).Ticks;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => _inner.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => _inner.TimestampFrequency;

    /// <summary>Moves the clock forward.</summary>
    /// <param name="time">How far; not negative.</param>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        Interlocked.Add(ref _offset, time.Ticks);
    }

    /// <summary>Moves the clock forward to a given time. Does nothing where that has passed.</summary>
    /// <param name="time">What it shall show.</param>
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
