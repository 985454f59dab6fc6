using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace EppClient.Stores.Tests.Redis;

/// <summary>A redis-server on a loopback port, without persistence, for the tests of one class.</summary>
public sealed class RedisServer : IAsyncLifetime
{
    private const int Attempts = 5;

    private Process? _process;

    private static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "redis-server"))
        .FirstOrDefault(File.Exists);

    public int Port { get; private set; }

    public string Address => $"127.0.0.1:{Port}";

    /// <summary>A connection to it; the test is skipped if redis-server is not installed.</summary>
    public async Task<ConnectionMultiplexer> ConnectAsync(int? port = null, bool asAdmin = false)
    {
        Skip.If(_process is null, "redis-server is not installed. Install it, for example with 'apt-get install redis-server'.");
        return await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{port ?? Port},allowAdmin={asAdmin}");
    }

    public async Task InitializeAsync()
    {
        if (Program is null)
        {
            return;
        }

        // Another process can bind the free port before the server does.
        for (var attempt = 1; !await TryStartAsync(Program); attempt++)
        {
            attempt.Should().BeLessThan(Attempts, "redis-server finds a free port");
        }
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }

    private async Task<bool> TryStartAsync(string program)
    {
        Port = FreePort();
        string[] arguments = ["--port", $"{Port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", Path.GetTempPath(), "--notify-keyspace-events", "Kz"];
        var process = new Process { StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true } };
        var isReady = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, output) =>
        {
            if (output.Data is not { } line)
            {
                // The process has exited.
                isReady.TrySetResult(false);
            }
            else if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                isReady.TrySetResult(true);
            }
        };
        process.Start();
        process.BeginOutputReadLine();
        if (await isReady.Task)
        {
            _process = process;
            return true;
        }

        process.Dispose();
        return false;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
