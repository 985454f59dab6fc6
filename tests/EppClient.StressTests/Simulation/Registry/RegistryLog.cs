using System.Text.RegularExpressions;

namespace EppClient.StressTests.Simulation.Registry;

/// <summary>What the registry saw and did, by the transaction id of each command, to be held against what callers were told.</summary>
internal sealed partial class RegistryLog
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _executed = new(StringComparer.Ordinal);

    /// <summary>What must never happen, and has.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>How many times the command arrived, whole or in part.</summary>
    public int Seen(string id) => _seen.GetValueOrDefault(id);

    /// <summary>How many times it was carried out.</summary>
    public int Executed(string id) => _executed.GetValueOrDefault(id);

    public void See(string id, bool isTransform)
    {
        if (Count(_seen, id) > 1 && isTransform)
        {
            Violations.Add($"{id} was written twice.");
        }
    }

    /// <summary>
    /// The connection was dropped in the middle of a frame: the name identifies its command. A query about a transform, perhaps in the next frame, has the same
    /// name.
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
