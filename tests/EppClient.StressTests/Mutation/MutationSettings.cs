namespace EppClient.StressTests.Mutation;

/// <summary>The settings of a mutation run.</summary>
internal sealed record MutationSettings
{
    /// <summary>The number of mutants to select, the same number in each folder.</summary>
    public int Count { get; init; } = 400;

    /// <summary>The random seed. The same seed and code select the same mutants.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The number of mutants tested concurrently. Tests wait more than they compute, especially those that never end.</summary>
    public int Workers { get; init; } = 3 * Environment.ProcessorCount;

    /// <summary>
    /// The time limit for the tests of one project per mutant, by recorded times: those of its folder and the fastest others. Increase it for survivors.
    /// </summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>Whether to continue an interrupted run with the same count and seed, with its compiled and recorded state.</summary>
    public bool IsContinued { get; init; }

    /// <summary>Whether to test the survivors of a run with the same count and seed again, with the currently committed tests.</summary>
    public bool IsForSurvivors { get; init; }

    /// <summary>With <see cref="IsForSurvivors"/>: the numbers of the mutants to test again; null for all.</summary>
    public IReadOnlySet<int>? Only { get; init; }
}
