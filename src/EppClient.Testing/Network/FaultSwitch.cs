namespace EppClient.Testing.Network;

/// <summary>The plan of one connection, and a signal for waiters when it is replaced.</summary>
internal sealed class FaultSwitch(EppFaultPlan plan)
{
    private readonly Lock _lock = new();
    private Setting _current = new(plan);

    public Setting Current
    {
        get
        {
            lock (_lock)
            {
                return _current;
            }
        }
    }

    public void Set(EppFaultPlan plan)
    {
        plan.Check();
        Setting before;
        lock (_lock)
        {
            (before, _current) = (_current, new Setting(plan));
        }

        before.End();
    }

    /// <summary>A plan while it is in effect.</summary>
    internal sealed class Setting(EppFaultPlan plan)
    {
        private readonly TaskCompletionSource _replaced = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public EppFaultPlan Plan => plan;

        /// <summary>Completes when another plan is in effect.</summary>
        public Task Replaced => _replaced.Task;

        public void End() => _replaced.TrySetResult();
    }
}
