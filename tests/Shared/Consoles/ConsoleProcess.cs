using System.Diagnostics;
using System.Text;

namespace EppClient.Tests.Consoles;

/// <summary>Runs the program as its user does.</summary>
internal static class ConsoleProcess
{
    public const string PasswordVariable = "EPPCLIENT_CONSOLE_TEST_PASSWORD";

    public static async Task<Outcome> RunAsync(string? password, params string[] args)
    {
        using var process = Start(password, args);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Outcome(process.ExitCode, await output, await error);
    }

    /// <summary>Starts the program, waits for a line of its output, and interrupts it.</summary>
    public static async Task<Outcome> InterruptAsync(string? password, string awaited, params string[] args)
    {
        using var process = Start(password, args);
        var error = process.StandardError.ReadToEndAsync();
        var seen = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            seen.AppendLine(line);
            if (line.Contains(awaited, StringComparison.Ordinal))
            {
                break;
            }
        }

        // Ctrl+C is ignored by what a script started in the background; this is not, and ends in the same way.
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        seen.Append(await process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new Outcome(process.ExitCode, seen.ToString(), await error);
    }

    private static Process Start(string? password, string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "EppConsole.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment[PasswordVariable] = password;
        return Process.Start(start)!;
    }
}
