using System.Collections.Concurrent;

namespace EppClient.StressTests.Mutation;

/// <summary>Selects mutants, compiles them together, records which tests reach which mutants, and runs these tests for each mutant.</summary>
internal sealed class MutationRunner(string repository, string work)
{
    /// <summary>The folders that are mutated, each with the same number of mutants.</summary>
    public static IReadOnlyList<string> Folders { get; } =
    [
        "src/EppClient/Sessions",
        "src/EppClient/Recovery",
        "src/EppClient/Recovery/Reconcilers",
        "src/EppClient/Polling",
        "src/EppClient/Bulk",
        "src/EppClient.Sqlite",
        "src/EppClient.PostgreSql",
        "src/Shared/Stores",
    ];

    private static readonly string[] Projects = ["src/EppClient", "src/EppClient.Sqlite", "src/EppClient.PostgreSql"];

    private const string Simulation = "tests/EppClient.StressTests";

    // In the order in which they run. Skipped: tests that run other programs, kill processes, or reach no mutant.
    private static readonly (string Project, string Skipped)[] Tests =
    [
        ("tests/EppClient.Tests", ".Architecture.;.Xml.;.Schemas.;.Iana.;.Dk."),
        ("tests/EppClient.Stores.Tests", ".Redis.;KillTests;CrashTests;SeveralMachines"),
        ("tests/EppClient.IntegrationTests", ".CommandLine.;.Samples.;.Sandbox.;.Corpus.;.ForeignClient.;.Conformance.;.Registry.;.Nonconforming.;.Properties.;KilledProcess;RandomCut"),
        (Simulation, ".Fuzz.;.Load.;.Mutation.;.Soak."),
    ];

    public async Task<IReadOnlyList<MutantResult>> RunAsync(MutationSettings settings, TextWriter output)
    {
        var folder = Path.Combine(work, "copy");
        var isOld = settings.IsContinued || settings.IsForSurvivors;
        var copy = isOld ? new MutatedCopy(folder) : await MutatedCopy.OpenAsync(repository, folder);
        var drawn = await DrawAsync(copy, settings, output);
        var mutants = isOld ? copy.Compiled(drawn) : await copy.CompileAsync(Projects, drawn);
        foreach (var mutant in drawn.Except(mutants))
        {
            await output.WriteLineAsync($"{MutantStatus.DoesNotCompile,-14} {mutant.Number,4} {mutant}");
        }

        if (settings.IsForSurvivors && !settings.IsContinued)
        {
            await copy.UpdateAsync(repository, "tests");
        }

        var programs = await RecordAsync(copy, settings.IsContinued, output);
        var statuses = new MutantStatusFile(Path.Combine(work, "results", "verdicts"), isOld);
        var known = statuses.Read(mutants).Where(result => result.IsDetected || !settings.IsForSurvivors || settings.Only?.Contains(result.Mutant.Number) == false).ToList();
        var left = mutants.Except(known.Select(result => result.Mutant));
        var results = new ConcurrentBag<MutantResult>(known);
        await Parallel.ForEachAsync(left, new ParallelOptions { MaxDegreeOfParallelism = settings.Workers }, async (mutant, _) =>
        {
            var result = await TryAsync(mutant, mutants, programs, settings.Budget);
            results.Add(result);
            statuses.Add(result);
            await output.WriteLineAsync($"{result.Status,-14} {mutant.Number,4} {mutant}{(result.Detail.Length > 0 ? $" ({result.Detail})" : string.Empty)}");
        });
        return [.. results.OrderBy(result => result.Mutant.Number)];
    }

    private static async Task<IReadOnlyList<Mutant>> DrawAsync(MutatedCopy copy, MutationSettings settings, TextWriter output)
    {
        var random = new Random(settings.Seed);
        List<Mutant> drawn = [];
        foreach (var folder in Folders)
        {
            var found = (await copy.FindMutantsAsync(folder)).ToArray();
            await output.WriteLineAsync($"{found.Length,14} mutants are possible in {folder}.");
            random.Shuffle(found);
            drawn.AddRange(found.Take(settings.Count / Folders.Count));
        }

        return [.. drawn.Select((mutant, index) => mutant with { Number = index + 1 })];
    }

    private async Task<IReadOnlyList<TestProgram>> RecordAsync(MutatedCopy copy, bool isContinued, TextWriter output)
    {
        var results = Directory.CreateDirectory(Path.Combine(work, "results")).FullName;
        List<TestProgram> programs = [];
        foreach (var (project, skipped) in Tests)
        {
            // The simulation is one test, and takes longer than the time limit.
            programs.Add(new TestProgram(isContinued ? copy.ProgramOf(project) : await copy.BuildTestsAsync(project), results, skipped) { IsLimited = project != Simulation });
        }

        await output.WriteLineAsync("The mutants and the tests are compiled.");
        foreach (var program in programs)
        {
            await program.RecordAsync(isContinued);
            await output.WriteLineAsync($"{program.Name}: {program.Methods.Count} test methods, {program.Methods.Sum(method => method.Time.TotalSeconds):0} s, {program.Methods.Sum(method => method.Reached.Count)} times a mutant was reached.");
            foreach (var method in program.Methods.Where(method => !method.IsUsable))
            {
                await output.WriteLineAsync($"  not used, because it does not pass without mutants: {method.Name}");
            }
        }

        return programs;
    }

    private static async Task<MutantResult> TryAsync(Mutant mutant, IReadOnlyList<Mutant> all, IReadOnlyList<TestProgram> programs, TimeSpan budget)
    {
        // Code that runs once in a process is recorded for its first test only, so all tests that reach its file are used.
        var reachedAs = all.Where(other => other == mutant || (mutant.RunsOnce && other.File == mutant.File)).Select(other => other.Number).ToHashSet();
        var result = new MutantResult(mutant, MutantStatus.NotReached, string.Empty);
        foreach (var program in programs)
        {
            var (status, detail) = await program.TryAsync(mutant, reachedAs, budget);
            if (status is MutantStatus.Killed or MutantStatus.TimedOut)
            {
                return new MutantResult(mutant, status, detail);
            }

            if (status == MutantStatus.Survived)
            {
                result = result with { Status = status };
            }
        }

        return result;
    }
}
