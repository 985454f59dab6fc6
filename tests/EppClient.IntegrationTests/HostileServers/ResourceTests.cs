using System.Diagnostics;

namespace EppClient.IntegrationTests.HostileServers;

/// <summary>What calls cost while nobody answers them. Runs alone, because it measures the process.</summary>
[Collection(nameof(ResourceTests))]
[CollectionDefinition(nameof(ResourceTests), DisableParallelization = true)]
public sealed class ResourceTests
{
    private const int Callers = 200;

    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    [Fact(Timeout = 60_000)]
    public Task Stalled_connections_take_neither_processor_nor_threads() => MeasureAsync(c => c.StallAsync());

    [Fact(Timeout = 60_000)]
    public Task Stalled_commands_take_neither_processor_nor_threads() => MeasureAsync(async connection =>
    {
        await connection.OpenAsync();
        await connection.StallAsync();
    });

    [Fact(Timeout = 60_000)]
    public async Task Server_that_always_closes_is_not_hammered()
    {
        await using var server = HostileServer.Start(c => Task.CompletedTask);
        await using var pool = Client.For(server, o => o with
        {
            RetryPipeline = null,
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
        calls.Should().NotContain(call => call.IsCompleted, "a call that blocks would be over before the next began");
        await Task.Run(() => calls.Should().NotContain(call => call.IsCompleted, "the thread pool is free"));
        var failures = Task.WhenAll(calls);
        var load = await QuietestLoadAsync(failures);

        (await failures).Should().AllSatisfy(f => f.Should().BeOfType<EppTimeoutException>());
        ThreadPool.ThreadCount.Should().BeLessThan(Callers / 4, "who waits holds no thread");
        load.Should().BeLessThan(0.5, "waiting is no work");
    }

    /// <summary>
    /// Processors busy during the quietest moment of the waiting. Who spins does so at every moment; the start and the end of the calls,
    /// the compiler and the collector have moments of their own, which say nothing about waiting.
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
