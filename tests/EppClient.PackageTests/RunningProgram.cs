using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace EppClient.PackageTests;

/// <summary>A .NET program that runs until it is disposed.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly Process _process;

    private RunningProgram(Process process) => _process = process;

    public static RunningProgram Start(string folder, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new RunningProgram(Process.Start(start)!);
    }

    /// <summary>Reads the output until a line matches. The exception for a program that ends before contains its output.</summary>
    public async Task<Match> WaitForLineAsync(Regex expected)
    {
        var output = new StringBuilder();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (expected.Match(line) is { Success: true } match)
            {
                return match;
            }

            output.AppendLine(line);
        }

        throw new InvalidOperationException($"The program ended without '{expected}':\n{output}");
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }
}
