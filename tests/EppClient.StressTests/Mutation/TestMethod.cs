using System.Globalization;

namespace EppClient.StressTests.Mutation;

/// <summary>A test method, as it runs when no mutant is active.</summary>
/// <param name="Name">The class and the method, separated by a vertical bar.</param>
/// <param name="Time">The duration.</param>
/// <param name="IsUsable">Whether it passes.</param>
/// <param name="Reached">The numbers of the mutants that it reaches.</param>
internal sealed record TestMethod(string Name, TimeSpan Time, bool IsUsable, IReadOnlySet<int> Reached)
{
    public static TestMethod Parse(string line)
    {
        var parts = line.Split('\t');
        return new TestMethod(
            parts[0],
            TimeSpan.FromMilliseconds(double.Parse(parts[1], CultureInfo.InvariantCulture)),
            bool.Parse(parts[2]),
            parts[3].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToHashSet());
    }
}
