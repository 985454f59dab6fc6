namespace EppClient.StressTests.Soak;

/// <summary>Tells growth from going up and down: by what was least early on, and what was least of late.</summary>
internal static class Growth
{
    /// <summary>Fewer samples tell nothing.</summary>
    public const int FewestSamples = 6;

    private static readonly (string Name, Func<Sample, long> Value, long Margin)[] Measures =
    [
        ("heap", sample => sample.HeapBytes, 8 * 1024 * 1024),
        ("number of handles", sample => sample.Handles, 16),
        ("number of threads", sample => sample.Threads, 16),
        ("number of timers", sample => sample.Timers, 64),
    ];

    /// <summary>What has grown; nothing, where there are too few samples to tell.</summary>
    public static IEnumerable<string> In(IReadOnlyList<Sample> samples)
    {
        if (samples.Count < FewestSamples)
        {
            return [];
        }

        // Of the first third the first half is for warming up.
        var early = samples.Skip(samples.Count / 6).Take(samples.Count / 3).ToList();
        var late = samples.Skip(samples.Count - (samples.Count / 3)).ToList();
        return Measures
            .Where(measure => late.Min(measure.Value) > early.Min(measure.Value) + measure.Margin)
            .Select(measure => $"The {measure.Name} grew from {early.Min(measure.Value)} to {late.Min(measure.Value)}.");
    }
}
