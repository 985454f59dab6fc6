using System.ComponentModel;
using System.Diagnostics;
using Spectre.Console;

namespace EppConsole.Connecting;

/// <summary>Reads the password from an environment variable, from a program such as a password manager, or from the keyboard. Never from the command line.</summary>
internal static class Password
{
    /// <exception cref="UsageException">There is no password.</exception>
    public static string Read(string? variable, string? command) =>
        variable is not null ? FromVariable(variable, "--password-env")
        : command is not null ? FromCommand(command)
        : Console.IsInputRedirected ? throw new UsageException("This verb logs in and needs --password-env or --password-command.")
        : FromPerson();

    /// <exception cref="UsageException">The variable is not set.</exception>
    public static string FromVariable(string name, string option) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : throw new UsageException($"{option}: the environment variable {name} is not set.");

    private static string FromCommand(string command)
    {
        var shell = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd.exe", ["/c", command]) : new ProcessStartInfo("/bin/sh", ["-c", command]);
        shell.RedirectStandardOutput = true;
        try
        {
            using var process = Process.Start(shell)!;
            var line = process.StandardOutput.ReadLine();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 && !string.IsNullOrEmpty(line) ? line
                : throw new UsageException($"--password-command ended with {process.ExitCode} and {(string.IsNullOrEmpty(line) ? "printed nothing" : "is not trusted")}: run it by hand.");
        }
        catch (Win32Exception e)
        {
            throw new UsageException($"--password-command cannot be run: {e.Message}", e);
        }
    }

    private static string FromPerson() =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }).Prompt(new TextPrompt<string>("Password:").Secret(mask: null));
}
