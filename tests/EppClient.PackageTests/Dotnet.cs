using System.Diagnostics;
using System.Text;

namespace EppClient.PackageTests;

/// <summary>Runs the dotnet command line and built programs.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(12);

    /// <summary>Runs a command and returns its output. The exception for a failure contains the output.</summary>
    public static Task<string> RunAsync(string folder, params IReadOnlyList<string> arguments) => RunProgramAsync("dotnet", folder, arguments);

    /// <summary>Runs a program and returns its output. The exception for a failure contains the output.</summary>
    public static async Task<string> RunProgramAsync(string program, string folder, params IReadOnlyList<string> arguments)
    {
        using var process = new Process { StartInfo = CreateStart(program, folder, arguments) };
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        using var limit = new CancellationTokenSource(Limit);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} took longer than {Limit}:\n{output}");
        }

        return process.ExitCode == 0
            ? output.ToString()
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}");
    }

    private static ProcessStartInfo CreateStart(string program, string folder, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // The MSBuild settings of the test run must not affect another build, and no build server may outlive it.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        return start;
    }

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }
}
