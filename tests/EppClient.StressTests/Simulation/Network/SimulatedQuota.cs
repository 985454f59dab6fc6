namespace EppClient.StressTests.Simulation.Network;

/// <summary>A quota in addition to the pool's own limit. Some permits throw when they are returned; they are released nevertheless.</summary>
internal sealed class SimulatedQuota(int capacity, Random random) : IEppSessionQuota
{
    private readonly Lock _lock = new();
    private int _taken;

    /// <summary>The number of permits in use.</summary>
    public int Taken
    {
        get
        {
            lock (_lock)
            {
                return _taken;
            }
        }
    }

    public ValueTask<IEppSessionPermit?> TryAcquireAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_taken == capacity)
            {
                return ValueTask.FromResult<IEppSessionPermit?>(null);
            }

            _taken++;
            return ValueTask.FromResult<IEppSessionPermit?>(new Permit(this, fails: random.Next(10) == 0));
        }
    }

    private sealed class Permit(SimulatedQuota quota, bool fails) : IEppSessionPermit
    {
        private bool _isReturned;

        public CancellationToken Lost => CancellationToken.None;

        public ValueTask DisposeAsync()
        {
            lock (quota._lock)
            {
                if (_isReturned)
                {
                    throw new InvalidOperationException("A permit was returned twice.");
                }

                _isReturned = true;
                quota._taken--;
            }

            return fails ? ValueTask.FromException(new InvalidOperationException("The quota is unavailable.")) : ValueTask.CompletedTask;
        }
    }
}
