using System.Globalization;

namespace EppClient.StressTests.Mutation;

/// <summary>The command line of the mutation run.</summary>
internal static class MutationProgram
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (Parse(args) is not { } settings)
        {
            await Console.Error.WriteLineAsync("mutate [--count N, 400 by default] [--seed N, 1 by default] [--workers N, three per core by default] [--budget SECONDS of tests of a project, 12 by default] [--continue | --survivors [--only N,N,...]]");
            return 2;
        }

        var repository = Directory.GetCurrentDirectory();
        var results = await new MutationRunner(repository, Path.Combine(repository, "artifacts", "mutation")).RunAsync(settings, TextWriter.Synchronized(Console.Out));
        Console.WriteLine();
        Console.WriteLine("| Folder | Mutants | Killed | Timed out | Survived | Not reached | Score |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var folder in MutationRunner.Folders)
        {
            Console.WriteLine(Row($"`{folder}`", [.. results.Where(result => result.Mutant.File.StartsWith(folder + "/", StringComparison.Ordinal))]));
        }

        Console.WriteLine(Row("all", results));
        Console.WriteLine();
        foreach (var result in results.Where(result => !result.IsDetected))
        {
            Console.WriteLine($"- {result.Mutant.Number}, {result.Status}: {result.Mutant}");
        }

        return 0;
    }

    private static string Row(string title, IReadOnlyList<MutantResult> results)
    {
        int Number(MutantStatus status) => results.Count(result => result.Status == status);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {title} | {results.Count} | {Number(MutantStatus.Killed)} | {Number(MutantStatus.TimedOut)} | {Number(MutantStatus.Survived)} | {Number(MutantStatus.NotReached)} | {100.0 * results.Count(result => result.IsDetected) / Math.Max(1, results.Count):0} % |");
    }

    private static MutationSettings? Parse(string[] args)
    {
        var settings = new MutationSettings();
        var left = new Queue<string>(args);
        while (left.TryDequeue(out var name))
        {
            MutationSettings? next = name switch
            {
                "--continue" => settings with { IsContinued = true },
                "--survivors" => settings with { IsForSurvivors = true },
                "--only" when Numbers(left) is { } numbers => settings with { IsForSurvivors = true, Only = numbers },
                "--count" when Number(left) is { } count => settings with { Count = count },
                "--seed" when Number(left) is { } seed => settings with { Seed = seed },
                "--workers" when Number(left) is { } workers => settings with { Workers = workers },
                "--budget" when Number(left) is { } seconds => settings with { Budget = TimeSpan.FromSeconds(seconds) },
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            settings = next;
        }

        return settings;
    }

    private static HashSet<int>? Numbers(Queue<string> args) =>
        args.TryDequeue(out var text) && text.Split(',').Select(part => Number(new Queue<string>([part]))).ToList() is var numbers && numbers.TrueForAll(number => number is not null)
            ? [.. numbers.OfType<int>()]
            : null;

    private static int? Number(Queue<string> args) =>
        args.TryDequeue(out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
