namespace EppClient.StressTests.Soak;

/// <summary>What came of a run.</summary>
/// <param name="Samples">The table.</param>
/// <param name="Faults">What went wrong with the network, and how often.</param>
/// <param name="Problems">What did not end as the registry has it, and what grew.</param>
/// <param name="Commands">How many commands ended.</param>
/// <param name="InFlight">How many did not.</param>
/// <param name="Handles">The open files and sockets once the pool was disposed.</param>
internal sealed record SoakReport(
    IReadOnlyList<Sample> Samples, IReadOnlyDictionary<string, int> Faults, IReadOnlyList<string> Problems, int Commands, int InFlight, int Handles);
