using System.Diagnostics;
using System.Text;

namespace EppClient.IntegrationTests.Samples;

/// <summary>A sample in a separate process.</summary>
internal sealed class SampleProcess : IDisposable
{
    private readonly Process _process;

    private SampleProcess(Process process) => _process = process;

    public static SampleProcess Start(string sample, IReadOnlyDictionary<string, string>? environment = null, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, $"{sample}.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new SampleProcess(Process.Start(start)!);
    }

    /// <summary>Reads the output until it contains all given texts.</summary>
    public async Task<string> ReadUntilAsync(params string[] awaited)
    {
        var seen = new StringBuilder();
        while (!awaited.All(text => seen.ToString().Contains(text, StringComparison.Ordinal)) && await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            seen.AppendLine(line);
        }

        return seen.ToString();
    }

    /// <summary>Sends the termination signal, as a service manager does.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public async Task<(int ExitCode, string Output)> EndAsync()
    {
        var output = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return (_process.ExitCode, output);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
