using Microsoft.Extensions.Time.Testing;

namespace EppClient.StressTests.Simulation;

/// <summary>A clock that the schedule advances. It counts the live timers, none of which may outlive its pool, and knows when the next timer is due.</summary>
internal sealed class CountingTimeProvider : FakeTimeProvider
{
    private readonly HashSet<Counted> _live = [];

    public int LiveTimers
    {
        get
        {
            lock (_live)
            {
                return _live.Count;
            }
        }
    }

    /// <summary>The timestamp at which the next timer fires; <see cref="long.MaxValue"/> if there is none.</summary>
    public long NextTimer
    {
        get
        {
            lock (_live)
            {
                return _live.Count == 0 ? long.MaxValue : _live.Min(timer => timer.Due);
            }
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Counted(this, callback, dueTime, period);
        lock (_live)
        {
            _live.Add(timer);
        }

        timer.Attach(base.CreateTimer(timer.Fire, state, dueTime, period));
        return timer;
    }

    private sealed class Counted : ITimer
    {
        private readonly CountingTimeProvider _time;
        private readonly TimerCallback _callback;
        private ITimer? _inner;
        private bool _isDisposed;
        private TimeSpan _period;
        private long _due;

        public Counted(CountingTimeProvider time, TimerCallback callback, TimeSpan dueTime, TimeSpan period)
        {
            (_time, _callback) = (time, callback);
            Start(dueTime, period);
        }

        public long Due => Volatile.Read(ref _due);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Start(dueTime, period);
            return _inner!.Change(dueTime, period);
        }

        public void Fire(object? state)
        {
            Start(_period, _period);
            _callback(state);
        }

        /// <summary>A timer that is due immediately fires, and may be disposed, during its creation.</summary>
        public void Attach(ITimer inner)
        {
            lock (_time._live)
            {
                _inner = inner;
                if (!_isDisposed)
                {
                    return;
                }
            }

            inner.Dispose();
        }

        public void Dispose()
        {
            lock (_time._live)
            {
                _isDisposed = true;
                _time._live.Remove(this);
            }

            _inner?.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Start(TimeSpan dueTime, TimeSpan period)
        {
            _period = period <= TimeSpan.Zero ? Timeout.InfiniteTimeSpan : period;
            Volatile.Write(ref _due, dueTime == Timeout.InfiniteTimeSpan ? long.MaxValue : _time.GetTimestamp() + dueTime.Ticks);
        }
    }
}
