using System.Diagnostics;

namespace EppClient.IntegrationTests.Sandbox;

/// <summary>The program as the system runs it, and asks it to end.</summary>
public sealed class SignalTests
{
    // Ctrl+C is handled alike, but ignored by what a script started in the background, as tests may be.
    [SkippableFact(Timeout = 60_000)]
    public async Task Asked_to_end_it_ends_in_good_order()
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
