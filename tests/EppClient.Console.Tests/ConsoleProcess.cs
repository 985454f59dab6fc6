using System.Diagnostics;
using System.Text;

namespace EppClient.Console.Tests;

/// <summary>Runs the program as its user does.</summary>
internal static class ConsoleProcess
{
    public const string PasswordVariable = "EPPCLIENT_CONSOLE_TEST_PASSWORD";

    public static async Task<Outcome> RunAsync(string? password, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "EppConsole.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment[PasswordVariable] = password;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Outcome(process.ExitCode, await output, await error);
    }
}
