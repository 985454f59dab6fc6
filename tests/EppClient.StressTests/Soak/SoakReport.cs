namespace EppClient.StressTests.Soak;

/// <summary>The results of a run.</summary>
/// <param name="Samples">The table.</param>
/// <param name="Faults">The network faults and their numbers.</param>
/// <param name="Problems">Outcomes that differ from the registry's state, and measures that grew.</param>
/// <param name="Commands">The number of completed commands.</param>
/// <param name="InFlight">The number of commands that did not complete.</param>
/// <param name="Handles">The open files and sockets after the pool was disposed.</param>
internal sealed record SoakReport(
    IReadOnlyList<Sample> Samples, IReadOnlyDictionary<string, int> Faults, IReadOnlyList<string> Problems, int Commands, int InFlight, int Handles);
