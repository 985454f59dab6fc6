using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FluentAssertions;
using Npgsql;
using Xunit;

namespace EppClient.TestSupport.Servers;

/// <summary>A real PostgreSQL server for this test run, on loopback, in a temporary folder. It flushes to disk as in production.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const int Attempts = 5;

    private readonly string _folder = Directory.CreateTempSubdirectory("postgres").FullName;
    private Process? _process;
    private int _databases;

    /// <summary>The folder with the programs of the newest Debian version, which is not in the PATH; otherwise the folder in the PATH.</summary>
    private static string? Programs { get; } = Candidates().FirstOrDefault(folder => File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb")));

    public int Port { get; private set; }

    /// <summary>Creates an unused database; the test is skipped if there is no PostgreSQL.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        Skip.If(_process is null, "There is no PostgreSQL: install it, for example with 'apt-get install postgresql'.");
        var name = $"test{Interlocked.Increment(ref _databases)}";
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres"));
        await using var command = source.CreateCommand($"CREATE DATABASE {name}");
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    public async Task InitializeAsync()
    {
        if (Programs is null)
        {
            return;
        }

        GiveAway(_folder);
        await RunAsync("initdb", "-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale");
        await StartAsync();
    }

    /// <summary>Starts a synchronous standby of this server, for tests that kill this server.</summary>
    public async Task<PostgresServer> StartStandbyAsync()
    {
        var standby = new PostgresServer();
        GiveAway(standby._folder);
        await RunAsync("pg_basebackup", "-D", standby.Data, "-h", "127.0.0.1", "-p", $"{Port}", "-U", "postgres", "-R", "-X", "stream", "-c", "fast");
        await standby.StartAsync();
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres"));
        await using var command = source.CreateCommand("ALTER SYSTEM SET synchronous_standby_names = '*'");
        await command.ExecuteNonQueryAsync();
        await using var reload = source.CreateCommand("SELECT pg_reload_conf()");
        await reload.ExecuteNonQueryAsync();
        await using var follows = source.CreateCommand("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'");
        await Eventually.HoldsAsync(async () => await follows.ExecuteScalarAsync() is 1L, () => "the standby follows the primary");
        return standby;
    }

    /// <summary>Kills the server without notifying clients, as a power failure does.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Restarts it after <see cref="KillAsync"/>, on the same port, with the data on disk.</summary>
    public async Task RestartAsync() => (await TryStartAsync(Port)).Should().BeTrue("the port is still free");

    /// <summary>Promotes a standby to the primary server.</summary>
    public async Task PromoteAsync()
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres"));
        await using var command = source.CreateCommand("SELECT pg_promote(wait => true)");
        (await command.ExecuteScalarAsync()).Should().Be(true);
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            // SIGINT requests a fast shutdown, which also ends the server's child processes.
            Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    private static IEnumerable<string> Candidates()
    {
        var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin")) : [];
        return debian.Concat((Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator));
    }

    private string ConnectionString(string database) => $"Host=127.0.0.1;Port={Port};Database={database};Username=postgres;Pooling=true;Maximum Pool Size=20";

    private async Task StartAsync()
    {
        // Another process can take a free port before the server binds it.
        for (var attempt = 1; !await TryStartAsync(FreePort()); attempt++)
        {
            attempt.Should().BeLessThan(Attempts, "PostgreSQL finds a free port");
        }
    }

    private async Task<bool> TryStartAsync(int port)
    {
        Port = port;
        var process = Start("postgres", "-D", Data, "-h", "127.0.0.1", "-p", $"{Port}", "-c", "unix_socket_directories=", "-c", "fsync=on", "-c", "log_min_messages=log");
        var isReady = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.ErrorDataReceived += (_, output) =>
        {
            if (output.Data is not { } line)
            {
                // The process has ended.
                isReady.TrySetResult(false);
            }
            else if (line.Contains("ready to accept", StringComparison.Ordinal))
            {
                isReady.TrySetResult(true);
            }
        };
        process.BeginErrorReadLine();
        if (await isReady.Task)
        {
            _process = process;
            return true;
        }

        process.Dispose();
        return false;
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, "{0} succeeds, but it printed: {1}", program, errors);
    }

    /// <summary>Starts a program. PostgreSQL refuses to run as root, so root starts it as the user postgres, in the same process.</summary>
    private static Process Start(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs!, program);
        string[] command = Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments]
            : [path, .. arguments];
        return Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
            Environment = { ["LC_ALL"] = "C" },
        })!;
    }

    private static void GiveAway(string folder)
    {
        if (Environment.IsPrivilegedProcess)
        {
            Process.Start("chown", ["postgres:postgres", folder]).WaitForExit();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
