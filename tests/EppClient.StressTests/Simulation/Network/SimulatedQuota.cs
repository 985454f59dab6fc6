namespace EppClient.StressTests.Simulation.Network;

/// <summary>Room for sessions beside the pool's own limit. Some permits fail when they are given back: their room is free all the same.</summary>
internal sealed class SimulatedQuota(int room, Random random) : IEppSessionQuota
{
    private readonly Lock _lock = new();
    private int _taken;

    /// <summary>How many permits are out.</summary>
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

    public ValueTask<IEppSessionPermit?> TryTakeAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_taken == room)
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
                    throw new InvalidOperationException("A permit was given back twice.");
                }

                _isReturned = true;
                quota._taken--;
            }

            return fails ? ValueTask.FromException(new InvalidOperationException("The quota is out of reach.")) : ValueTask.CompletedTask;
        }
    }
}
