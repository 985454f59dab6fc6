namespace EppClient.StressTests.Simulation.Registry;

/// <summary>The registry's state of one connection.</summary>
internal sealed class SimulatedSession
{
    public int Commands { get; set; }

    public Dictionary<int, int> Refusals { get; } = [];
}
