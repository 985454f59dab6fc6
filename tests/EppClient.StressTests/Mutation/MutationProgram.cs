using System.Globalization;

namespace EppClient.StressTests.Mutation;

/// <summary>
/// The command line of the mutation run: makes a sample of small mistakes, one at a time, in a copy of the commit, and checks that tests fail.
/// </summary>
internal static class MutationProgram
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length % 2 != 0)
        {
            await Console.Error.WriteLineAsync("mutate [--count N, 40 by default] [--seed N, 1 by default] [--under FOLDER, src/EppClient by default]");
            return 2;
        }

        var repository = Directory.GetCurrentDirectory();
        var under = Setting(args, "--under") ?? "src/EppClient";
        var count = int.Parse(Setting(args, "--count") ?? "40", CultureInfo.InvariantCulture);
        var random = new Random(int.Parse(Setting(args, "--seed") ?? "1", CultureInfo.InvariantCulture));
        var laboratory = await Laboratory.OpenAsync(repository, Path.Combine(repository, "artifacts", "mutation"));
        var mutants = Directory.EnumerateFiles(Path.Combine(laboratory.Root, under), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(laboratory.Root, path))
            .Order(StringComparer.Ordinal)
            .SelectMany(file => MutantFinder.In(file, File.ReadAllText(Path.Combine(laboratory.Root, file))))
            .ToArray();
        random.Shuffle(mutants);
        Console.WriteLine($"{mutants.Length} mistakes can be made under {under}.");
        Dictionary<Verdict, int> sums = [];
        foreach (var mutant in mutants)
        {
            var verdict = await laboratory.TryAsync(mutant);
            sums[verdict] = sums.GetValueOrDefault(verdict) + 1;
            Console.WriteLine($"{verdict,-14} {mutant}");
            if (sums.Where(sum => sum.Key != Verdict.DoesNotCompile).Sum(sum => sum.Value) == count)
            {
                break;
            }
        }

        Console.WriteLine(string.Join(", ", sums.OrderBy(sum => sum.Key).Select(sum => $"{sum.Key} {sum.Value}")));
        return 0;
    }

    private static string? Setting(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var index ? args[index + 1] : null;
}
