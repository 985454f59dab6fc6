using Microsoft.Extensions.Time.Testing;

namespace EppClient.StressTests.Simulation;

/// <summary>A clock that the schedule moves, and that knows how many timers live: none may outlive its pool.</summary>
internal sealed class CountingTime : FakeTimeProvider
{
    private int _live;

    public int LiveTimers => Volatile.Read(ref _live);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Interlocked.Increment(ref _live);
        return new Counted(this, base.CreateTimer(callback, state, dueTime, period));
    }

    private sealed class Counted(CountingTime time, ITimer timer) : ITimer
    {
        private bool _isDisposed;

        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            if (!Interlocked.Exchange(ref _isDisposed, true))
            {
                Interlocked.Decrement(ref time._live);
                timer.Dispose();
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
