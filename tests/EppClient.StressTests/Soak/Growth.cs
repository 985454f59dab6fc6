namespace EppClient.StressTests.Soak;

/// <summary>Distinguishes growth from fluctuation: compares the early minimum with the late minimum.</summary>
internal static class Growth
{
    /// <summary>The minimum number of samples for a result.</summary>
    public const int FewestSamples = 6;

    private static readonly (string Name, Func<Sample, long> Value, long Margin)[] Measures =
    [
        ("heap", sample => sample.HeapBytes, 8 * 1024 * 1024),
        ("number of handles", sample => sample.Handles, 16),
        ("number of threads", sample => sample.Threads, 16),
        ("number of timers", sample => sample.Timers, 64),
    ];

    /// <summary>Returns the measures that have grown; none if there are too few samples.</summary>
    public static IEnumerable<string> In(IReadOnlyList<Sample> samples)
    {
        if (samples.Count < FewestSamples)
        {
            return [];
        }

        // The first half of the first third is for warming up.
        var early = samples.Skip(samples.Count / 6).Take(samples.Count / 3).ToList();
        var late = samples.Skip(samples.Count - (samples.Count / 3)).ToList();
        return Measures
            .Where(measure => late.Min(measure.Value) > early.Min(measure.Value) + measure.Margin)
            .Select(measure => $"The {measure.Name} grew from {early.Min(measure.Value)} to {late.Min(measure.Value)}.");
    }
}
