using System.Diagnostics;

namespace EppClient.IntegrationTests.Sandbox;

/// <summary>The program as a separate process, which is stopped by a signal.</summary>
public sealed class SignalTests
{
    // Ctrl+C is handled in the same way, but processes that a script starts in the background ignore it, and tests can run in such a script.
    [SkippableFact(Timeout = 60_000)]
    public async Task Termination_signal_stops_the_program_gracefully()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such signals.");
        using var sandbox = Start("dotnet", Path.Combine(AppContext.BaseDirectory, "DkSandbox.dll"), "--port", "0", "--admin-port", "0");
        try
        {
            while (await sandbox.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("Ready", StringComparison.Ordinal))
            {
            }

            using var kill = Start("kill", "-TERM", $"{sandbox.Id}");
            await kill.WaitForExitAsync();
            await sandbox.WaitForExitAsync();

            sandbox.ExitCode.Should().Be(0);
        }
        finally
        {
            if (!sandbox.HasExited)
            {
                sandbox.Kill();
            }
        }
    }

    private static Process Start(string program, params IReadOnlyList<string> arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
}
