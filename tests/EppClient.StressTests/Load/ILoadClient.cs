namespace EppClient.StressTests.Load;

/// <summary>A client to measure.</summary>
internal interface ILoadClient : IAsyncDisposable
{
    /// <summary>Opens the sessions.</summary>
    Task OpenAsync();

    /// <summary>Sends commands on all sessions.</summary>
    /// <param name="perSession">The number of commands on each session.</param>
    /// <param name="latencies">Receives the time of each command, in ticks of the stopwatch; null if it is not needed.</param>
    Task SendAsync(int perSession, long[]? latencies);
}
