using System.Globalization;

namespace EppClient.StressTests.Mutation;

/// <summary>The results of a run, one per line, so that an interrupted run can be continued.</summary>
internal sealed class MutantStatusFile
{
    private readonly string _path;
    private readonly Lock _lock = new();

    public MutantStatusFile(string path, bool isContinued)
    {
        _path = path;
        if (!isContinued)
        {
            File.Delete(path);
        }
    }

    public IReadOnlyList<MutantResult> Read(IEnumerable<Mutant> mutants)
    {
        if (!File.Exists(_path))
        {
            return [];
        }

        var byNumber = mutants.ToDictionary(mutant => mutant.Number);
        return [.. File.ReadLines(_path)
            .Select(line => line.Split('\t'))
            .GroupBy(parts => parts[0])
            .Select(lines => lines.Last())
            .Where(parts => byNumber.ContainsKey(int.Parse(parts[0], CultureInfo.InvariantCulture)))
            .Select(parts => new MutantResult(byNumber[int.Parse(parts[0], CultureInfo.InvariantCulture)], Enum.Parse<MutantStatus>(parts[1]), parts[2]))];
    }

    public void Add(MutantResult result)
    {
        lock (_lock)
        {
            File.AppendAllLines(_path, [string.Create(CultureInfo.InvariantCulture, $"{result.Mutant.Number}\t{result.Status}\t{result.Detail.Replace('\t', ' ')}")]);
        }
    }
}
