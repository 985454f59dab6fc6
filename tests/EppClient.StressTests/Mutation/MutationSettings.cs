namespace EppClient.StressTests.Mutation;

/// <summary>How a mutation run is made.</summary>
internal sealed record MutationSettings
{
    /// <summary>How many mutants are drawn, the same number in each folder.</summary>
    public int Count { get; init; } = 400;

    /// <summary>The same seed and the same code draw the same mutants.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many mutants are tested at the same time. Tests wait more than they compute, above all those that never end.</summary>
    public int Workers { get; init; } = 3 * Environment.ProcessorCount;

    /// <summary>
    /// How long the tests of one project may take for one mutant, as recorded: those of its folder, and the fastest others. Who looks at a survivor asks for more.
    /// </summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>Whether a run with the same count and seed goes on where it was interrupted, with what it has compiled and recorded.</summary>
    public bool IsContinued { get; init; }

    /// <summary>Whether the survivors of a run with the same count and seed are tested again, with the tests that are committed now.</summary>
    public bool IsForSurvivors { get; init; }

    /// <summary>With <see cref="IsForSurvivors"/>: the numbers of those that are tested again; null for all of them.</summary>
    public IReadOnlySet<int>? Only { get; init; }
}
