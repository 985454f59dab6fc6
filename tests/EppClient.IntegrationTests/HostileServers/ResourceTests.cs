using System.Diagnostics;

namespace EppClient.IntegrationTests.HostileServers;

/// <summary>Resource use of calls without a response. Runs alone because it measures the process.</summary>
[Collection(nameof(ResourceTests))]
[CollectionDefinition(nameof(ResourceTests), DisableParallelization = true)]
public sealed class ResourceTests
{
    private const int Callers = 200;

    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    [Fact(Timeout = 60_000)]
    public Task Stalled_connections_use_neither_CPU_nor_threads() => MeasureAsync(c => c.StallAsync());

    [Fact(Timeout = 60_000)]
    public Task Stalled_commands_use_neither_CPU_nor_threads() => MeasureAsync(async connection =>
    {
        await connection.OpenAsync();
        await connection.StallAsync();
    });

    [Fact(Timeout = 60_000)]
    public async Task Server_that_always_closes_is_not_reconnected_repeatedly()
    {
        await using var server = HostileServer.Start(c => Task.CompletedTask);
        await using var pool = Client.For(server, o => o with
        {
            Recovery = o.Recovery with { RetryPipeline = null },
            Pool = o.Pool with { MinReconnectDelay = TimeSpan.FromMilliseconds(500), MaxReconnectDelay = TimeSpan.FromSeconds(30) },
        });

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(i => Record.ExceptionAsync(() => pool.CheckAsync($"n{i}.example", Stall))));

        server.Connections.Should().BeLessThan(10);
    }

    private static async Task MeasureAsync(Func<HostileConnection, Task> script)
    {
        await using var server = HostileServer.Start(script);
        await using var pool = Client.For(server, o => o with { Pool = o.Pool with { MaxSessions = 4 } });
        await Record.ExceptionAsync(() => pool.CheckAsync("warm-up.example", TimeSpan.FromMilliseconds(100)));

        var calls = Enumerable.Range(0, Callers).Select(i => Record.ExceptionAsync(() => pool.CheckAsync($"n{i}.example", Stall))).ToList();
        calls.Should().NotContain(call => call.IsCompleted, "a blocking call would complete before the next one starts");
        await Task.Run(() => calls.Should().NotContain(call => call.IsCompleted, "the thread pool is free"));
        var failures = Task.WhenAll(calls);
        var load = await QuietestLoadAsync(failures);

        (await failures).Should().AllSatisfy(f => f.Should().BeOfType<EppTimeoutException>());
        ThreadPool.ThreadCount.Should().BeLessThan(Callers / 4, "waiting calls hold no threads");
        load.Should().BeLessThan(0.5, "waiting calls use no CPU");
    }

    /// <summary>
    /// The lowest CPU load while the calls wait. A spinning call uses CPU all the time; the start and the end of the calls, the compiler and the
    /// garbage collector use CPU only at times.
    /// </summary>
    private static async Task<double> QuietestLoadAsync(Task waiting)
    {
        using var process = Process.GetCurrentProcess();
        var quietest = double.MaxValue;
        while (!waiting.IsCompleted)
        {
            process.Refresh();
            var processorTime = process.TotalProcessorTime;
            var began = Stopwatch.GetTimestamp();
            await Task.WhenAny(waiting, Task.Delay(Moment));
            var elapsed = Stopwatch.GetElapsedTime(began);
            process.Refresh();
            if (elapsed >= Moment / 2)
            {
                quietest = Math.Min(quietest, (process.TotalProcessorTime - processorTime) / elapsed);
            }
        }

        return quietest;
    }
}
