using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DkSandbox;

namespace EppClient.IntegrationTests.Sandbox;

/// <summary>The output of the program and its exit codes.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly WelcomedWriter _output = new();
    private readonly StringWriter _error = new(CultureInfo.InvariantCulture);
    private readonly string _folder = Directory.CreateTempSubdirectory("dk-sandbox-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Timeout = 60_000)]
    public async Task Help_lists_all_options()
    {
        (await RunAsync(CancellationToken.None, "--help")).Should().Be(0);

        _output.ToString().Should().ContainAll("--port", "--admin-port", "--cert-out", "--seed", "--like-registry-sandbox", "Exit codes");
    }

    [Fact(Timeout = 60_000)]
    public async Task Start_prints_the_addresses_and_interrupt_stops_it()
    {
        var authority = Path.Combine(_folder, "ca.pem");
        using var interrupted = new CancellationTokenSource();
        var running = RunAsync(interrupted.Token, "--port", "0", "--admin-port", "0", "--cert-out", authority);
        await Task.WhenAny(running, _output.Welcomed);
        await interrupted.CancelAsync();

        (await running).Should().Be(0, _error.ToString());
        _output.ToString().Should().Contain("EPP-100001").And.Contain("http://localhost:").And.Contain(authority);
        (await File.ReadAllTextAsync(authority)).Should().StartWith("-----BEGIN CERTIFICATE-----");
    }

    [Theory(Timeout = 60_000)]
    [InlineData("--colour", "--colour")]
    [InlineData("--port", "--port", "x")]
    [InlineData("0 to 65535", "--port", "65536")]
    [InlineData("0 to 65535", "--admin-port", "-1")]
    [InlineData("The seed cannot be read", "--seed", "no-such-file.json")]
    public async Task Wrong_usage_is_explained(string expected, params string[] args)
    {
        (await RunAsync(CancellationToken.None, args)).Should().Be(2);

        _error.ToString().Should().Contain(expected);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("{", "not the state of a registry")]
    [InlineData("{}", "The registry has no login")]
    public async Task Invalid_seed_reports_the_location_of_the_error(string json, string expected)
    {
        var seed = Path.Combine(_folder, "seed.json");
        await File.WriteAllTextAsync(seed, json);

        (await RunAsync(CancellationToken.None, "--port", "0", "--admin-port", "0", "--seed", seed)).Should().Be(2);

        _error.ToString().Should().Contain(seed).And.Contain(expected);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("--port", "--admin-port")]
    [InlineData("--admin-port", "--port")]
    public async Task Port_in_use_is_reported_with_the_option(string taken, string free)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        (await RunAsync(CancellationToken.None, taken, port, free, "0")).Should().Be(2);

        _error.ToString().Should().Contain($"Port {port} cannot be used").And.Contain($"with {taken}.");
    }

    /// <summary>Completes a task when the first line is written, which is the last step of the start.</summary>
    private sealed class WelcomedWriter() : StringWriter(CultureInfo.InvariantCulture)
    {
        private readonly TaskCompletionSource _welcomed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Welcomed => _welcomed.Task;

        public override Task WriteLineAsync(string? value)
        {
            WriteLine(value);
            _welcomed.TrySetResult();
            return Task.CompletedTask;
        }
    }

    private Task<int> RunAsync(CancellationToken cancellationToken, params string[] args) => SandboxProgram.RunAsync(args, _output, _error, cancellationToken);
}
