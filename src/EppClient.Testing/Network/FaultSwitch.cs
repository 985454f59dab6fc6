namespace EppClient.Testing.Network;

/// <summary>The plan of one connection, and a signal to those who wait by the plan before.</summary>
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

    /// <summary>A plan, for as long as it holds.</summary>
    internal sealed class Setting(EppFaultPlan plan)
    {
        private readonly TaskCompletionSource _replaced = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public EppFaultPlan Plan => plan;

        /// <summary>Ends when another plan holds.</summary>
        public Task Replaced => _replaced.Task;

        public void End() => _replaced.TrySetResult();
    }
}
