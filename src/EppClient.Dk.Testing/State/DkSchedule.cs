namespace EppClient.Dk.Testing.State;

/// <summary>What the registry will do by itself, in order of time. The clock is looked at before every command.</summary>
internal sealed class DkSchedule
{
    private readonly PriorityQueue<Action<DkState>, (DateTimeOffset Due, long Order)> _jobs = new();
    private long _order;

    public void At(DateTimeOffset due, Action<DkState> job) => _jobs.Enqueue(job, (due, _order++));

    /// <summary>Runs what is due, each job at the time for which it was planned, jobs planned by jobs included.</summary>
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
