using System.Diagnostics;
using System.Globalization;
using EppClient.Commands;
using EppClient.Extensions.Hosting;
using EppClient.Polling;
using EppClient.PostgreSql;
using EppClient.TestSupport.Servers;
using EppClient.Testing.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Xunit.Abstractions;

namespace EppClient.IntegrationTests.Hosting;

/// <summary>Two processes with one queue and one PostgreSQL server.</summary>
[Collection(SharedPostgres.Name)]
public sealed class LeaderTests(PostgresServer postgres, ITestOutputHelper output) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("leader").FullName;
    private readonly PollQueueService _service = new();
    private readonly List<Process> _processes = [];
    private EppTestServer _server = null!;

    private string Authority => Path.Combine(_folder, "ca.pem");

    public async Task InitializeAsync()
    {
        _server = EppTestServer.Start(_service);
        await File.WriteAllTextAsync(Authority, _server.ExportCaPem());
    }

    public async Task DisposeAsync()
    {
        foreach (var process in _processes)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [SkippableFact(Timeout = 120_000)]
    public async Task Another_process_becomes_leader_when_the_leader_is_killed()
    {
        var connectionString = await PrepareAsync();
        Enqueue(1, 100);
        var first = await StartAsync(connectionString, "first");
        await _service.WhenAcknowledgedAsync(100);
        await StartAsync(connectionString, "second");
        Enqueue(101, 200);
        await _service.WhenAcknowledgedAsync(150);

        first.Kill();
        await first.WaitForExitAsync();
        var watch = Stopwatch.StartNew();
        Enqueue(201, 300);
        await _service.WhenAcknowledgedAsync(300);

        output.WriteLine($"The second process had done all that was left {watch.Elapsed.TotalSeconds:0.0} s after the first was killed.");
        var ledger = await ReadHandledAsync(connectionString);
        ledger.Select(line => line.Message).Should().Equal(Ids(1, 300), "no message is lost or duplicated, and the order is kept");
        ledger.Select(line => line.Process).Should().BeInAscendingOrder(StringComparer.Ordinal, "the second process waits while the first is the leader");
        ledger.Count(line => line.Process == "first").Should().BeInRange(150, 200);
    }

    [SkippableFact(Timeout = 120_000)]
    public async Task Stopping_host_releases_leadership_at_once()
    {
        var connectionString = await PrepareAsync();
        await using var database = await EppPostgresDatabase.OpenAsync(connectionString);
        List<string> handlers = [];
        var first = await StartHostAsync(database, connectionString, "first", handlers);
        Enqueue(1, 10);
        await _service.WhenAcknowledgedAsync(10);
        var second = await StartHostAsync(database, connectionString, "second", handlers);

        await StopAsync(first);
        Enqueue(11, 20);
        await _service.WhenAcknowledgedAsync(20);
        await StopAsync(second);

        handlers.Should().Equal([.. Enumerable.Repeat("first", 10), .. Enumerable.Repeat("second", 10)]);
        _service.LoggedIn.Should().Be(0, "both have logged out");
    }

    [SkippableFact(Timeout = 120_000)]
    public async Task Leader_that_loses_its_lock_stops_and_requests_it_again()
    {
        var connectionString = await PrepareAsync();
        await using var database = await EppPostgresDatabase.OpenAsync(connectionString);
        List<string> handlers = [];
        var isCancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isHandling = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var host = await StartHostAsync(database, connectionString, "first", handlers, async (id, token) =>
        {
            if (id == "1" && isHandling.TrySetResult())
            {
                await using var registration = token.Register(() => isCancelled.TrySetResult());
                await Task.Delay(Timeout.Infinite, token);
            }
        });
        Enqueue(1, 2);
        await isHandling.Task;

        await ExecuteAsync(connectionString, "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
        await isCancelled.Task;
        await _service.WhenAcknowledgedAsync(2);

        await StopAsync(host);
        handlers.Should().Equal("first", "first");
        _service.Acknowledged.Should().Equal("1", "2");
    }

    private async Task<IHost> StartHostAsync(EppPostgresDatabase database, string connectionString, string name, List<string> handlers, Func<string, CancellationToken, Task>? before = null)
    {
        var builder = HostOf.With(_server, "REG-1", "secret-of-a-test");
        builder.Services.AddSingleton<IEppPollInbox>(new EppPostgresPollInbox(database));
        builder.Services.AddSingleton(EppPostgresLocks.CreateProvider(connectionString));
        builder.AddDk(_server)
            .AddPollWorker(options => options.Consumer = consumer => consumer with { EmptyDelay = TimeSpan.FromMilliseconds(10), MaxEmptyDelay = TimeSpan.FromMilliseconds(100) })
            .AddPollHandler<PollMessage>(async (message, _, token) =>
            {
                await (before?.Invoke(message.Id, token) ?? Task.CompletedTask);
                handlers.Add(name);
            });
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private static async Task StopAsync(IHost host)
    {
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    private async Task<string> PrepareAsync()
    {
        var connectionString = await postgres.CreateDatabaseAsync();
        await ExecuteAsync(connectionString, "CREATE TABLE ledger (number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, message text NOT NULL, process text NOT NULL DEFAULT current_setting('application_name'))");
        return connectionString;
    }

    private async Task<Process> StartAsync(string connectionString, string name)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "EppClient.TestHelper.dll"), "poll", "service", $"{connectionString};Application Name={name}",
            _server.Port.ToString(CultureInfo.InvariantCulture), Authority,
        ];
        var process = new Process { StartInfo = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true } };
        var isStarted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is "started")
            {
                isStarted.TrySetResult();
            }
            else if (line.Data is null)
            {
                isStarted.TrySetException(new InvalidOperationException($"The process {name} has ended."));
            }
        };
        process.Start();
        _processes.Add(process);
        process.BeginOutputReadLine();
        await isStarted.Task;
        return process;
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<IReadOnlyList<(string Message, string Process)>> ReadHandledAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand("SELECT message, process FROM ledger ORDER BY number");
        await using var rows = await command.ExecuteReaderAsync();
        List<(string, string)> lines = [];
        while (await rows.ReadAsync())
        {
            lines.Add((rows.GetString(0), rows.GetString(1)));
        }

        return lines;
    }

    private void Enqueue(int first, int last) => _service.Enqueue(Ids(first, last));

    private static IEnumerable<string> Ids(int first, int last) => Enumerable.Range(first, last - first + 1).Select(number => number.ToString(CultureInfo.InvariantCulture));
}
