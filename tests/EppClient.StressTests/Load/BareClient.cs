namespace EppClient.StressTests.Load;

/// <summary>The sessions of the bare loop: one thread per session with blocking calls, otherwise the thread pool.</summary>
internal sealed class BareClient(LoadOptions options) : ILoadClient
{
    private readonly BareSession[] _sessions = [.. Enumerable.Range(0, options.Sessions).Select(_ => new BareSession(options))];

    public Task OpenAsync()
    {
        foreach (var session in _sessions)
        {
            session.Open();
        }

        return Task.CompletedTask;
    }

    public Task SendAsync(int perSession, long[]? latencies) => Task.WhenAll(_sessions.Select((session, i) =>
    {
        var own = latencies.AsMemory(latencies is null ? 0 : i * perSession, latencies is null ? 0 : perSession);
        return options.Client == LoadClientKind.BareBlocking
            ? Task.Factory.StartNew(() => session.Run(perSession, own), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
            : Task.Run(() => session.RunAsync(perSession, own));
    }));

    public ValueTask DisposeAsync()
    {
        foreach (var session in _sessions)
        {
            session.Dispose();
        }

        return ValueTask.CompletedTask;
    }
}
