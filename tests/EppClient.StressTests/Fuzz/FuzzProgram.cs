using System.Diagnostics;
using System.Globalization;
using EppClient.StressTests.Fuzz.Inputs;
using EppClient.StressTests.Fuzz.Runs;
using EppClient.StressTests.Fuzz.Targets;
using SharpFuzz;

namespace EppClient.StressTests.Fuzz;

/// <summary>The command line of the fuzzers; README.md describes each command.</summary>
internal static class FuzzProgram
{
    public static int Run(string[] args) => args switch
    {
        ["run", .. var settings] => Run(Setting(settings, "--minutes") ?? 1, Setting(settings, "--seed") ?? Environment.TickCount),
        ["afl", var target] => Afl(target),
        ["seeds", var target, var folder] => WriteSeeds(FuzzTargets.Named(target), folder),
        ["replay", var target, .. var files] => Replay(FuzzTargets.Named(target), files),
        _ => Usage(),
    };

    private static int Usage()
    {
        Console.Error.WriteLine("""
            fuzz run [--minutes N] [--seed N]    feeds all targets with mutated messages
            seeds TARGET FOLDER             writes what mutation begins with
            afl TARGET                      is fed by afl-fuzz; see afl.sh
            replay TARGET FILE...           feeds files, such as those of a finding
            """);
        return 2;
    }

    private static int? Setting(string[] settings, string name) => Array.IndexOf(settings, name) is >= 0 and var index
        ? int.Parse(settings[index + 1], CultureInfo.InvariantCulture)
        : null;

    private static int Run(int minutes, int seed)
    {
        Console.WriteLine($"Seed {seed}, {minutes} minutes.");
        var run = new FuzzRun(seed, SeedInputs.All);
        using var watch = new Timer(_ => FailWhereOneHangs(run), null, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));
        var (started, reported) = (Stopwatch.GetTimestamp(), 0);
        while (Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(minutes))
        {
            run.Step();
            if (Stopwatch.GetElapsedTime(started).TotalMinutes >= reported + 1)
            {
                reported++;
                Console.WriteLine(run.Summary(Stopwatch.GetElapsedTime(started)));
            }
        }

        Console.WriteLine(run.Summary(Stopwatch.GetElapsedTime(started)));
        var folder = Directory.CreateTempSubdirectory("eppclient-fuzz-").FullName;
        foreach (var (number, finding) in run.Findings.Index())
        {
            var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{finding.Target.Name}-{number}"));
            File.WriteAllBytes(file, finding.Input);
            Console.WriteLine($"{file}: {finding.Finding}");
        }

        return run.Findings.Count == 0 ? 0 : 1;
    }

    private static void FailWhereOneHangs(FuzzRun run)
    {
        if (run.Current is { } current && Stopwatch.GetElapsedTime(current.Since) > 3 * FuzzTarget.Longest)
        {
            var file = Path.GetTempFileName();
            File.WriteAllBytes(file, current.Input);
            Environment.FailFast($"{current.Target.Name} does not complete: {file}");
        }
    }

    private static int Afl(string name)
    {
        // Instrumented code cannot run before SharpFuzz has mapped the shared memory of afl-fuzz.
        FuzzTarget? target = null;
        Fuzzer.Run(stream =>
        {
            target ??= FuzzTargets.Named(name);
            using var input = new MemoryStream();
            stream.CopyTo(input);
            target.Try(input.GetBuffer().AsMemory(0, (int)input.Length));
        });
        return 0;
    }

    private static int WriteSeeds(FuzzTarget target, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (number, seed) in SeedInputs.All(target).Index())
        {
            File.WriteAllBytes(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{number:00000}")), seed);
        }

        return 0;
    }

    private static int Replay(FuzzTarget target, string[] files)
    {
        foreach (var file in files)
        {
            Console.WriteLine($"{file}: {(target.Try(File.ReadAllBytes(file)) ? "read" : "refused")}");
        }

        return 0;
    }
}
