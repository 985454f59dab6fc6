using System.Diagnostics;
using System.Globalization;
using EppClient.StressTests.Fuzz.Inputs;
using EppClient.StressTests.Fuzz.Targets;

namespace EppClient.StressTests.Fuzz.Runs;

/// <summary>Feeds all targets in turn with inputs made by one seed, and keeps count.</summary>
internal sealed class FuzzRun
{
    private const int InputsPerTurn = 50;

    private readonly IReadOnlyList<(FuzzTarget Target, Mutator Mutator)> _turns;
    private readonly Dictionary<string, FuzzFinding> _findings = [];

    /// <param name="seed">With what chance begins.</param>
    /// <param name="seedsOf">What mutation begins with.</param>
    public FuzzRun(int seed, Func<FuzzTarget, IReadOnlyList<byte[]>> seedsOf) =>
        _turns = [.. FuzzTargets.All.Select((target, number) => (target, new Mutator(seedsOf(target), new Random(unchecked((seed * 31) + number)))))];

    /// <summary>How many inputs were fed, and how many of them were read, by target.</summary>
    public Dictionary<string, (long Fed, long Read)> Counts { get; } = FuzzTargets.All.ToDictionary(target => target.Name, _ => (0L, 0L));

    public IReadOnlyCollection<FuzzFinding> Findings => _findings.Values;

    public long Total => Counts.Values.Sum(count => count.Fed);

    /// <summary>The input that is being fed, and since when; for whoever watches that none takes for ever.</summary>
    public (FuzzTarget Target, byte[] Input, long Since)? Current { get; private set; }

    /// <summary>One turn of every target.</summary>
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
        $"{elapsed:hh\\:mm\\:ss}  {Total} inputs, {Total / Math.Max(1, elapsed.TotalSeconds):0}/s, {Findings.Count} findings; read, and the most octets allocated for one: ")
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
