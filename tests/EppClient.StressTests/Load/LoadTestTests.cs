using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using EppClient.Dk.Testing;

namespace EppClient.StressTests.Load;

/// <summary>Runs the program in a separate process, so that it measures only the allocation of the client.</summary>
public sealed class LoadTestTests : IAsyncLifetime, IAsyncDisposable
{
    private const int Timeout = 120_000;

    private readonly string _authority = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.pem");
    private readonly DkTestRegistry _registry = DkTestRegistry.Start();

    public Task InitializeAsync() => File.WriteAllTextAsync(_authority, _registry.CaCertificate.ExportCertificatePem());

    public async Task DisposeAsync()
    {
        File.Delete(_authority);
        await _registry.DisposeAsync();
    }

    ValueTask IAsyncDisposable.DisposeAsync() => new(DisposeAsync());

    /// <summary>
    /// A release build allocates 2.1 KB, of which the response is 1.0 KB (docs/reference/performance.md); a debug build, where state machines are
    /// classes, allocates 4.7 KB. With System.Xml it was 21.5 KB and more.
    /// </summary>
    [Theory(Timeout = Timeout)]
    [InlineData(1)]
    [InlineData(16)]
    public async Task Check_allocates_no_more_than_documented(int depth)
    {
        var (exitCode, output) = await RunAsync("--depth", depth.ToString(CultureInfo.InvariantCulture), "--commands", "2000", "--warmup", "2000", "--json");

        exitCode.Should().Be(0, output);
        var figures = JsonDocument.Parse(output).RootElement;
        figures.GetProperty("commands").GetInt32().Should().Be(2000);
        figures.GetProperty("allocatedBytesPerCommand").GetDouble().Should().BeInRange(500, 6000);
        foreach (var key in (string[])["commandsPerSecond", "p50Us", "p99Us", "maxUs", "cpuUsPerCommand"])
        {
            figures.GetProperty(key).GetDouble().Should().BePositive(key);
        }
    }

    [Fact(Timeout = Timeout)]
    public async Task Rejected_command_ends_the_run()
    {
        var (exitCode, output) = await RunAsync("--verb", "info", "--commands", "10", "--warmup", "0");

        exitCode.Should().Be(1, output);
        output.Should().Contain("2303");
    }

    [Theory(Timeout = Timeout)]
    [InlineData("--depth", "0")]
    [InlineData("--verb", "sell")]
    [InlineData("--password-env", "EPP_NOT_SET")]
    public async Task Wrong_usage_has_its_own_exit_code(params string[] arguments)
    {
        var (exitCode, output) = await RunAsync(arguments);

        exitCode.Should().Be(2, output);
        output.Should().NotBeEmpty();
    }

    [Fact(Timeout = Timeout)]
    public async Task Missing_server_is_a_failed_connection()
    {
        var (exitCode, output) = await RunAsync("--port", "1", "--commands", "1", "--warmup", "0");

        exitCode.Should().Be(3, output);
    }

    private async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        List<string> all =
        [
            Path.Combine(AppContext.BaseDirectory, "EppClient.StressTests.dll"), "load", "--host", _registry.Host, "--user", _registry.User, "--ca", _authority,
        ];
        all.AddRange(arguments.Contains("--port") ? [] : ["--port", _registry.Port.ToString(CultureInfo.InvariantCulture)]);
        all.AddRange(arguments.Contains("--password-env") ? [] : ["--password-env", "EPP_LOAD_PASSWORD"]);
        var start = new ProcessStartInfo("dotnet", [.. all, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["EPP_LOAD_PASSWORD"] = _registry.Password;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }
}
