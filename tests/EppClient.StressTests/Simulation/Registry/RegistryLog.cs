using System.Text.RegularExpressions;

namespace EppClient.StressTests.Simulation.Registry;

/// <summary>The commands that the registry received and executed, by transaction id, for comparison with the results that callers received.</summary>
internal sealed partial class RegistryLog
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _executed = new(StringComparer.Ordinal);

    /// <summary>The violations found.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>Returns how often the command arrived, completely or in part.</summary>
    public int Seen(string id) => _seen.GetValueOrDefault(id);

    /// <summary>Returns how often it was executed.</summary>
    public int Executed(string id) => _executed.GetValueOrDefault(id);

    public void See(string id, bool isTransform)
    {
        if (Count(_seen, id) > 1 && isTransform)
        {
            Violations.Add($"{id} was written twice.");
        }
    }

    /// <summary>
    /// Called when the connection is dropped within a frame: the name identifies its command. A query for a transform, perhaps in the next frame, has the
    /// same name.
    /// </summary>
    public void SeeFragment(string fragment)
    {
        if (NameOfTransform().Match(fragment) is { Success: true } match)
        {
            See($"SIM-{match.Groups[1].Value}", isTransform: true);
        }
    }

    public void Execute(string id) => Count(_executed, id);

    private static int Count(Dictionary<string, int> counts, string id) => counts[id] = counts.GetValueOrDefault(id) + 1;

    [GeneratedRegex(@"<(?:create|delete)>(?:(?!</command>).)*?t(\d{7})\.example", RegexOptions.Singleline)]
    private static partial Regex NameOfTransform();
}
