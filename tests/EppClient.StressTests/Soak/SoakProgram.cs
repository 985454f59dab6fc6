using System.Globalization;

namespace EppClient.StressTests.Soak;

/// <summary>The command line of the soak: a pool of sessions over a network that fails every few seconds, with all outcomes compared with the registry's state.</summary>
internal static class SoakProgram
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not ([] or ["--minutes", _] or ["--seed", _] or ["--minutes", _, "--seed", _]))
        {
            await Console.Error.WriteLineAsync("soak [--minutes N, 60 by default] [--seed N, random by default]");
            return 2;
        }

        var options = new SoakOptions
        {
            Duration = TimeSpan.FromMinutes(Setting(args, "--minutes") ?? 60),
            Seed = Setting(args, "--seed") ?? Environment.TickCount,
        };
        var report = await SoakRun.RunAsync(options, Console.WriteLine);
        Console.WriteLine(report.Samples[^1]);
        Console.WriteLine($"Faults: {string.Join(", ", report.Faults.Select(fault => $"{fault.Key} {fault.Value}"))}.");
        Console.WriteLine($"{report.Commands} commands, {report.InFlight} not completed; {report.Handles} handles after the pool was disposed.");
        foreach (var problem in report.Problems)
        {
            Console.WriteLine(problem);
        }

        Console.WriteLine(report.Problems.Count == 0 ? "All outcomes match the registry's state, and nothing grew." : $"{report.Problems.Count} problems.");
        return report.Problems.Count == 0 && report.InFlight == 0 ? 0 : 1;
    }

    private static int? Setting(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var index ? int.Parse(args[index + 1], CultureInfo.InvariantCulture) : null;
}
