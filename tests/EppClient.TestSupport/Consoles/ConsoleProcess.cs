using System.Diagnostics;
using System.Text;

namespace EppClient.TestSupport.Consoles;

/// <summary>Runs the console program as a user does.</summary>
public static class ConsoleProcess
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

    /// <summary>Whether <see cref="RunOnTerminalAsync"/> can provide a terminal on this machine.</summary>
    public static bool HasTerminal => OperatingSystem.IsLinux() && File.Exists("/usr/bin/script");

    /// <summary>Runs the program on a terminal.</summary>
    public static async Task<Outcome> RunOnTerminalAsync(string? password, string? noColor, params string[] args)
    {
        var command = string.Join(' ', args.Prepend(Program).Prepend("dotnet").Select(part => $"'{part}'"));
        var start = new ProcessStartInfo("/usr/bin/script", ["--quiet", "--return", "--command", command, "/dev/null"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment[PasswordVariable] = password;
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["NO_COLOR"] = noColor;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Outcome(process.ExitCode, output, string.Empty);
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

        // A program that a script started in the background ignores Ctrl+C; SIGTERM is not ignored and ends it in the same way.
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        seen.Append(await process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new Outcome(process.ExitCode, seen.ToString(), await error);
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "EppConsole.dll");

    private static Process Start(string? password, string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. args])
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
