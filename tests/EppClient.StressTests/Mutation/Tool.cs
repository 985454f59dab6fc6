using System.Diagnostics;

namespace EppClient.StressTests.Mutation;

/// <summary>Runs a program, and contains its exit code and output.</summary>
internal sealed record Tool(int ExitCode, string Output)
{
    public static async Task<Tool> RunAsync(string folder, string program, IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new Tool(process.ExitCode, string.Concat(output));
    }
}
