using System.Diagnostics;
using System.Globalization;
using EppClient.StressTests.Fuzz.Inputs;
using EppClient.StressTests.Fuzz.Targets;

namespace EppClient.StressTests.Fuzz.Runs;

/// <summary>Feeds all targets in turn with inputs from one seed, and counts the results.</summary>
internal sealed class FuzzRun
{
    private const int InputsPerTurn = 50;

    private readonly IReadOnlyList<(FuzzTarget Target, Mutator Mutator)> _turns;
    private readonly Dictionary<string, FuzzFinding> _findings = [];

    /// <param name="seed">The seed of the random numbers.</param>
    /// <param name="seedsOf">The inputs to mutate.</param>
    public FuzzRun(int seed, Func<FuzzTarget, IReadOnlyList<byte[]>> seedsOf) =>
        _turns = [.. FuzzTargets.All.Select((target, number) => (target, new Mutator(seedsOf(target), new Random(unchecked((seed * 31) + number)))))];

    /// <summary>The numbers of inputs fed and of inputs read, by target.</summary>
    public Dictionary<string, (long Fed, long Read)> Counts { get; } = FuzzTargets.All.ToDictionary(target => target.Name, _ => (0L, 0L));

    public IReadOnlyCollection<FuzzFinding> Findings => _findings.Values;

    public long Total => Counts.Values.Sum(count => count.Fed);

    /// <summary>The current input and its start time, for a watchdog that detects inputs that never complete.</summary>
    public (FuzzTarget Target, byte[] Input, long Since)? Current { get; private set; }

    /// <summary>Runs one turn of every target.</summary>
    public void Step()
    {
        foreach (var (target, mutator) in _turns)
        {
            for (var i = 0; i < InputsPerTurn; i++)
            {
                Feed(target, mutator.Next());
            }
        }
    }

    public string Summary(TimeSpan elapsed) => string.Create(CultureInfo.InvariantCulture,
        $"{elapsed:hh\\:mm\\:ss}  {Total} inputs, {Total / Math.Max(1, elapsed.TotalSeconds):0}/s, {Findings.Count} findings; read, and the maximum of bytes allocated per byte: ")
        + string.Join(", ", Counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key} {count.Value.Read}/{count.Value.Fed} ({FuzzTargets.Named(count.Key).Peak:0} x)")));

    private void Feed(FuzzTarget target, byte[] input)
    {
        Current = (target, input, Stopwatch.GetTimestamp());
        var (fed, read) = Counts[target.Name];
        try
        {
            read += target.Try(input) ? 1 : 0;
        }
        catch (FindingException finding)
        {
            _findings.TryAdd(finding.Key, new FuzzFinding(target, input, finding));
        }

        Counts[target.Name] = (fed + 1, read);
    }
}
