using System.Collections.Concurrent;
using System.Globalization;

namespace EppClient.StressTests.Mutation.Inserted;

/// <summary>Determines which of the mutants compiled into an assembly is active. A copy of this file is compiled into each mutated project.</summary>
internal static class MutantSwitch
{
    /// <summary>The environment variable with the number of the active mutant; without it the original code runs.</summary>
    public const string Variable = "EPP_MUTANT";

    /// <summary>The key under which the test runner stores the set of reached mutants.</summary>
    public const string ReachedKey = "EppClient.ReachedMutants";

    private static readonly int Active =
        int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static readonly ConcurrentDictionary<int, bool>? Reached = AppContext.GetData(ReachedKey) as ConcurrentDictionary<int, bool>;

    public static bool Is(int number)
    {
        Reached?.TryAdd(number, true);
        return number == Active;
    }
}
