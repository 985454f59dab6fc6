using System.Diagnostics;
using System.Globalization;
using EppClient.StressTests.Mutation.Inserted;

namespace EppClient.StressTests.Mutation;

/// <summary>A test project whose program is <see cref="TestRunner"/>.</summary>
/// <param name="path">Of the program.</param>
/// <param name="folder">For what it writes.</param>
/// <param name="skipped">Parts of names of classes whose tests are too long.</param>
internal sealed class TestProgram(string path, string folder, string skipped)
{
    // A test needs longer in a new process than among others, and longer still on a busy machine.
    private const int Slowness = 10;

    private static readonly TimeSpan MostSlowness = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan StartUp = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestRecord = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestExit = TimeSpan.FromSeconds(2);

    public string Name => Path.GetFileNameWithoutExtension(path);

    /// <summary>Whether its tests have a budget for each mutant.</summary>
    public bool IsLimited { get; init; } = true;

    public IReadOnlyList<TestMethod> Methods { get; private set; } = [];

    public async Task RecordAsync(bool isContinued)
    {
        var output = Path.Combine(folder, Name + ".reached");
        if (!isContinued || !File.Exists(output))
        {
            await RunAsync(0, output, LongestRecord, ["record", output, skipped]);
        }

        Methods = File.Exists(output) ? [.. File.ReadLines(output).Select(TestMethod.Parse)] : throw new InvalidOperationException($"{Name} did not run to its end.");
    }

    /// <summary>Runs the tests that reach the mutant: those of its folder first, then the fastest. The tests that are named after its file count as reaching it.</summary>
    public async Task<(MutantStatus Verdict, string Detail)> TryAsync(Mutant mutant, IReadOnlySet<int> reachedAs, TimeSpan budget)
    {
        // What static fields of a test class reach is not recorded with each of its tests.
        var own = $".{Path.GetFileName(mutant.File).Split('.')[0]}Tests|";
        var near = $".{Path.GetFileName(Path.GetDirectoryName(mutant.File))}.";
        var left = budget;
        var tests = Methods
            .Where(method => method.IsUsable && (method.Reached.Overlaps(reachedAs) || method.Name.Contains(own, StringComparison.Ordinal)))
            .OrderByDescending(method => method.Name.Contains(near, StringComparison.Ordinal))
            .ThenBy(method => method.Time)
            .TakeWhile(method => !IsLimited || (left -= method.Time) >= TimeSpan.Zero)
            .ToList();
        if (tests.Count == 0)
        {
            return (MutantStatus.NotReached, string.Empty);
        }

        while (tests.Count > 0)
        {
            var (status, detail) = await RunAsync(mutant.Number, mutant.Number, tests);
            if (status == MutantStatus.Survived || detail.Length == 0 || tests.FindIndex(test => detail.Split(": ")[0] == test.Name) is not (>= 0 and var failed))
            {
                return (status, detail);
            }

            // What fails without the mutant too, beside the same other work, says nothing about it.
            if ((await RunAsync(0, mutant.Number, [tests[failed]])).Verdict == MutantStatus.Survived)
            {
                return (status, detail);
            }

            tests.RemoveAt(failed);
        }

        return (MutantStatus.Survived, string.Empty);
    }

    /// <param name="active">The number of the active mutant; 0 for none.</param>
    /// <param name="number">The mutant that it is about.</param>
    /// <param name="tests">What to run.</param>
    private async Task<(MutantStatus Verdict, string Detail)> RunAsync(int active, int number, IEnumerable<TestMethod> tests)
    {
        var (list, output) = (Path.Combine(folder, $"{number}.{Name}.tests"), Path.Combine(folder, $"{number}.{Name}.result"));
        await File.WriteAllLinesAsync(
            list, tests.Select(test => string.Create(CultureInfo.InvariantCulture, $"{test.Name}\t{LimitOf(test).TotalMilliseconds:0}")));
        await RunAsync(active, output, LongestRun, ["run", output, list]);
        // A mutant that ends the process writes nothing.
        var result = File.Exists(output) ? (await File.ReadAllTextAsync(output)).Trim().Split('\t') : [TestRunner.Killed, string.Empty];
        return result[0] switch
        {
            TestRunner.Survived => (MutantStatus.Survived, string.Empty),
            TestRunner.TimedOut => (MutantStatus.TimedOut, result[1]),
            _ => (MutantStatus.Killed, result[1]),
        };
    }

    private static TimeSpan LimitOf(TestMethod test)
    {
        var slow = test.Time * (Slowness - 1);
        return StartUp + test.Time + (slow < MostSlowness ? slow : MostSlowness);
    }

    private async Task RunAsync(int number, string output, TimeSpan longest, IReadOnlyList<string> arguments)
    {
        File.Delete(output);
        using var process = Process.Start(new ProcessStartInfo("dotnet", [path, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(path),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                [MutantSwitch.Variable] = number.ToString(CultureInfo.InvariantCulture),
                ["SNAPSHOOTER_STRICT_MODE"] = "true",
                // The tests have their size for each commit, also where this is one of the runs in full size.
                ["EPP_TEST_SIZE"] = null,
                // The same random schedules for all mutants.
                ["EPP_TEST_SEED"] = "1",
            },
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var clock = Stopwatch.StartNew();
        var ended = process.WaitForExitAsync();
        // A program that hangs after its result does not end, so the result is looked for too.
        while (!ended.IsCompleted && !File.Exists(output) && clock.Elapsed < longest)
        {
            await Task.WhenAny(ended, Task.Delay(100));
        }

        // What hangs keeps its process.
        await Task.WhenAny(ended, Task.Delay(LongestExit));
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
