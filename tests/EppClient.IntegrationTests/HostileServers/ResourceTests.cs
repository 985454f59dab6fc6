using System.Diagnostics;

namespace EppClient.IntegrationTests.HostileServers;

/// <summary>What calls cost while nobody answers them. Runs alone, because it measures the process.</summary>
[Collection(nameof(ResourceTests))]
[CollectionDefinition(nameof(ResourceTests), DisableParallelization = true)]
public sealed class ResourceTests
{
    private const int Callers = 200;

    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(2);

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
        using var process = Process.GetCurrentProcess();
        var processorTime = process.TotalProcessorTime;
        var started = Stopwatch.GetTimestamp();

        var calls = Enumerable.Range(0, Callers).Select(i => Record.ExceptionAsync(() => pool.CheckAsync($"n{i}.example", Stall))).ToList();
        Stopwatch.GetElapsedTime(started).Should().BeLessThan(Stall, "a call that blocks would be over before the next began");
        var threads = ThreadPool.ThreadCount;
        var ran = Task.Run(() => Stopwatch.GetElapsedTime(started));
        (await ran).Should().BeLessThan(Stall, "the thread pool is free");
        var failures = await Task.WhenAll(calls);

        process.Refresh();
        failures.Should().AllSatisfy(f => f.Should().BeOfType<EppTimeoutException>());
        ThreadPool.ThreadCount.Should().BeLessThanOrEqualTo(threads + 4);
        (process.TotalProcessorTime - processorTime).Should().BeLessThan(Stall / 2, "waiting is no work");
    }
}
