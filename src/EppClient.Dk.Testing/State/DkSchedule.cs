namespace EppClient.Dk.Testing.State;

/// <summary>The registry's scheduled jobs, ordered by time. They are checked before every command.</summary>
internal sealed class DkSchedule
{
    private readonly PriorityQueue<Action<DkState>, (DateTimeOffset Due, long Order)> _jobs = new();
    private long _order;

    public void At(DateTimeOffset due, Action<DkState> job) => _jobs.Enqueue(job, (due, _order++));

    /// <summary>Runs the jobs that are due, each at its scheduled time, including jobs that other jobs schedule.</summary>
    public void RunUntil(DkState state, DateTimeOffset now)
    {
        while (_jobs.TryPeek(out var job, out var key) && key.Due <= now)
        {
            _jobs.Dequeue();
            state.Now = key.Due > state.Now ? key.Due : state.Now;
            job(state);
        }

        state.Now = now;
    }
}
