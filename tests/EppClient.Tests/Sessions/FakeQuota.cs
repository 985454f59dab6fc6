namespace EppClient.Tests.Sessions;

/// <summary>A quota that several pools in one process share.</summary>
internal sealed class FakeQuota(int capacity) : IEppSessionQuota
{
    private readonly Lock _lock = new();
    private readonly List<Permit> _permits = [];

    public Exception? Failure { get; init; }

    /// <summary>Called when a permit is returned; by default it does nothing.</summary>
    public Func<Task> Returning { get; set; } = () => Task.CompletedTask;

    public int MostTaken { get; private set; }

    /// <summary>The number of returned permits.</summary>
    public int Returned { get; private set; }

    public int Taken
    {
        get
        {
            lock (_lock)
            {
                return _permits.Count;
            }
        }
    }

    public ValueTask<IEppSessionPermit?> TryAcquireAsync(CancellationToken cancellationToken)
    {
        if (Failure is not null)
        {
            throw Failure;
        }

        lock (_lock)
        {
            if (_permits.Count == capacity)
            {
                return ValueTask.FromResult<IEppSessionPermit?>(null);
            }

            var permit = new Permit(this);
            _permits.Add(permit);
            MostTaken = Math.Max(MostTaken, _permits.Count);
            return ValueTask.FromResult<IEppSessionPermit?>(permit);
        }
    }

    public async Task LoseAllAsync()
    {
        foreach (var permit in _permits.ToList())
        {
            await permit.LoseAsync();
        }
    }

    public void WantAll() => _permits.ForEach(permit => permit.IsWanted = true);

    /// <summary>Marks all permits as wanted and notifies their holders.</summary>
    public async Task WantAllNowAsync()
    {
        WantAll();
        foreach (var permit in _permits.ToList())
        {
            await permit.NotifyAsync();
        }
    }

    private sealed class Permit(FakeQuota quota) : IEppSessionPermit
    {
        private readonly CancellationTokenSource _lost = new();
        private readonly CancellationTokenSource _wanted = new();

        public CancellationToken Lost => _lost.Token;

        public bool IsWanted { get; set; }

        public CancellationToken Wanted => _wanted.Token;

        public Task LoseAsync() => _lost.CancelAsync();

        public Task NotifyAsync() => _wanted.CancelAsync();

        public ValueTask DisposeAsync()
        {
            lock (quota._lock)
            {
                quota._permits.Remove(this);
                quota.Returned++;
            }

            return new ValueTask(quota.Returning());
        }
    }
}
