using System.Diagnostics;
using System.Globalization;
using EppClient.StressTests.Mutation.Inserted;

namespace EppClient.StressTests.Mutation;

/// <summary>A test project whose program is <see cref="TestRunner"/>.</summary>
/// <param name="path">The path of the program.</param>
/// <param name="folder">The folder for its output.</param>
/// <param name="skipped">Parts of the names of test classes that take too long.</param>
internal sealed class TestProgram(string path, string folder, string skipped)
{
    // A test takes longer in a new process than among other tests, and even longer on a busy machine.
    private const int Slowness = 10;

    private static readonly TimeSpan MostSlowness = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan StartUp = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestRecord = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestExit = TimeSpan.FromSeconds(2);

    public string Name => Path.GetFileNameWithoutExtension(path);

    /// <summary>Whether its tests have a time limit for each mutant.</summary>
    public bool IsLimited { get; init; } = true;

    public IReadOnlyList<TestMethod> Methods { get; private set; } = [];

    public async Task RecordAsync(bool isContinued)
    {
        var output = Path.Combine(folder, Name + ".reached");
        if (!isContinued || !File.Exists(output))
        {
            await RunAsync(0, output, LongestRecord, ["record", output, skipped]);
        }

        Methods = File.Exists(output) ? [.. File.ReadLines(output).Select(TestMethod.Parse)] : throw new InvalidOperationException($"{Name} did not complete.");
    }

    /// <summary>Runs the tests that reach the mutant: those of its folder first, then the fastest. Tests named after its file count as reaching it.</summary>
    public async Task<(MutantStatus Verdict, string Detail)> TryAsync(Mutant mutant, IReadOnlySet<int> reachedAs, TimeSpan budget)
    {
        // Mutants that the static fields of a test class reach are not recorded for each of its tests.
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

            // A test that also fails without the mutant, under the same load, gives no result.
            if ((await RunAsync(0, mutant.Number, [tests[failed]])).Verdict == MutantStatus.Survived)
            {
                return (status, detail);
            }

            tests.RemoveAt(failed);
        }

        return (MutantStatus.Survived, string.Empty);
    }

    /// <param name="active">The number of the active mutant; 0 for none.</param>
    /// <param name="number">The mutant under test.</param>
    /// <param name="tests">The tests to run.</param>
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
                // The tests run in the size for each commit, even if this run is one in full size.
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
        // A program that hangs after writing its result does not exit, so the file is polled: watchers of the file system can miss a file that was written and moved.
        while (!ended.IsCompleted && !File.Exists(output) && clock.Elapsed < longest)
        {
            await Task.WhenAny(ended, Task.Delay(100));
        }

        // A hanging test keeps its process.
        await Task.WhenAny(ended, Task.Delay(LongestExit));
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
